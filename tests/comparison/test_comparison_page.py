"""Srovnání: the page, its choices, its files; who sees which towns."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from indicators.models import Aggregation, SeriesBreak, StatisticTotal, Value
from plans.models import Territory
from tests.builders import make_country, make_plan, make_user, make_value
from tests.comparison.measured import make_definition, make_measuring, make_share, says_share, tell
from tests.html import page_text

pytestmark = pytest.mark.django_db
PAGE = reverse("reports:comparison")
SIGN_IN = 2  # session and account


@pytest.fixture
def as_consultant(sign_in):
    return sign_in(make_user("konzultantka", consultant=True))


def make_towns(definition, count: int, year=2023):
    found = [make_measuring(definition, f"Město {number:03}") for number in range(count)]
    for number, town in enumerate(found):
        town.says(year, number + 1)
    return found


def shown(response) -> list[str]:
    return [row.town.name for row in response.context["rows"]]


def test_towns_stand_by_their_last_number(as_consultant, executions):
    make_towns(executions, 3)
    response = as_consultant.get(PAGE)
    assert shown(response) == ["Město 002", "Město 001", "Město 000"]
    assert "Součet hodnot měst." in page_text(response)


@pytest.mark.parametrize(
    ("order", "names"),
    [("mesto", ["Město 000", "Město 001"]), ("hodnota", ["Město 001", "Město 000"]), ("cokoli", None)],
)
def test_order_is_in_the_address(as_consultant, executions, order, names):
    make_towns(executions, 2)
    found = shown(as_consultant.get(PAGE, {"radit": order}))
    assert found == (names or ["Město 001", "Město 000"])


def test_towns_may_stand_by_their_change(as_consultant, executions):
    rising, falling = make_towns(executions, 2)
    rising.says(2022, 0)
    falling.says(2022, 9)
    assert shown(as_consultant.get(PAGE, {"radit": "zmena"})) == ["Město 001", "Město 000"]


def test_nothing_to_compare_is_said(as_consultant):
    assert "Zatím není co srovnávat" in page_text(as_consultant.get(PAGE))


def test_the_definition_that_most_towns_measure_comes_first(as_consultant, executions):
    other = make_definition("other", name="Alfa")
    make_towns(other, 1)
    make_towns(executions, 2)
    assert as_consultant.get(PAGE).context["found"].definition == executions


def test_coordinator_sees_only_the_own_town(sign_in, executions):
    krnov, _ = make_towns(executions, 2)
    client = sign_in(make_user(coordinator_of=krnov.territory))
    response = client.get(PAGE, {"mesta": "vse"})
    assert shown(response) == ["Město 000"]
    assert "Město 001" not in page_text(response)


def test_stranger_sees_no_town_and_what_is_public(sign_in, executions):
    (krnov,) = make_towns(executions, 1)
    client = sign_in(make_user("nikdo"))
    assert "Zatím není co srovnávat" in page_text(client.get(PAGE))
    tell(executions, krnov.territory, 2023, 5)
    text = page_text(client.get(PAGE))
    assert "není žádná hodnota" in text
    assert "Město 000" not in text


def test_contributor_does_not_see_the_figures_of_the_town(client, contributor, krnov, executions):
    krnov.indicator.definition = executions
    krnov.indicator.save()
    client.force_login(contributor)
    assert "Zatím není co srovnávat" in page_text(client.get(PAGE))


@pytest.mark.parametrize(
    "chosen",
    [
        {"do": "9" * 5_000},
        {"do": "2026", "od": "2010"},
        {"ukazatel": "neznamy"},
        {"od": "2023", "do": "2020"},
        {"od": "loni"},
        {"mesta": "kraj-x"},
        {"hodnoty": "odhady"},
    ],
)
def test_what_cannot_be_chosen_is_told_beside_its_field(as_consultant, executions, chosen):
    make_towns(executions, 1)
    response = as_consultant.get(PAGE, chosen)
    assert response.status_code == 200
    assert response.context["form"].errors.keys() == {list(chosen)[-1]}
    assert "Výběru nerozumíme" in page_text(response)


def test_a_wrong_address_is_not_printed_back(as_consultant, executions):
    make_towns(executions, 1)
    text = page_text(as_consultant.get(PAGE, {"ukazatel": "x" * 3_000}))
    assert "Vyberte některou z nabízených možností." in text
    assert "xxx" not in text


def test_a_link_to_own_towns_serves_whoever_has_no_others(sign_in, executions):
    [krnov] = make_towns(executions, 1)
    client = sign_in(make_user("jana", coordinator_of=krnov.territory))
    assert shown(client.get(PAGE, {"mesta": "moje"})) == ["Město 000"]


def test_towns_without_some_year_are_counted_when_they_are_left_out(as_consultant, executions):
    whole, partial = make_towns(executions, 2)
    whole.says(2022, 4)
    years = {"od": "2022", "do": "2023", "cele": "on"}
    assert "kterým chybí hodnota za některý rok: 1." in page_text(as_consultant.get(PAGE, years))
    Value.objects.filter(indicator=whole.indicator, period__slug="2022").delete()
    partial.says(2022, 4)
    Value.objects.filter(indicator=partial.indicator, period__slug="2023").delete()
    assert "Hodnotu ve všech letech 2022 až 2023 nemá žádné" in page_text(as_consultant.get(PAGE, years))


def test_region_and_centre_narrow_the_towns(as_consultant, executions):
    country = make_country(regions=2, districts=2)
    for number, territory in enumerate(country):
        make_plan(territory, slug=f"plan-{number}", regional_centre=f"RC{number}")
        tell(executions, territory, 2023, 5)
    region = country[0].parent.parent
    public = {"hodnoty": "verejne"}
    assert shown(as_consultant.get(PAGE, public | {"mesta": f"kraj-{region.pk}"})) == ["Obec 0"]
    assert shown(as_consultant.get(PAGE, public | {"mesta": "centrum-RC1"})) == ["Obec 1"]


def test_own_towns_come_first_to_whom_has_some(sign_in, executions):
    krnov, most = make_towns(executions, 2)
    person = make_user("dve", consultant=True)
    person.memberships.create(role="consultant", territory=krnov.territory)
    client = sign_in(person)
    assert shown(client.get(PAGE)) == ["Město 000"]
    assert len(shown(client.get(PAGE, {"mesta": "vse"}))) == 2


def test_per_thousand_is_offered_where_inhabitants_are_named(as_consultant, executions):
    make_towns(executions, 2)
    assert 'name="na_tisic"' not in as_consultant.get(PAGE).content.decode()
    executions.denominator = make_definition("population", name="Počet obyvatel")
    executions.save()
    for territory in Territory.objects.filter(kind="municipality"):
        tell(executions.denominator, territory, 2023, 500)
    response = as_consultant.get(PAGE, {"na_tisic": "on"})
    assert 'name="na_tisic"' in response.content.decode()
    assert [row.cells[-1].text for row in response.context["rows"]] == ["4,0", "2,0"]


def test_total_opens_by_its_address(as_consultant):
    leavers = make_definition("leavers", aggregation=Aggregation.SHARE)
    for number, name in enumerate(("Krnov", "Most"), start=1):
        says_share(make_share(leavers, name), 2023, number, 100)
    response = as_consultant.get(PAGE, {"z_ceho": "2023"})
    text = page_text(response)
    assert "Z čeho vychází celkem 1,50 %" in text
    assert "2 ze 2 měst" in text
    assert len(response.context["explained"].items) == 2


def test_figure_of_what_a_plan_covers_too_is_not_added_again(as_consultant, executions):
    krnov, most = make_measuring(executions), make_measuring(executions, "Most")
    krnov.plan.covers.add(most.territory)
    krnov.says(2023, 100)
    most.says(2023, 40)
    found = as_consultant.get(PAGE, {"do": "2023"}).context["found"]
    assert found.totals[2023].numerator == 100
    assert [part.cell.reason for part in found.totals[2023].missing] == [
        "leží v území, které je už započtené"
    ]


def test_figure_of_an_orp_holds_those_of_its_municipalities(as_consultant, executions):
    orp, krnov = make_measuring(executions, "Správní obvod"), make_measuring(executions)
    Territory.objects.filter(pk=orp.territory.pk).update(kind=Territory.Kind.ORP)
    Territory.objects.filter(pk=krnov.territory.pk).update(orp=orp.territory)
    orp.says(2023, 100)
    krnov.says(2023, 40)
    found = as_consultant.get(PAGE, {"do": "2023"}).context["found"]
    assert found.totals[2023].numerator == 100


def test_plan_without_a_period_has_its_start(as_consultant, executions):
    krnov = make_measuring(executions)
    make_value(krnov.indicator, None, 7, covers_start=date(2023, 1, 1), covers_end=date(2023, 12, 31))
    found = as_consultant.get(PAGE, {"do": "2023"}).context["found"]
    assert found.lines[0].cell(2023).number == 7


def test_break_is_told_in_words(as_consultant, executions):
    SeriesBreak.objects.create(definition=executions, year=2023, reason="Nová dávka.")
    (krnov,) = make_towns(executions, 1)
    krnov.says(2022, 5)
    text = page_text(as_consultant.get(PAGE))
    assert "Od roku 2023 nová řada: Nová dávka." in text
    assert "řada přerušená" in text


def test_break_of_one_town_is_not_told_as_one_of_all(as_consultant, executions):
    krnov, _ = make_towns(executions, 2)
    SeriesBreak.objects.create(definition=executions, territory=krnov.territory, year=2023, reason="Jinak.")
    krnov.says(2022, 5)
    text = page_text(as_consultant.get(PAGE))
    assert "Od roku 2023 nová řada" not in text
    assert "nová řada: Jinak." in text


def test_regions_are_shown_from_public_figures(as_consultant, executions):
    adults = make_definition("adults")
    executions.aggregation, executions.denominator = Aggregation.SHARE, adults
    executions.save()
    country = make_country()
    make_plan(country[0], slug="obec")
    for territory in country:
        tell(adults, territory, 2023, 1_000)
        tell(executions, territory, 2023, 5)
    StatisticTotal.objects.refresh()
    response = as_consultant.get(PAGE, {"ukazatel": "executions"})
    assert [row.unit.name for row in response.context["regions"].rows] == ["Kraj 0", "Kraj 1"]
    assert response.context["is_public"]


def test_thirty_small_charts_and_fifty_rows_at_most(as_consultant, executions):
    make_towns(executions, 52)
    response = as_consultant.get(PAGE)
    assert (len(response.context["small"]), len(shown(response))) == (30, 50)
    assert "zbývá 22 dalších" in page_text(response)
    assert len(shown(as_consultant.get(PAGE, {"strana": "2"}))) == 2


def test_workbook_holds_all_towns_with_numbers(as_consultant):
    leavers = make_definition("leavers", aggregation=Aggregation.SHARE)
    says_share(make_share(leavers, "Krnov"), 2023, 9, 225)
    says_share(make_share(leavers, "Most"), 2023, 4, 100)
    response = as_consultant.get(PAGE, {"soubor": "xlsx"})
    assert response["Content-Disposition"] == 'attachment; filename="srovnani.xlsx"'
    rows = list(load_workbook(BytesIO(response.content)).active.iter_rows(values_only=True))
    head = next(row for row in rows if row[0] == "Město")
    krnov = dict(zip(head, next(row for row in rows if row[0] == "Krnov"), strict=True))
    assert (krnov["2023"], krnov["2023: počet"], krnov["2023: celek"]) == (4, 9, 225)
    total = dict(zip(head, rows[rows.index(head) + 1], strict=True))
    assert (total["Město"], total["2023"], total["2023: počet"]) == ("Celkem", 4, 13)
    assert total["2023: poznámka"] == "2 ze\xa02\xa0měst"
    assert any(row[0] == "Výběr" and "Ukazatel: Osoby v exekuci" in row[1] for row in rows)


def test_workbook_stands_in_the_order_of_the_page(as_consultant, executions):
    make_towns(executions, 2)
    response = as_consultant.get(PAGE, {"soubor": "xlsx", "radit": "mesto"})
    rows = load_workbook(BytesIO(response.content)).active.iter_rows(values_only=True)
    assert [row[0] for row in rows][-3:] == ["Celkem", "Město 000", "Město 001"]


def test_picture_is_a_file_of_its_own(as_consultant, executions):
    make_towns(executions, 2)
    response = as_consultant.get(PAGE, {"soubor": "svg"})
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Content-Disposition"] == 'attachment; filename="srovnani.svg"'
    assert b"<svg" in response.content
    assert b"<text" in response.content


@pytest.mark.parametrize("count", [2, 60])
@pytest.mark.parametrize("role", ["consultant", "reader"])
@pytest.mark.parametrize("origin", ["", "schvalene", "verejne"])
def test_ten_questions_however_many_towns(
    sign_in, executions, django_assert_max_num_queries, count, role, origin
):
    towns = make_towns(executions, count)
    for town in towns:
        tell(executions, town.territory, 2023, 5)
    person = make_user(consultant=True) if role == "consultant" else make_user(reader_of=towns[0].territory)
    client = sign_in(person)
    with django_assert_max_num_queries(SIGN_IN + 10):
        client.get(PAGE, {"hodnoty": origin, "z_ceho": "2023"})
