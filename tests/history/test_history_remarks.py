"""Remarks and retirements in the memory of a plan."""

from datetime import date

import pytest
from django.urls import reverse

from plans.models import Measure, PriorityArea, Remark
from reports.history.changes import Kind
from reports.history.filters import Chosen
from reports.models import Chapter, Report
from tests.builders import make_indicator, make_organisation, make_remark, make_town, make_user
from tests.history.history_rows import events, lines, of_kind, saved
from tests.html import page_text


@pytest.fixture
def thread(krnov, consultant):
    """A remark that returns the value of the town's indicator."""
    text = {"text": "Odkud je číslo?", "about": "value", "subject_id": krnov.indicator.pk}
    Remark.objects.write(
        [Remark(period=krnov.period, written_by=consultant, asks_for_change=True, **text)], by=consultant
    )
    return Remark.objects.get()


def history(client, town, **chosen):
    return page_text(client.get(reverse("reports:history", args=[town.plan.slug]), chosen))


def test_a_thread_is_told_from_its_first_word_to_its_end(krnov, coordinator, consultant, thread):
    thread.reply(by=coordinator, text="Z evidence.")
    krnov.period.submit(by=coordinator)
    thread.refresh_from_db()
    thread.resolve(by=consultant)
    resolved, submitted, replied, written = of_kind(krnov.plan, Kind.REMARK)
    assert lines(written) == ["připomínka: prázdné → Odkud je číslo?", "stav: otevřená → vrací k opravě"]
    assert lines(replied) == ["odpověď: prázdné → Z evidence."]
    assert lines(submitted) == ["stav: vrací k opravě → město znovu odevzdalo"]
    assert lines(resolved) == ["stav: město znovu odevzdalo → vyřešená"]
    authors = [one.who for one in (written, replied, submitted, resolved)]
    assert authors == ["Konzultant", "Koordinatorka", "Koordinatorka", "Konzultant"]


def test_a_remark_says_at_what_it_stands_and_leads_to_its_thread(krnov, coordinator, consultant, thread):
    thread.reply(by=coordinator, text="Z evidence.")
    make_remark(krnov, by=consultant, about="measure", subject_id=krnov.measure.pk)
    make_remark(krnov, by=consultant, about="goal", subject_id=krnov.goal.pk)
    report = Report.objects.create(plan=krnov.plan, period=krnov.period, layout="action-plan-table")
    text = Chapter.objects.create(report=report, name="introduction", text="Úvodem.")
    make_remark(krnov, by=consultant, about="chapter", subject_id=text.pk)
    told = [(one.subject.code, one.subject.name) for one in of_kind(krnov.plan, Kind.REMARK)]
    assert told == [
        ("", "zpráva: Tabulka akčního plánu, úvod"),
        ("4.1", "Zvýšit dostupnost bydlení"),
        ("4.1.1", "Vytvořit kontaktní místo"),
        ("4.1.1", "Počet podpořených osob"),
        ("4.1.1", "Počet podpořených osob"),
    ]
    assert {one.subject.pk for one in of_kind(krnov.plan, Kind.REMARK)[3:]} == {thread.pk}


def test_the_consultant_who_writes_at_several_cells_is_remembered(sign_in, consultant, krnov):
    address = reverse("indicators:review", args=[krnov.plan.slug, krnov.period.slug])
    cells = {f"text-value-{one.pk}": "Odkud?" for one in (krnov.indicator, krnov.context)}
    sign_in(consultant).post(address, {"krok": "pripominky", **cells})
    assert [one.who for one in of_kind(krnov.plan, Kind.REMARK)] == ["Konzultant", "Konzultant"]


def test_a_coordinator_reads_the_thread_from_history(as_coordinator, krnov, thread):
    text = history(as_coordinator, krnov, druh="pripominky")
    assert "Odkud je číslo?" in text
    assert reverse("indicators:remark", args=[krnov.plan.slug, krnov.period.slug, thread.pk]) in text


