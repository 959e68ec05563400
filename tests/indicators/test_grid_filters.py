"""Filters, the jump box and completeness above the grid, as the server makes them without a script."""

import pytest
from django.urls import reverse

from indicators.models import MissingReason
from plans.models import Measure, Remark, Status
from tests.builders import make_evaluation, make_indicator, make_user, make_value
from tests.html import page_text


def address(town, **query):
    return reverse("indicators:values", args=[town.plan.slug, town.period.slug], query=query or None)


def text_of(client, town, **query):
    return page_text(client.get(address(town, **query)))


@pytest.fixture
def towers(krnov):
    """Two more indicators of the measure, each with a telling name."""
    return [make_indicator(krnov.plan, measure=krnov.measure, name=name) for name in ("Počet bytů", "Věže")]


def test_each_filter_says_how_many_rows_it_leaves(as_coordinator, coordinator, krnov, towers):
    make_value(towers[0], krnov.period, 3, updated_by=coordinator)
    text = text_of(as_coordinator, krnov)
    assert "Vše <strong>4</strong>" in text
    assert "Jen chybějící <strong>3</strong>" in text
    assert "Jen moje <strong>1</strong>" in text


def test_a_filter_that_would_leave_nothing_is_not_offered(as_coordinator, krnov):
    text = text_of(as_coordinator, krnov)
    assert "Jen moje" not in text
    assert "Vrácené" not in text
    assert "K řešení" not in text


def test_mine_is_what_i_wrote_last(as_coordinator, coordinator, krnov, towers):
    make_value(towers[0], krnov.period, 3, updated_by=coordinator)
    make_value(towers[1], krnov.period, 3, updated_by=make_user("kolegyne"))
    text = text_of(as_coordinator, krnov, zobrazit="moje")
    assert "Počet bytů" in text
    assert "Věže" not in text


def test_doubtful_values_and_open_remarks_are_to_be_solved(as_coordinator, consultant, krnov, towers):
    make_value(towers[0], None, 3)
    make_value(towers[0], krnov.period, 300)
    krnov.period.remarks.create(
        about=Remark.About.VALUE, subject_id=towers[1].pk, text="Které?", written_by=consultant
    )
    text = text_of(as_coordinator, krnov, zobrazit="k-reseni")
    assert "K řešení <strong>2</strong>" in text
    assert "Počet bytů" in text
    assert "Věže" in text
    assert krnov.indicator.name not in text


def test_returned_values_are_a_filter_of_their_own(as_coordinator, coordinator, consultant, krnov, towers):
    make_value(towers[0], krnov.period, 3)
    krnov.period.submit(by=coordinator)
    krnov.period.remarks.create(
        about=Remark.About.VALUE,
        subject_id=towers[0].pk,
        text="Odkud to je?",
        written_by=consultant,
        asks_for_change=True,
    )
    krnov.period.send_back(by=consultant, reason="Doplňte zdroj.")
    text = text_of(as_coordinator, krnov, zobrazit="vracene")
    assert "Vrácené <strong>1</strong>" in text
    assert "K řešení" not in text
    assert "Věže" not in text


def test_an_unknown_filter_shows_everything(as_coordinator, krnov):
    text = text_of(as_coordinator, krnov, zobrazit="nesmysl")
    assert krnov.indicator.name in text
    assert krnov.context.name in text


@pytest.mark.parametrize("words", ["BYTU", "pocet byt", "bytů", "4.1.1/2"])
def test_words_without_accents_and_codes_find_rows(as_coordinator, krnov, towers, words):
    text = text_of(as_coordinator, krnov, hledat=words)
    assert "Počet bytů" in text
    assert "Věže" not in text


def test_a_search_goes_on_under_the_next_filter(as_coordinator, krnov, towers):
    assert 'href="?zobrazit=chybejici&amp;hledat=byt"' in text_of(as_coordinator, krnov, hledat="byt")


def test_a_search_without_result_says_what_to_try(as_coordinator, krnov):
    text = text_of(as_coordinator, krnov, hledat="<b>ponorka")
    assert "Nic takového v tabulce není." in text
    assert "Zobrazit celou tabulku" in text
    assert "<b>ponorka" not in text


def test_a_complete_area_has_a_check_and_another_its_count(as_coordinator, krnov):
    assert ">0</span>/2" in text_of(as_coordinator, krnov)
    make_value(krnov.indicator, krnov.period, 3)
    make_value(krnov.context, krnov.period, missing_reason=MissingReason.NOT_YET)
    text = text_of(as_coordinator, krnov)
    assert 'class="area-count" hidden' in text
    assert 'class="area-done" hidden' not in text


def test_what_is_left_is_counted_with_a_way_to_it(as_coordinator, krnov):
    make_value(krnov.indicator, krnov.period, 3)
    text = text_of(as_coordinator, krnov)
    assert "zbývá 1 políčko" in text
    assert f'href="#radek-{krnov.context.pk}"' in text


def test_an_area_without_rows_on_the_page_leads_to_the_whole_table(as_coordinator, krnov):
    indicator = make_indicator(krnov.plan, name="Počet obyvatel")
    text = text_of(as_coordinator, krnov, hledat="obyvatel")
    assert f'href="?#oblast-{krnov.area.pk}"' in text
    assert 'href="#plan"' in text
    assert indicator.name in text


def test_the_status_of_a_measure_leads_to_its_page(as_coordinator, krnov):
    make_evaluation(krnov, measure=krnov.measure, status=Status.COMPLETED)
    other = Measure.objects.create(goal=krnov.goal, code="4.1.9", title="Nové opatření")
    make_indicator(krnov.plan, measure=other)
    text = text_of(as_coordinator, krnov)
    assert f'/stav/opatreni/{krnov.measure.pk}/"' in text
    assert "Stav chybí" in text


def test_a_reader_is_not_sent_to_missing_values(sign_in, reader, krnov):
    text = text_of(sign_in(reader), krnov)
    assert "Další chybějící" not in text
    assert "/stav/opatreni/" not in text
