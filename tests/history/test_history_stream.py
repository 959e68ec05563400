"""Every change of a plan in one stream: who, when, from what to what, why."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from simple_history.utils import bulk_create_with_history

from indicators.models import Category, Part, PartsKind, Target, Value
from plans.models import (
    Evaluation,
    Goal,
    MeasureImplementer,
    Membership,
    PriorityArea,
    ReportingPeriod,
    Role,
    Status,
)
from reports.history.changes import Kind
from reports.history.stream import PER_PAGE, history_of_plan
from reports.models import Chapter, Report
from tests.builders import (
    make_evaluation,
    make_indicator,
    make_organisation,
    make_period,
    make_remark,
    make_town,
    make_user,
    make_value,
)
from tests.history.history_rows import events, lines, number, of_kind, saved


@pytest.fixture
def dwellings(krnov):
    return make_indicator(krnov.plan, measure=krnov.measure, name="Počet bytů", unit="byt")


def test_a_changed_value_says_from_what_to_what_by_whom_and_in_which_period(krnov, coordinator, dwellings):
    value = saved(Value(indicator=dwellings, period=krnov.period), coordinator, **number(1531))
    saved(value, coordinator, **number(1535))
    newest, first = of_kind(krnov.plan, Kind.VALUE)
    assert (lines(newest), newest.who) == (["1 531 → 1 535 bytů"], "Koordinatorka")
    assert (newest.subject.code, newest.subject.name) == ("4.1.1", "Počet bytů")
    assert newest.period == krnov.period
    assert lines(first) == ["neuvedeno → 1 531 bytů"]


def test_a_reason_in_place_of_a_value_is_told_in_words(krnov, coordinator):
    value = saved(Value(indicator=krnov.indicator, period=krnov.period), coordinator, **number(5))
    saved(value, coordinator, number=None, missing_reason="not_monitored")
    assert lines(events(krnov.plan)[0]) == ["5 osob → nesledováno"]


def test_what_the_wording_leaves_out_is_told_by_its_name(krnov, coordinator):
    value = saved(Value(indicator=krnov.indicator, period=krnov.period), coordinator, **number(5))
    saved(value, coordinator, source="Mapa zadlužení", footnote="Bez cizinců.")
    told = lines(events(krnov.plan)[0])
    assert told == ["poznámka pod čarou: prázdné → Bez cizinců.", "zdroj: prázdné → Mapa zadlužení"]


def test_saving_the_same_again_is_an_event_without_a_difference(krnov, coordinator):
    value = saved(Value(indicator=krnov.indicator, period=krnov.period), coordinator, **number(5))
    saved(value, coordinator, version=2)
    assert events(krnov.plan)[0].differences == ()


def test_a_baseline_belongs_to_no_period(krnov, coordinator):
    saved(Value(indicator=krnov.context), coordinator, **number(2393))
    event = of_kind(krnov.plan, Kind.VALUE)[0]
    assert (event.period, event.subject.code, event.subject.page) == (None, "K4", "indicators:indicator")


class TestParts:
    @pytest.fixture
    def split(self, krnov):
        indicator = make_indicator(krnov.plan, measure=krnov.measure, parts_kind=PartsKind.SUM)
        self.czech = Category.objects.create(indicator=indicator, label="ČR")
        self.ukrainian = Category.objects.create(indicator=indicator, label="UA", position=1)
        return indicator

    def part(self, value, category, count, **fields):
        return Part.objects.create(value=value, category=category, number=Decimal(count), **fields)

    def test_parts_saved_after_their_value_belong_to_that_version(self, krnov, coordinator, split):
        value = saved(Value(indicator=split, period=krnov.period), coordinator, **number(229))
        part = self.part(value, self.czech, 79)
        self.part(value, self.ukrainian, 150, position=1)
        _age_history(1)
        saved(value, coordinator, **number(230))
        saved(part, coordinator, **number(80))
        newest, first = of_kind(krnov.plan, Kind.VALUE)
        assert lines(newest) == ["229 osob (79 ČR + 150 UA) → 230 osob (80 ČR + 150 UA)"]
        assert lines(first) == ["neuvedeno → 229 osob (79 ČR + 150 UA)"]

    def test_parts_saved_before_their_value_belong_to_that_version_too(self, krnov, coordinator, split):
        """The loader writes parts first and then the value that they make stale."""
        value = saved(Value(indicator=split, period=krnov.period), coordinator, **number(229))
        part = self.part(value, self.czech, 79)
        _age_history(1)
        saved(part, coordinator, **number(80))
        saved(value, coordinator, version=2)
        assert lines(events(krnov.plan)[0]) == ["229 osob (79 ČR) → 229 osob (80 ČR)"]

    def test_a_part_that_was_taken_away_stays_in_earlier_versions(self, krnov, coordinator, split):
        value = saved(Value(indicator=split, period=krnov.period), coordinator, **number(229))
        part = self.part(value, self.czech, 79)
        _age_history(1)
        saved(value, coordinator, **number(150))
        part.delete()
        assert lines(events(krnov.plan)[0]) == ["229 osob (79 ČR) → 150 osob"]


def _age_history(hours):
    """Moves everything written so far into the past, as if the next save came later."""
    for model in (Value.history.model, Part.history.model):
        for row in model.objects.all():
            earlier = row.history_date - timedelta(hours=hours)
            model.objects.filter(pk=row.pk).update(history_date=earlier)


def test_a_revised_target_says_what_it_replaces_and_why(krnov, coordinator):
    old = saved(Target(indicator=krnov.indicator, due_on=date(2027, 12, 31)), coordinator, **number(120))
    saved(
        Target(indicator=krnov.indicator, replaces=old, reason="Ubylo bytů.", due_on=date(2027, 12, 31)),
        coordinator,
        **number(90),
    )
    revised, first = of_kind(krnov.plan, Kind.TARGET)
    assert lines(revised) == ["120 do roku 2027 → 90 do roku 2027"]
    assert revised.why == "Ubylo bytů."
    assert (lines(first), first.why) == (["nestanovena → 120 do roku 2027"], "")


def test_a_status_and_its_texts_are_told_apart(krnov, coordinator):
    evaluation = saved(
        Evaluation(period=krnov.period, measure=krnov.measure, status=Status.IN_PROGRESS), coordinator
    )
    saved(evaluation, coordinator, status=Status.COMPLETED, summary="Místo funguje.")
    newest, first = of_kind(krnov.plan, Kind.EVALUATION)
    assert lines(newest) == ["stav: V realizaci → Realizováno", "vyhodnocení: prázdné → Místo funguje."]
    assert lines(first) == ["stav: Neuvedeno → V realizaci"]
    assert newest.subject.page == "reports:status_history"


def test_a_goal_evaluated_as_a_whole_is_named_by_its_code(krnov):
    make_evaluation(krnov, measure=None, goal=krnov.goal, status=Status.PARTIAL)
    subject = events(krnov.plan)[0].subject
    assert [event.subject.code for event in of_kind(krnov.plan, Kind.EVALUATION)] == ["4.1"]
    assert subject


def test_a_returned_period_says_why(krnov, coordinator, consultant):
    saved(krnov.period, coordinator, submitted_at=datetime(2024, 9, 1, tzinfo=UTC), submitted_by=coordinator)
    saved(
        krnov.period,
        consultant,
        returned_at=datetime(2024, 9, 3, tzinfo=UTC),
        returned_by=consultant,
        return_reason="Chybí zdroje.",
    )
    saved(krnov.period, coordinator, title="Jaro")
    renamed, returned, submitted = of_kind(krnov.plan, Kind.PERIOD)[:3]
    assert (lines(submitted), submitted.why) == (["stav: Rozpracováno → Odevzdáno"], "")
    assert (lines(returned), returned.why) == (["stav: Odevzdáno → Vráceno"], "Chybí zdroje.")
    assert (lines(renamed), renamed.why) == (["název: prázdné → Jaro"], "")


def test_texts_of_a_report_are_told(krnov, coordinator):
    report = saved(Report(plan=krnov.plan, period=krnov.period, layout="action-plan-table"), coordinator)
    saved(Chapter(report=report, name="introduction", text="Úvodem."), coordinator)
    saved(report, coordinator, prepared_by="Odbor sociální")
    title, chapter, _ = of_kind(krnov.plan, Kind.TEXT)
    assert lines(chapter) == ["text: prázdné → Úvodem."]
    assert chapter.subject.name == "zpráva: Tabulka akčního plánu, úvod"
    assert lines(title) == ["zpracovatel: prázdné → Odbor sociální"]


class TestRights:
    def test_given_and_taken_roles_are_told(self, krnov, coordinator):
        jana = make_user("jana")
        role = saved(Membership(user=jana, role=Role.READER, territory=krnov.territory), coordinator)
        role._history_user = coordinator
        role.delete()
        taken, given = [event for event in of_kind(krnov.plan, Kind.RIGHT) if event.subject.name == "Jana"]
        assert lines(given) == ["bez role → čtenář (Krnov)"]
        assert lines(taken) == ["čtenář (Krnov) → bez role"]

    def test_a_role_moved_to_another_town_is_seen_leaving_and_no_longer_followed(self, krnov, coordinator):
        most = make_town("Most").territory
        role = saved(
            Membership(user=make_user("jana"), role=Role.READER, territory=krnov.territory), coordinator
        )
        saved(role, coordinator, territory=most)
        saved(role, coordinator, role=Role.COORDINATOR)
        told = [lines(event) for event in of_kind(krnov.plan, Kind.RIGHT) if event.subject.name == "Jana"]
        assert told == [["čtenář (Krnov) → čtenář (Most)"], ["bez role → čtenář (Krnov)"]]

    def test_those_whose_organisation_implements_a_measure_belong_here(self, krnov, coordinator):
        lexikona = make_organisation("Lexikona")
        krnov.measure.implementers.add(lexikona)
        make_user("hana", contributor_of=lexikona)
        make_user("cizi", contributor_of=make_organisation("Jiná"))
        names = [event.subject.name for event in of_kind(krnov.plan, Kind.RIGHT)]
        assert "Hana" in names
        assert "Cizi" not in names


def test_another_plan_is_not_told(krnov, coordinator):
    most = make_town("Most")
    saved(Value(indicator=most.indicator, period=most.period), coordinator, **number(1))
    assert of_kind(krnov.plan, Kind.VALUE) == []


class TestLoads:
    def test_rows_without_an_author_in_one_minute_are_one_event(self, krnov):
        indicators = [make_indicator(krnov.plan, name=f"Indikátor {one}") for one in range(192)]
        rows = [Value(indicator=one, period=krnov.period, number=1) for one in indicators]
        bulk_create_with_history(rows, Value, default_date=datetime(2024, 1, 5, 10, 30, 7, tzinfo=UTC))
        (event,) = of_kind(krnov.plan, Kind.VALUE)
        assert event.subject.name.replace("\u00a0", " ") == "načtení plánu: 192 hodnot"
        assert event.is_batch

    def test_another_minute_is_another_event(self, krnov):
        indicators = [make_indicator(krnov.plan, name=f"Indikátor {one}") for one in range(4)]
        for start, minute in ((0, 1), (2, 2)):
            rows = [
                Value(indicator=one, period=krnov.period, number=1) for one in indicators[start : start + 2]
            ]
            moment = datetime(2024, 1, 5, 10, minute, tzinfo=UTC)
            bulk_create_with_history(rows, Value, default_date=moment)
        assert len(of_kind(krnov.plan, Kind.VALUE)) == 2

    def test_a_row_loaded_alone_is_told_in_full(self, krnov):
        make_value(krnov.indicator, krnov.period, 7)
        (event,) = of_kind(krnov.plan, Kind.VALUE)
        assert (lines(event), event.who) == (["neuvedeno → 7 osob"], "načtení plánu")

    def test_changes_by_a_load_are_told_one_by_one(self, krnov):
        values = [make_value(make_indicator(krnov.plan), krnov.period, 1) for _ in range(3)]
        for value in values:
            saved(value, **number(2))
        told = [lines(event) for event in of_kind(krnov.plan, Kind.VALUE)]
        assert told[:3] == [["1 osoba → 2 osoby"]] * 3

    def test_what_a_person_typed_is_never_folded(self, krnov, coordinator):
        for one in range(3):
            indicator = make_indicator(krnov.plan, name=f"Indikátor {one}")
            saved(Value(indicator=indicator, period=krnov.period), coordinator, **number(one))
        assert len(of_kind(krnov.plan, Kind.VALUE)) == 3


class TestPages:
    @pytest.fixture
    def busy(self, krnov, coordinator):
        value = saved(Value(indicator=krnov.indicator, period=krnov.period), coordinator, **number(0))
        for one in range(1, 120):
            saved(value, coordinator, **number(one))
        return krnov

    def test_fifty_events_a_page_the_newest_first(self, busy):
        first, last = history_of_plan(busy.plan, number=1), history_of_plan(busy.plan, number=99)
        assert len(first.events) == PER_PAGE == 50
        assert lines(first.events[0]) == ["118 → 119 osob"]
        assert last.page.number == last.page.paginator.num_pages
        moments = [event.when for event in first.events]
        assert moments == sorted(moments, reverse=True)

    def test_an_event_knows_its_predecessor_on_the_next_page(self, busy):
        assert lines(history_of_plan(busy.plan, number=1).events[-1]) == ["69 → 70 osob"]

    def test_pages_neither_repeat_nor_lose_anything(self, busy):
        told = [
            tuple(lines(event))
            for page in (1, 2, 3)
            for event in history_of_plan(busy.plan, number=page).events
            if event.kind == Kind.VALUE
        ]
        assert len(told) == len(set(told)) == 120


@pytest.mark.parametrize("count", [10, 500])
def test_the_number_of_queries_does_not_grow(krnov, coordinator, count, django_assert_max_num_queries):
    """Every kind of change on one page, among few events or among many."""
    indicators = [make_indicator(krnov.plan, measure=krnov.measure) for _ in range(count)]
    values = [Value(indicator=one, period=krnov.period, number=1) for one in indicators]
    moment = datetime(2024, 1, 5, 10, 30, tzinfo=UTC)
    bulk_create_with_history(values, Value, default_user=coordinator, default_date=moment)
    targets = [Target(indicator=one, number=1) for one in indicators]
    bulk_create_with_history(targets, Target, default_user=coordinator, default_date=moment)
    saved(make_evaluation(krnov, status=Status.PARTIAL), coordinator, status=Status.COMPLETED)
    saved(Target(indicator=krnov.indicator), coordinator, **number(5))
    for value in values[:10]:
        saved(value, coordinator, **number(2))
    report = saved(Report(plan=krnov.plan, period=krnov.period, layout="action-plan-table"), coordinator)
    chapter = saved(Chapter(report=report, name="introduction", text="Úvodem."), coordinator)
    for level in (krnov.plan, krnov.area, krnov.goal, krnov.measure):
        saved(level, coordinator, title="Jinak nazvané")
    lexikona = make_organisation("Lexikona")
    saved(MeasureImplementer(measure=krnov.measure, organisation=lexikona), coordinator)
    saved(krnov.indicator, coordinator, name="Podpoření")
    cells = {"value": krnov.indicator, "measure": krnov.measure, "goal": krnov.goal, "chapter": chapter}
    for about, subject in cells.items():
        make_remark(krnov, by=coordinator, about=about, subject_id=subject.pk)
    with django_assert_max_num_queries(23):
        found = history_of_plan(krnov.plan)
    kinds = {event.kind for event in found.events}
    assert kinds == set(Kind)
    assert found.page.paginator.count > count


def test_periods_keep_their_own_values_apart(krnov, coordinator):
    later = make_period(krnov.plan, slug="2025", start=date(2025, 1, 1), end=date(2025, 12, 31))
    saved(Value(indicator=krnov.indicator, period=krnov.period), coordinator, **number(1))
    saved(Value(indicator=krnov.indicator, period=later), coordinator, **number(2))
    told = [(event.period, lines(event)) for event in of_kind(krnov.plan, Kind.VALUE)]
    assert told == [(later, ["neuvedeno → 2 osoby"]), (krnov.period, ["neuvedeno → 1 osoba"])]
    assert isinstance(told[0][0], ReportingPeriod)


class TestThePlanItself:
    """Its facts, areas, goals, measures and who carries them out."""

    def test_a_changed_title_is_told_with_before_and_after(self, krnov, coordinator):
        for level, code in (
            (krnov.plan, ""),
            (krnov.area, "4"),
            (krnov.goal, "4.1"),
            (krnov.measure, "4.1.1"),
        ):
            before = level.title
            saved(level, coordinator, title="Jinak")
            event = of_kind(krnov.plan, Kind.STRUCTURE)[0]
            assert (event.who, event.subject.code) == ("Koordinatorka", code)
            assert lines(event) == [f"název: {before} → Jinak"]

    def test_what_was_added_and_removed_is_told_once(self, krnov, coordinator):
        area = saved(PriorityArea(plan=krnov.plan, title="Omyl"), coordinator)
        goal = saved(Goal(area=area, title="Také omyl"), coordinator)
        for level in (goal, area):
            level._history_user = coordinator
            level.delete()
        told = [(event.subject.name, lines(event)) for event in of_kind(krnov.plan, Kind.STRUCTURE)[:4]]
        assert told == [
            ("Omyl", ["v plánu → není v plánu"]),
            ("Také omyl", ["v plánu → není v plánu"]),
            ("Také omyl", ["není v plánu → v plánu"]),
            ("Omyl", ["není v plánu → v plánu"]),
        ]

    def test_an_implementer_is_told_under_its_measure(self, krnov, coordinator):
        lexikona = make_organisation("Lexikona")
        implementer = MeasureImplementer(measure=krnov.measure, organisation=lexikona)
        saved(implementer, coordinator)
        saved(implementer, coordinator, position=2)
        implementer.delete()
        told = [(event.subject.code, lines(event)) for event in of_kind(krnov.plan, Kind.STRUCTURE)[:3]]
        assert told == [
            ("4.1.1", ["realizátor: Lexikona → prázdné"]),
            ("4.1.1", ["pořadí: 0 → 2"]),
            ("4.1.1", ["realizátor: prázdné → Lexikona"]),
        ]

    def test_another_plan_keeps_its_own(self, krnov, coordinator):
        other = make_town("Most")
        saved(other.goal, coordinator, title="Cizí cíl")
        assert not [one for one in of_kind(krnov.plan, Kind.STRUCTURE) if one.subject.name == "Cizí cíl"]