@pytest.mark.parametrize("persona", ["reader", "contributor"])
def test_who_does_not_discuss_reads_no_remarks(sign_in, request, krnov, thread, persona):
    """They do not find them at the cells of others either."""
    if persona == "reader":
        person = request.getfixturevalue("reader")
    else:
        lexikona = make_organisation("Lexikona")
        krnov.measure.implementers.add(lexikona)
        person = make_user("hana", contributor_of=lexikona)
    client = sign_in(person)
    text = history(client, krnov)
    assert "Odkud je číslo?" not in text
    assert ">připomínky</option>" not in text
    assert ">Konzultant</option>" not in text
    assert "Vyberte z nabídky." in history(client, krnov, druh="pripominky")
    assert "Odkud je číslo?" not in history(client, krnov, obdobi=krnov.period.pk)


def test_remarks_are_narrowed_to_a_period_and_an_area(krnov, consultant, thread):
    other = PriorityArea.objects.create(plan=krnov.plan, code="5", title="Zaměstnanost")
    elsewhere = make_indicator(krnov.plan, area=other)
    for about, subject in (("measure", krnov.measure), ("goal", krnov.goal), ("value", elsewhere)):
        make_remark(krnov, by=consultant, about=about, subject_id=subject.pk)
    kind = {"kind": Kind.REMARK}
    assert len(events(krnov.plan, Chosen(area=krnov.area.pk, **kind))) == 3
    assert len(events(krnov.plan, Chosen(area=other.pk, **kind))) == 1
    assert len(events(krnov.plan, Chosen(period=krnov.period.pk, **kind))) == 4
    assert events(krnov.plan, Chosen(period="pocatecni", **kind)) == []


def test_remarks_of_another_town_are_not_told(krnov, consultant):
    make_remark(make_town("Most"), by=consultant)
    assert of_kind(krnov.plan, Kind.REMARK) == []


@pytest.mark.parametrize("name", ["measure", "indicator"])
def test_retiring_and_putting_back_are_told_with_the_reason(krnov, coordinator, name):
    level = getattr(krnov, name)
    level.retire(on=date(2024, 12, 31), reason="Projekt skončil.", by=coordinator)
    level.put_back(by=coordinator)
    back, retired = of_kind(krnov.plan, Kind.STRUCTURE)[:2]
    assert (lines(retired), retired.why) == (["v plánu → ukončeno 31. 12. 2024"], "Projekt skončil.")
    assert (lines(back), back.why) == (["ukončeno 31. 12. 2024 → v plánu"], "")
    assert (retired.who, retired.subject.code) == ("Koordinatorka", "4.1.1")


def test_a_changed_indicator_is_told_by_the_names_of_its_fields(krnov, coordinator):
    saved(krnov.context, coordinator, name="Lidé v exekuci", unit="byt")
    event = of_kind(krnov.plan, Kind.STRUCTURE)[0]
    assert lines(event) == ["název: Osoby v exekuci → Lidé v exekuci", "jednotka: osoba → byt"]
    assert (event.subject.code, event.subject.name) == ("K4", "Lidé v exekuci")


def test_indicators_are_narrowed_to_an_area(krnov, coordinator):
    other = PriorityArea.objects.create(plan=krnov.plan, code="5", title="Zaměstnanost")
    saved(krnov.indicator, coordinator, name="Podpoření")
    found = {one.subject.name for one in events(krnov.plan, Chosen(kind=Kind.STRUCTURE, area=krnov.area.pk))}
    assert "Podpoření" in found
    assert "Podpoření" not in {
        one.subject.name for one in events(krnov.plan, Chosen(kind=Kind.STRUCTURE, area=other.pk))
    }


def test_a_measure_retired_in_the_browser_is_told(as_coordinator, krnov):
    address = reverse("indicators:retire_measure", args=[krnov.plan.slug, krnov.measure.pk])
    as_coordinator.post(address, {"on": "31. 12. 2024", "reason": "Projekt skončil."})
    assert Measure.objects.retired().exists()
    text = history(as_coordinator, krnov, druh="plan")
    assert "v plánu → ukončeno 31. 12. 2024" in text
    assert "Projekt skončil." in text
