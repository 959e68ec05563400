"""What the board can be narrowed to and by what it is sorted."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from indicators.models import Value
from plans.models import Evaluation, ReportingPeriod, Territory
from tests.board.board_rows import approved_town, days_ago, in_days, late_town, make_report, submitted_town
from tests.builders import make_evaluation, make_indicator, make_remark, make_town, make_value
from tests.html import page_text

PAGE = reverse("reports:board")


@pytest.fixture
def most(krnov):
    """The town that each filter has to find; Krnov is the one it has to leave out."""
    town = make_town("Most")
    region = Territory.objects.create(name="Ústecký kraj", kind=Territory.Kind.REGION)
    Territory.objects.filter(pk=town.territory.parent_id).update(parent=region)
    Territory.objects.filter(pk=town.territory.pk).update(code="567027")
    town.plan.regional_centre, town.plan.kind = "RCZ", "tap"
    town.plan.save()
    town.area.title = "Dluhová problematika"
    town.area.save()
    town.region = region
    return town


def towns(response):
    return [row.town.name for row in response.context["rows"]]


def test_by_what_the_town_is(as_consultant, most):
    for chosen in [
        {"hledat": "mos"},
        {"hledat": "567027"},
        {"kraj": most.region.pk},
        {"centrum": "RCZ"},
        {"druh": "tap"},
        {"oblast": "dluhova problematika"},
    ]:
        assert towns(as_consultant.get(PAGE, chosen)) == ["Most"], chosen


def test_an_area_written_in_capitals_is_the_same_area(as_consultant, most):
    other = make_town("Cheb")
    other.area.title = "DLUHOVÁ PROBLEMATIKA"
    other.area.save()
    response = as_consultant.get(PAGE, {"oblast": "dluhova problematika"})
    assert towns(response) == ["Cheb", "Most"]
    assert page_text(response).count('<option value="dluhova problematika"') == 1


@pytest.mark.parametrize(
    ("complete", "found"), [("chybi", ["Krnov", "Most"]), ("uplne", ["Cheb"]), ("prazdne", ["Krnov"])]
)
def test_by_completeness(as_consultant, most, complete, found):
    make_value(most.indicator, most.period, 1)
    full = make_town("Cheb")
    make_value(full.indicator, full.period, 1)
    make_value(full.context, full.period, missing_reason="not_yet")
    full.indicator.pk, full.indicator.retired_on, full.indicator.retired_reason = None, "2020-01-01", "x"
    full.indicator.save()
    assert towns(as_consultant.get(PAGE, {"uplnost": complete})) == found


@pytest.mark.parametrize("complete", ["chybi", "uplne"])
def test_a_town_without_indicators_is_neither_complete_nor_missing_anything(as_consultant, complete):
    empty = make_town("Cheb")
    empty.plan.indicators.all().delete()
    assert towns(as_consultant.get(PAGE, {"uplnost": complete})) == []


def test_by_open_remarks(as_consultant, most, consultant):
    make_remark(most, by=consultant)
    assert towns(as_consultant.get(PAGE, {"maji": "pripominky"})) == ["Most"]


def test_by_late_implementers(as_consultant, most):
    make_report(most)
    assert towns(as_consultant.get(PAGE, {"maji": "zpravy"})) == ["Most"]


def test_by_a_change_after_approval(as_consultant, most, coordinator):
    approved = approved_town("Cheb")
    loaded = approved_town("Žatec")
    make_value(approved.indicator, approved.period, 1, updated_by=coordinator)
    make_value(loaded.indicator, loaded.period, 1)
    response = as_consultant.get(PAGE, {"maji": "po-schvaleni"})
    assert towns(response) == ["Cheb"]
    assert "po schválení" in page_text(response)


def test_by_thirty_days_without_a_change(as_consultant, most):
    make_value(most.indicator, most.period, 1)
    ReportingPeriod.objects.filter(plan__municipality__name="Krnov").update(submitted_at=days_ago(40))
    assert towns(as_consultant.get(PAGE, {"maji": "beze-zmeny"})) == ["Krnov"]
    Value.objects.update(updated_at=days_ago(31))
    assert towns(as_consultant.get(PAGE, {"maji": "beze-zmeny"})) == ["Krnov", "Most"]


def test_filters_hold_together_and_stay_in_links(as_consultant, most, consultant):
    make_remark(most, by=consultant)
    chosen = {"druh": "tap", "maji": ["pripominky", "zpravy"]}
    assert not as_consultant.get(PAGE, chosen).context["rows"]
    html = as_consultant.get(PAGE, {"druh": "tap", "maji": "pripominky"}).content.decode()
    assert 'href="?druh=tap&amp;maji=pripominky&amp;radit=mesto"' in html
    assert 'href="?druh=tap&amp;maji=pripominky&amp;stav=bezi"' in html


@pytest.mark.parametrize("chosen", [{"kraj": "abc"}, {"stav": "x"}, {"maji": "x"}, {"rozsah": "x"}])
def test_a_bad_value_is_explained_and_shows_no_rows(as_consultant, most, chosen):
    response = as_consultant.get(PAGE, chosen | {"soubor": "xlsx"})
    assert "Filtru nerozumíme" in page_text(response)
    assert "rows" not in response.context


@pytest.mark.parametrize(
    ("chosen", "link"),
    [
        ({}, None),
        ({"rozsah": "vse", "radit": "mesto", "strana": "1"}, None),
        ({"rozsah": "vse", "hledat": ""}, None),
        ({"hledat": "most"}, "?"),
        ({"stav": "bezi", "rozsah": "vse"}, "?rozsah=vse"),
        ({"maji": "zpravy", "rozsah": "vse", "radit": "-zmena"}, "?rozsah=vse&amp;radit=-zmena"),
        ({"kraj": "neznámý", "rozsah": "vse"}, "?rozsah=vse"),
        ({"rozsah": "všude"}, "?"),
    ],
)
def test_the_filter_is_put_off_only_when_it_narrows_and_the_scope_stays(as_consultant, krnov, chosen, link):
    html = as_consultant.get(PAGE, chosen).content.decode()
    links = re.findall(r'href="([^"]*)">Zrušit filtr', html)
    assert set(links) == ({link} if link else set())


def test_sorting_by_links(as_consultant, most, consultant):
    make_value(most.indicator, most.period, 1)
    make_remark(most, by=consultant)
    make_report(most)
    for order in ["-uplnost", "-pripominky", "-realizatori", "-zmena", "-mesto"]:
        assert towns(as_consultant.get(PAGE, {"radit": order})) == ["Most", "Krnov"], order
    submitted_town("Cheb")
    assert towns(as_consultant.get(PAGE, {"radit": "stav"}))[0] == "Cheb"
    assert towns(as_consultant.get(PAGE, {"radit": "-stav"}))[-1] == "Cheb"


def test_late_implementers_are_those_of_the_day_that_asks(as_consultant, most, monkeypatch):
    make_report(most, days_late=-1)
    tomorrow = in_days(2)
    monkeypatch.setattr("reports.board.columns.localdate", lambda: tomorrow)
    assert towns(as_consultant.get(PAGE, {"radit": "-realizatori"})) == ["Most", "Krnov"]


@pytest.mark.parametrize("step", ["submitted_at", "returned_at", "approved_at", "reopened_at"])
def test_a_step_of_the_period_is_its_last_change(as_consultant, most, step):
    for moment, town in [(days_ago(3), make_town("Cheb")), (days_ago(4), most)]:
        make_value(town.indicator, town.period, 1)
        make_evaluation(town)
        Value.objects.filter(period=town.period).update(updated_at=moment)
        Evaluation.objects.filter(period=town.period).update(updated_at=moment)
    said = {"return_reason": "Doplňte.", "reopen_reason": "Chyba."}
    ReportingPeriod.objects.filter(pk=most.period.pk).update(**said, **{step: days_ago(2)})
    response = as_consultant.get(PAGE, {"radit": "-zmena"})
    # Nothing has ever happened to Krnov, which stands last from either side.
    assert towns(response) == ["Most", "Cheb", "Krnov"]
    shown = [row.change.moment for row in response.context["rows"] if row.change]
    assert shown == sorted(shown, reverse=True)
    assert towns(as_consultant.get(PAGE, {"radit": "zmena"})) == ["Cheb", "Most", "Krnov"]


def test_towns_of_one_state_stand_in_czech_order(as_consultant):
    for name in ["Chomutov", "Cheb", "Hranice", "Česká Lípa", "Žďár", "Cvikov"]:
        make_town(name, due_on=None)
    in_order = ["Cvikov", "Česká Lípa", "Hranice", "Cheb", "Chomutov", "Žďár"]
    assert towns(as_consultant.get(PAGE)) == in_order


def test_fifty_towns_a_page(as_consultant):
    for number in range(52):
        late_town(f"Obec {number:02}")
    first = as_consultant.get(PAGE)
    assert len(first.context["rows"]) == 50
    assert "Města 1–50 z 52" in page_text(first)
    assert towns(as_consultant.get(PAGE, {"strana": "2"})) == ["Obec 50", "Obec 51"]


@pytest.mark.parametrize("days", [1, -1])
def test_what_was_retired_before_the_period_is_neither_expected_nor_counted(
    as_consultant, krnov, consultant, days
):
    make_value(krnov.context, krnov.period, 1)
    make_value(krnov.indicator, krnov.period, 1)
    make_indicator(krnov.plan, measure=krnov.measure, name="Bez hodnoty")
    on = krnov.period.start - timedelta(days=days)
    krnov.measure.retire(on=on, reason="Skončilo.", by=consultant)
    is_left_out = days > 0
    found = as_consultant.get(PAGE, {"uplnost": "uplne" if is_left_out else "chybi", "radit": "uplnost"})
    [row] = found.context["rows"]
    assert (row.values.total, row.values.filled) == ((1, 1) if is_left_out else (3, 2))
    assert row.measures == (0 if is_left_out else 1)


def test_what_was_retired_with_its_measure_is_taken_off_once(as_consultant, krnov, consultant):
    make_value(krnov.indicator, krnov.period, missing_reason="not_yet")
    before = {"on": krnov.period.start - timedelta(days=1), "reason": "Skončilo.", "by": consultant}
    krnov.indicator.retire(**before)
    krnov.measure.retire(**before)
    [row] = as_consultant.get(PAGE, {"radit": "uplnost"}).context["rows"]
    assert (row.values.total, row.values.filled, row.values.reasoned) == (1, 0, 0)
