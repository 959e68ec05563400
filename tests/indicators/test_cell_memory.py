"""The page of one cell: its fields, its past, the same figure elsewhere and public statistics."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from indicators.models import Category, Definition, PartsKind, Statistic, Target, Value, ValueKind
from tests.builders import make_indicator, make_period, make_remark, make_user, make_value
from tests.html import form_data, page_text

SIGN_IN = ("django_session", "accounts_user")


def address(town, indicator=None):
    return reverse(
        "indicators:value", args=[town.plan.slug, town.period.slug, (indicator or town.indicator).pk]
    )


def panel(client, town, indicator=None) -> str:
    return page_text(client.get(address(town, indicator) + "?panel"))


def type_in(client, town, indicator=None, **typed):
    """What a person posts from the page after typing."""
    indicator = indicator or town.indicator
    shown = form_data(client.get(address(town, indicator)))
    typed = {f"v{indicator.pk}-{name}": text for name, text in typed.items()}
    return client.post(address(town, indicator), shown | typed, follow=True)


def taken(client, town, offer, indicator=None) -> dict[str, str]:
    """The fields after an offer was followed; nothing is saved by that."""
    indicator = indicator or town.indicator
    shown = form_data(client.get(address(town, indicator) + f"?prevzit={offer}"))
    return {name.removeprefix(f"v{indicator.pk}-"): text for name, text in shown.items()}


@pytest.fixture
def earlier(krnov):
    return make_period(krnov.plan, slug="2022", start=date(2022, 1, 1), end=date(2022, 12, 31))


@pytest.fixture
def statistic(krnov):
    """Public figure of Krnov for the indicator's definition."""
    definition = Definition.objects.create(code="persons", name="Podpořené osoby", unit="osoba")
    krnov.indicator.definition = definition
    krnov.indicator.save()
    return Statistic.objects.create(
        definition=definition, territory=krnov.territory, year=2023, number=1535, source="ČSÚ"
    )


def test_the_memory_says_what_is_promised_and_how_it_went(as_coordinator, coordinator, krnov, earlier):
    Target.objects.create(indicator=krnov.indicator, number=450, due_on=date(2027, 12, 31))
    make_value(krnov.indicator, None, 100, covers_start=date(2019, 1, 1), covers_end=date(2019, 12, 31))
    make_value(krnov.indicator, earlier, 215, note="bez nájmů", source="pasport bytů", updated_by=coordinator)
    text = panel(as_coordinator, krnov)
    assert "Počet podpořených osob" in text
    assert "počet · výstup · žádoucí směr: neurčen" in text
    assert "cíl: 450 do roku 2027" in text
    assert "počáteční hodnota" in text
    assert "rok 2019" in text
    assert "215 osob" in text
    assert "bez nájmů" in text
    assert "Zdroj: pasport bytů" in text
    assert "rok 2022; Koordinatorka" in text


def test_the_panel_is_no_whole_page(as_coordinator, krnov):
    assert "<html" not in panel(as_coordinator, krnov)
    assert "<html" in page_text(as_coordinator.get(address(krnov)))


def test_the_fields_are_saved_as_in_the_grid(as_coordinator, coordinator, krnov):
    response = type_in(
        as_coordinator, krnov, krnov.context, value="cca 1 812", share="9,6", covers="rok 2023",
        note="bez cizinců", source="exekutorská komora",
    )  # fmt: skip
    value = krnov.context.values.get()
    assert (value.number, value.qualifier, value.share) == (1812, "about", Decimal("9.6"))
    assert (value.covers_start, value.note) == (date(2023, 1, 1), "bez cizinců")
    assert (value.source, value.updated_by) == ("exekutorská komora", coordinator)
    assert "Hodnota je uložená." in page_text(response)
    assert "Koordinatorka" in page_text(response)


def test_parts_are_saved_too(as_coordinator, krnov):
    indicator = make_indicator(krnov.plan, measure=krnov.measure, parts_kind=PartsKind.SUM)
    category = Category.objects.create(indicator=indicator, label="ČR")
    type_in(as_coordinator, krnov, indicator, **{"value": "79", f"c{category.pk}": "79"})
    assert [part.number for part in indicator.values.get().all_parts] == [79]


def test_what_cannot_be_read_stays_in_its_field(as_coordinator, krnov):
    response = type_in(as_coordinator, krnov, value="asi dost")
    assert response.status_code == 422
    assert form_data(response)[f"v{krnov.indicator.pk}-value"] == "asi dost"
    assert "nelze přečíst" in page_text(response)
    assert not Value.objects.exists()


