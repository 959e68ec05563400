"""A contributor sees and fills only the measures that the own organisation implements."""

from django.urls import reverse

from plans.models import Status
from tests.builders import make_evaluation, make_indicator, make_remark, make_value
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


def test_remarks_at_the_own_cells_are_told_and_no_others(
    sign_in, contributor, reader, consultant, krnov, foreign
):
    make_remark(krnov, by=consultant, text="Odkud je vlastní číslo?")
    make_remark(krnov, by=consultant, subject_id=foreign.pk, text="Odkud je jiné číslo?")
    text = page_text(sign_in(contributor).get(page(krnov, "values")))
    assert "vlastní číslo" in text and "jiné číslo" not in text
    # Reading the whole town adds the cells of others, not what is written about them.
    contributor.memberships.create(role="reader", territory=krnov.territory)
    text = page_text(sign_in(contributor).get(page(krnov, "values")))
    assert "vlastní číslo" in text and "jiné číslo" not in text


def test_a_reader_is_offered_no_remarks(sign_in, reader, consultant, krnov):
    make_remark(krnov, by=consultant)
    response = sign_in(reader).get(page(krnov, "values"))
    assert "K řešení" not in page_text(response)
    assert "Odkud je číslo?" not in page_text(response)


def test_the_overview_counts_the_own_part(sign_in, contributor, krnov, foreign):
    make_value(foreign, krnov.period, 5)
    make_evaluation(krnov, measure=foreign.measure, status=Status.COMPLETED)
    response = sign_in(contributor).get(reverse("indicators:overview"))
    (due,) = response.context["due"]
    assert (due.values.total, due.values.filled, due.measures, due.evaluated) == (1, 0, 1, 0)
    assert response.context["watched"] == []
    make_value(krnov.indicator, krnov.period, 7)
    make_evaluation(krnov, status=Status.COMPLETED)
    (due,) = sign_in(contributor).get(reverse("indicators:overview")).context["due"]
    assert (due.values.filled, due.evaluated) == (1, 1)


def test_the_status_of_a_goal_is_not_in_the_own_part(sign_in, contributor, krnov):
    make_evaluation(krnov, measure=None, goal=krnov.goal, status=Status.COMPLETED, summary="O všech.")
    make_indicator(krnov.plan, goal=krnov.goal)
    grid = sign_in(contributor).get(page(krnov, "statuses")).context["grid"]
    assert [band.evaluation for area in grid.areas for band in area.goal_bands] == [None]


def test_a_plan_of_the_own_measures_is_in_the_register(
    sign_in, contributor, krnov, django_assert_max_num_queries
):
    client = sign_in(contributor)
    with django_assert_max_num_queries(11):
        response = client.get(reverse("reports:plans"))
    assert krnov.plan.title in page_text(response)
