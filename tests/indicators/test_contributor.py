"""A contributor sees and fills only the measures that the own organisation implements."""

from django.urls import reverse

from tests.builders import make_value
from tests.html import form_data, page_text


def page(town, name, *more):
    return reverse(f"indicators:{name}", args=[town.plan.slug, town.period.slug, *more])


def test_only_the_own_measures_are_seen(sign_in, contributor, krnov, foreign):
    client = sign_in(contributor)
    for name in ["values", "statuses", "period", "period_tree"]:
        text = page_text(client.get(page(krnov, name)))
        assert "Cizí" not in text, name
        assert krnov.context.name not in text, name
    assert krnov.indicator.name in page_text(client.get(page(krnov, "values")))
    assert krnov.context.name not in page_text(client.get(page(krnov, "context")))


def test_the_own_value_is_saved(sign_in, contributor, krnov):
    client = sign_in(contributor)
    typed = form_data(client.get(page(krnov, "values"))) | {f"v{krnov.indicator.pk}-value": "7"}
    assert client.post(page(krnov, "values"), typed).status_code == 302
    assert krnov.indicator.values.get().updated_by == contributor


def test_a_foreign_value_cannot_be_written(sign_in, contributor, krnov, foreign):
    forged = {f"v{foreign.pk}-value": "7", f"v{foreign.pk}-seen": "0-0"}
    assert sign_in(contributor).post(page(krnov, "values"), forged).status_code == 404
    assert not foreign.values.exists()


def test_a_foreign_measure_has_no_form(sign_in, contributor, krnov, foreign):
    address = page(krnov, "edit_measure_status", foreign.measure_id)
    assert sign_in(contributor).get(address).status_code == 403


def test_who_also_reads_the_town_sees_all_and_still_fills_only_the_own(sign_in, contributor, krnov, foreign):
    contributor.memberships.create(role="reader", territory=krnov.territory)
    make_value(foreign, krnov.period, 5)
    client = sign_in(contributor)
    response = client.get(page(krnov, "values"))
    assert "Cizí indikátor" in page_text(response)
    assert f"v{krnov.indicator.pk}-value" in form_data(response)
    assert f"v{foreign.pk}-value" not in form_data(response)
    forged = {f"v{foreign.pk}-value": "7", f"v{foreign.pk}-seen": "1-0"}
    assert client.post(page(krnov, "values"), form_data(response) | forged).status_code == 403


def test_a_contributor_costs_no_more_queries(sign_in, contributor, krnov, django_assert_max_num_queries):
    client = sign_in(contributor)
    with django_assert_max_num_queries(15):
        client.get(page(krnov, "values"))