def test_two_people_are_shown_to_each_other(as_coordinator, krnov):
    shown = form_data(as_coordinator.get(address(krnov)))
    make_value(krnov.indicator, krnov.period, 12, updated_by=make_user("kolegyne"))
    typed = shown | {f"v{krnov.indicator.pk}-value": "14"}
    refused = as_coordinator.post(address(krnov), typed)
    assert refused.status_code == 422
    assert "Mezitím to změnil někdo jiný (Kolegyne): 12 osob" in page_text(refused)
    as_coordinator.post(address(krnov), form_data(refused))
    assert krnov.indicator.values.get().number == 14


def test_saving_unchanged_writes_no_history(as_coordinator, krnov):
    value = make_value(krnov.indicator, krnov.period, 40)
    assert "Nic se nezměnilo" in page_text(type_in(as_coordinator, krnov))
    assert value.history.count() == 1


def test_the_same_figure_elsewhere_is_taken_with_its_source(as_coordinator, krnov):
    twin = make_indicator(krnov.plan, area=krnov.area)
    covers = {"covers_start": date(2023, 12, 31), "covers_end": date(2023, 12, 31)}
    value = make_value(twin, krnov.period, 1535, source="pasport bytů", **covers)
    assert "Převzít 1 535 osob i se zdrojem" in panel(as_coordinator, krnov)
    fields = taken(as_coordinator, krnov, f"udaj-{value.pk}")
    texts = [fields[name].replace("\u00a0", " ") for name in ("value", "covers", "source")]
    assert texts == ["1 535", "k 31. 12. 2023", "pasport bytů"]
    assert not krnov.indicator.values.exists()


@pytest.mark.parametrize("other", [{"unit": "byt"}, {"value_kind": ValueKind.MONEY}, {"name": "Jiný počet"}])
def test_what_is_counted_otherwise_is_not_the_same_figure(as_coordinator, krnov, other):
    make_value(make_indicator(krnov.plan, area=krnov.area, **other), krnov.period, 1535)
    assert "Stejný údaj jinde" not in panel(as_coordinator, krnov)


def test_the_same_definition_is_the_same_figure_under_another_name(as_coordinator, krnov, statistic):
    twin = make_indicator(krnov.plan, area=krnov.area, name="Klienti celkem", definition=statistic.definition)
    make_value(twin, krnov.period, 1535)
    assert "Klienti celkem" in panel(as_coordinator, krnov)


def test_a_statistic_of_the_town_is_taken_with_its_year(as_coordinator, krnov, statistic):
    make_value(krnov.indicator, krnov.period, 40, note="odhad")
    text = panel(as_coordinator, krnov)
    assert "ČSÚ, 2023" in text
    assert "1 535" in text
    fields = taken(as_coordinator, krnov, f"statistika-{statistic.pk}")
    assert fields["value"].replace("\u00a0", " ") == "1 535"
    assert (fields["source"], fields["note"]) == ("ČSÚ, 2023 (Krnov)", "")
    assert fields["covers"].replace("\u00a0", " ") == "rok 2023"


def test_a_statistic_in_another_unit_is_shown_and_never_taken(as_coordinator, krnov, statistic):
    statistic.definition.unit = "domácnost"
    statistic.definition.save()
    text = panel(as_coordinator, krnov)
    assert "Počítá se v jiné jednotce (domácnost), převzít ji nejde." in text
    assert f"statistika-{statistic.pk}" not in text
    assert taken(as_coordinator, krnov, f"statistika-{statistic.pk}")["value"] == ""


def test_later_years_and_other_towns_do_not_fit(as_coordinator, krnov, statistic, stranger):
    elsewhere = stranger.memberships.get().territory
    Statistic.objects.filter(pk=statistic.pk).update(year=2025)
    statistic.pk = None
    statistic.territory = elsewhere
    statistic.save()
    assert "Veřejná statistika" not in panel(as_coordinator, krnov)


def test_each_edition_of_a_year_is_offered_with_its_name(as_coordinator, krnov, statistic):
    Statistic.objects.create(
        definition=statistic.definition, territory=krnov.territory, year=2023, number=1540, source="ČSÚ",
        edition="2024-09",
    )  # fmt: skip
    text = panel(as_coordinator, krnov)
    assert text.index("1 540") < text.index("1 535"), "what was brought last stands first"
    newest = Statistic.objects.get(edition="2024-09")
    assert taken(as_coordinator, krnov, f"statistika-{newest.pk}")["source"] == "ČSÚ 2024-09, 2023 (Krnov)"


def test_the_same_source_as_last_time_goes_to_its_field(as_coordinator, krnov, earlier):
    make_value(krnov.indicator, None, 1, source="starý zdroj")
    make_value(krnov.indicator, earlier, 2, source="pasport bytů")
    assert taken(as_coordinator, krnov, "zdroj")["source"] == "pasport bytů"


