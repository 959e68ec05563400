"""Pages that only show: the plan tree and the context indicators."""

from datetime import date

from django.urls import reverse

from plans.models import Status
from tests.builders import make_evaluation, make_period, make_plan, make_value
from tests.html import page_text


def tree_page(town):
    return reverse("indicators:tree", args=[town.plan.slug])


def context_page(town):
    return reverse("indicators:context", args=[town.plan.slug, town.period.slug])


def test_the_tree_shows_statuses_and_latest_values(sign_in, reader, krnov):
    make_evaluation(krnov, status=Status.IN_PROGRESS)
    make_value(krnov.indicator, krnov.period, 229)
    text = page_text(sign_in(reader).get(tree_page(krnov)))
    assert "4 Bydlení" in text
    assert "V realizaci" in text
    assert "<strong>229 osob</strong>" in text


def test_the_tree_opens_the_newest_period(sign_in, reader, krnov):
    make_period(krnov.plan, slug="2022", start=date(2022, 1, 1), end=date(2022, 12, 31))
    assert "za leden 2023 – červen 2024" in page_text(sign_in(reader).get(tree_page(krnov)))


def test_a_plan_of_which_only_the_approval_is_known_has_a_page(sign_in, reader, krnov):
    plan = make_plan(krnov.territory, slug="krnov-mpi", kind="mpi", title="Místní plán inkluze Krnov")
    plan.approvals.create(approved_on=date(2018, 6, 28), body="zastupitelstvo")
    text = page_text(sign_in(reader).get(reverse("indicators:tree", args=[plan.slug])))
    assert "28. 6. 2018, zastupitelstvo" in text
    assert "Plán zatím nemá žádné období" in text


def test_context_stands_beside_its_baseline(sign_in, reader, krnov):
    make_value(
        krnov.context, None, 2393, share=12, covers_start=date(2019, 1, 1), covers_end=date(2019, 12, 31)
    )
    make_value(krnov.context, krnov.period, 1833, share="9.7", share_decimals=1)
    text = page_text(sign_in(reader).get(context_page(krnov)))
    for words in ["2 393 osob", "tj. 12 %", "rok 2019", "1 833 osob", "tj. 9,7 %"]:
        assert words in text


def test_an_empty_plan_says_so(sign_in, reader, krnov):
    krnov.context.delete()
    assert "Plán žádné kontextové indikátory nesleduje" in page_text(sign_in(reader).get(context_page(krnov)))