def test_open_remarks_stand_in_the_memory(as_coordinator, consultant, krnov):
    make_remark(krnov, by=consultant, text="Odkud je to číslo?")
    assert "Odkud je to číslo?" in panel(as_coordinator, krnov)


def test_a_reader_sees_the_memory_and_no_field(sign_in, reader, consultant, krnov, statistic):
    make_value(krnov.indicator, krnov.period, 40)
    make_remark(krnov, by=consultant, text="Odkud je to číslo?")
    response = sign_in(reader).get(address(krnov))
    assert "40 osob" in page_text(response)
    assert "Převzít" not in page_text(response)
    assert "Odkud je to číslo?" not in page_text(response)
    assert "csrfmiddlewaretoken" not in page_text(response).split("<main")[1]


def test_a_closed_period_is_only_read(as_coordinator, coordinator, krnov):
    shown = form_data(as_coordinator.get(address(krnov)))
    krnov.period.submit(by=coordinator)
    assert "Období je uzavřené" in page_text(as_coordinator.get(address(krnov)))
    typed = shown | {f"v{krnov.indicator.pk}-value": "14"}
    assert as_coordinator.post(address(krnov), typed).status_code == 403
    assert not Value.objects.exists()


def test_of_a_returned_period_the_returned_cell_opens(as_coordinator, coordinator, consultant, krnov):
    krnov.period.submit(by=coordinator)
    make_remark(krnov, by=consultant, asks_for_change=True)
    krnov.period.send_back(by=consultant, reason="Odkud?")
    assert "Uložit hodnotu" in page_text(as_coordinator.get(address(krnov)))
    assert "Uložit hodnotu" not in page_text(as_coordinator.get(address(krnov, krnov.context)))
    assert as_coordinator.post(address(krnov, krnov.context), {}).status_code == 403


def test_a_contributor_has_the_own_cells_only(sign_in, contributor, foreign, krnov):
    make_value(foreign, krnov.period, 77)
    client = sign_in(contributor)
    assert "Uložit hodnotu" in page_text(client.get(address(krnov)))
    assert "77" not in panel(client, krnov)
    for other in (foreign, krnov.context):
        assert client.get(address(krnov, other)).status_code == 404
        assert client.get(address(krnov, other) + "?panel").status_code == 404
        assert client.post(address(krnov, other), {}).status_code == 403


def test_a_contributor_sees_no_figure_of_others_as_the_same(sign_in, contributor, foreign, krnov):
    foreign.name = krnov.indicator.name
    foreign.save()
    make_value(foreign, krnov.period, 77)
    assert "Stejný údaj jinde" not in panel(sign_in(contributor), krnov)


def test_a_retired_indicator_and_one_of_another_plan_are_not_found(as_coordinator, krnov, stranger):
    other = Value._meta.get_field("indicator").related_model.objects.exclude(plan=krnov.plan).first()
    assert as_coordinator.get(address(krnov, other)).status_code == 404
    krnov.indicator.retired_on, krnov.indicator.retired_reason = date(2022, 1, 1), "konec"
    krnov.indicator.save()
    assert as_coordinator.get(address(krnov)).status_code == 404


def test_the_code_in_the_grid_leads_here(as_coordinator, coordinator, krnov):
    grid = reverse("indicators:values", args=[krnov.plan.slug, krnov.period.slug])
    assert f'href="{krnov.indicator.pk}/"' in page_text(as_coordinator.get(grid))
    krnov.period.submit(by=coordinator)
    assert f'href="{address(krnov)}"' in page_text(as_coordinator.get(grid))


@pytest.mark.parametrize("person", ["coordinator", "reader", "contributor", "consultant"])
@pytest.mark.parametrize("plan_size", [1, 40])
def test_the_panel_asks_ten_times(request, sign_in, krnov, earlier, statistic, consultant, person, plan_size):
    """Beside sign-in; the same for every role and size of the plan."""
    client = sign_in(request.getfixturevalue(person))
    for number in range(plan_size):
        make_remark(krnov, by=consultant)
        twin = make_indicator(krnov.plan, measure=krnov.measure)
        make_value(twin, krnov.period, number)
    make_value(krnov.indicator, earlier, 30, updated_by=consultant)
    for number in range(5):
        type_in(client, krnov, value=str(number)) if person == "coordinator" else None
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address(krnov) + "?panel").status_code == 200
    asked = [one["sql"] for one in queries if not any(f'FROM "{table}"' in one["sql"] for table in SIGN_IN)]
    assert len(asked) <= 10, "\n".join(asked)
