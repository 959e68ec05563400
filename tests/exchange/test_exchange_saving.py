"""Saving a document: all or nothing, only what differs, and a word about every change."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.apps import apps
from django.utils import timezone

from exchange.documents import ReportCount
from exchange.problems import DocumentError
from exchange.saving import save_plan
from exchange.yaml_reader import read_plans
from indicators.models import Indicator, Part, Target, Value
from plans.models import (
    Evaluation,
    Goal,
    Measure,
    Organisation,
    Plan,
    PriorityArea,
    ReportingPeriod,
    Territory,
)
from projects.models import Call, Project
from reports.models import Chapter
from tests.builders import make_user
from tests.exchange.plan_text import PLAN, plan_with

pytestmark = pytest.mark.django_db
OUR_APPS = ("plans", "indicators", "projects", "reports")


def load(text: str = PLAN, **options):
    (document,) = read_plans(text.encode(), "krnov.yaml")
    return save_plan(document, name="krnov.yaml", **options)


def load_with(old: str, new: str, **options):
    return load(plan_with(old, new)[0], **options)


def everything() -> dict[str, list]:
    """All rows of our models with their history, to compare before and after."""
    models = [
        model for app in OUR_APPS for model in apps.get_app_config(app).get_models(include_auto_created=True)
    ]
    return {model._meta.label: list(model._default_manager.order_by("pk").values()) for model in models}


def flats(period: str = "2023") -> Value:
    return Value.objects.get(indicator__name="Počet obecních bytů", period__slug=period)


def persons() -> Value:
    return Value.objects.get(indicator__name="Počet osob", period__slug="2023")


# What arrives


def test_plan_hangs_on_the_town_with_its_district_and_region():
    plan = load().plan
    assert plan.municipality.code == "597520"
    assert plan.municipality.full_name == "Krnov (okres Bruntál)"
    assert plan.municipality.parent.parent.name == "Moravskoslezský kraj"
    assert [town.full_name for town in plan.covers.all()] == ["Zátor (okres Bruntál)"]


def test_levels_and_indicators():
    load()
    measure = Measure.objects.get(title="Vytvořit kontaktní místo")
    assert str(measure.goal.parent.area) == "4 Bydlení"
    assert [row.organisation.name for row in measure.measureimplementer_set.all()] == ["Město Krnov", "ASZ"]
    assert measure.funding == "Rozpočet města\nOPZ+"
    assert [indicator.name for indicator in measure.indicators.all()] == ["Počet osob", "Místo je otevřeno"]
    assert Target.objects.get().number == 120


def test_values_keep_what_was_typed():
    load()
    share = Value.objects.get(indicator__value_kind="count_share")
    assert (share.number, share.share, share.share_decimals) == (1833, Decimal("9.7"), 2)
    assert flats("2022").missing_reason == "not_monitored"
    assert Value.objects.get(indicator__value_kind="yes_no").number == 1
    assert [(part.category.label, part.number) for part in persons().parts.all()] == [("ČR", 79), ("UA", 150)]


def test_value_of_parts_alone_has_no_total():
    load_with("value: 229 osob", 'value: ""')
    assert (persons().number, persons().parts_only) == (None, True)


def test_part_may_speak_of_a_territory():
    load_with(
        "1 833 osob tj. 9,70 %", "{parts: {Krnov: 9 %, Moravskoslezský kraj: 5 %, Česká republika: 4 %}}"
    )
    territories = [part.territory for part in Part.objects.filter(category=None)]
    assert [territory.kind for territory in territories] == ["municipality", "region", "state"]


def test_given_date_of_approval_closes_the_period():
    load()
    closed, opened = ReportingPeriod.objects.order_by("slug")
    assert (closed.state, opened.state) == ("approved", "open")
    assert list(ReportingPeriod.objects.open()) == [opened]


def test_project_finds_its_measure_call_and_recipient():
    load()
    project = Project.objects.get()
    assert [measure.title for measure in project.measures.all()] == ["Vytvořit kontaktní místo"]
    assert str(project.call) == "018 OPZ+"
    assert [str(recipient) for recipient in project.recipients.all()] == ["Lexikona, z. s."]
    assert project.outputs.get().number == 35


def test_indicator_may_count_other_measures():
    load_with("direction: down", 'direction: down\n    also_counts: ["4.1.1.1 Zachovat"]')
    indicator = Indicator.objects.get(definition__code="isv")
    assert [measure.title for measure in indicator.contributing_measures.all()] == ["Zachovat počet bytů"]


def test_created_rows_are_counted():
    created = load().created
    assert (created[Measure], created[Value], created[Chapter]) == (2, 7, 1)


def test_plan_of_a_group_of_towns_may_be_known_by_its_approval_only():
    head = PLAN[: PLAN.index("periods:")]
    head = head.replace('{code: "597520", name: Krnov,', "{name: Vrbensko, kind: other,")
    plan = load(head).plan
    assert (plan.municipality.kind, plan.approvals.count(), plan.periods.count()) == ("other", 1, 0)


# Loading again


def test_second_load_changes_nothing():
    load()
    before = everything()
    result = load()
    assert result.changed_nothing
    assert not result.extras
    assert everything() == before


def test_change_of_a_value_is_told_and_kept_in_history():
    load()
    boss = make_user("spravce")
    result = load_with("1 535 bytů", "1 540 bytů", by=boss)
    assert [change.replace("\xa0", " ") for change in result.changes] == [
        "změněno: indikátor Počet obecních bytů, rok 2023: 1 535 bytů → 1 540 bytů"
    ]
    value = flats()
    assert (value.number, value.version, value.updated_by) == (1540, 2, boss)
    assert [(record.history_type, record.history_user) for record in value.history.all()] == [
        ("~", boss),
        ("+", None),
    ]
    assert not result.created


def test_only_more_decimals_are_a_change_too():
    load()
    result = load_with("1 535 bytů", "1 535,0 bytů")
    assert len(result.changes) == 1
    assert flats().decimals == 1


def test_change_of_a_part_makes_a_new_version_of_its_value():
    load()
    load_with("ČR: 79,", "ČR: 80,")
    assert (persons().version, persons().history.count()) == (2, 2)
    assert flats().version == 1


def test_text_left_out_is_emptied_and_told():
    load()
    result = load_with("                        footnote: Včetně dětí.\n", "")
    assert result.changes == [
        "změněno: indikátor Počet osob, rok\xa02023, poznámka pod čarou: Včetně dětí. → nic"
    ]


def test_long_texts_are_shown_where_they_differ():
    load()
    load_with("introduction: Zpráva hodnotí", f"introduction: {'Dlouhý úvod. ' * 20} Konec.")
    (change,) = load_with(
        "introduction: Zpráva hodnotí", f"introduction: {'Dlouhý úvod. ' * 20} Závěr."
    ).changes
    assert "Konec." in change
    assert "Závěr." in change
    assert len(change) < 300


def test_what_people_changed_in_the_browser_is_overwritten_with_a_word():
    load()
    Value.objects.filter(pk=flats().pk).update(number=9)
    (change,) = load().changes
    assert "9\xa0bytů → 1\xa0535\xa0bytů" in change


def test_review_done_by_people_stays():
    load()
    period = ReportingPeriod.objects.get(slug="2023")
    boss = make_user("konzultantka")
    period.submit(by=boss)
    period.approve(by=boss)
    closed = ReportingPeriod.objects.get(slug="2022")
    closed.reopened_at, closed.reopen_reason = timezone.now(), "Chyba v součtu."
    closed.save()
    assert load().changed_nothing
    assert ReportingPeriod.objects.get(slug="2023").state == "approved"
    assert ReportingPeriod.objects.get(slug="2022").state == "open"


def test_level_with_a_new_title_is_known_by_its_code():
    load()
    result = load_with("title: Pomoc při hledání bydlení", "title: Pomoc s bydlením")
    assert not result.created
    assert not result.extras
    assert Goal.objects.get(code="4.1.1").title == "Pomoc s bydlením"


def test_repeated_codes_are_told_apart_by_title_and_then_by_order():
    load()
    first, second = Measure.objects.all()
    load_with("title: Zachovat počet bytů", "title: Zvýšit počet bytů")
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.title, second.title) == ("Vytvořit kontaktní místo", "Zvýšit počet bytů")


def test_level_with_a_new_code_is_known_by_its_title():
    load()
    assert not load_with('code: "4"\n', 'code: "5"\n').created
    assert PriorityArea.objects.get().code == "5"


def test_project_without_number_is_known_by_title_and_recipients():
    number = "    registration_number: CZ.03.02.01/00/22_018/0000374\n"
    load_with(number, "")
    result = load()
    assert not result.created
    assert Project.objects.get().registration_number.endswith("374")


def test_what_the_document_no_longer_has_stays_and_is_told():
    load()
    text = PLAN.replace("      - name: Podíl osob v exekuci\n", "      - name: Podíl dlužníků\n")
    result = load(text)
    assert result.created[Indicator] == 1
    assert result.extras == [
        "indikátor Podíl osob v exekuci",
        "indikátor Podíl osob v exekuci, rok\xa02023",
    ]
    assert Indicator.objects.filter(name="Podíl osob v exekuci").exists()


def test_new_order_is_one_short_line():
    load()
    families, people = (
        "      - {name: Počet rodin, value: min. 35 rodin}\n",
        "      - {name: Osoby, value: 60}\n",
    )
    load_with(families, families + people)
    result = load_with(families, people + families)
    assert result.changes == ["změněno pořadí: plánované výstupy projektu"]


def test_towns_calls_and_organisations_are_shared_by_plans():
    load()
    counts = [model.objects.count() for model in (Territory, Call, Organisation)]
    load(PLAN.replace("krnov-psz", "krnov-druhy"))
    assert [model.objects.count() for model in (Territory, Call, Organisation)] == counts
    assert Plan.objects.count() == 2


def test_town_first_met_without_its_code_is_completed():
    load()
    text = PLAN.replace('{code: "597520", name: Krnov,', '{code: "598003", name: Zátor,')
    load(text.replace("krnov-psz", "zator").replace("  covers: [{name: Zátor, district: Bruntál}]\n", ""))
    assert Territory.objects.get(name="Zátor").code == "598003"


def test_country_is_the_one_of_the_code_list_whatever_its_name():
    country = Territory.objects.create(kind=Territory.Kind.STATE, name="Česko", code="CZ")
    load_with("1 833 osob tj. 9,70 %", "{parts: {Krnov: 9 %, Česká republika: 4 %}}")
    assert Part.objects.get(territory__kind=Territory.Kind.STATE).territory == country


# Refused


def test_document_that_does_not_fit_the_columns_is_refused_with_its_line():
    (document,) = read_plans(PLAN.encode(), "krnov.yaml")
    long_title = replace(document, plan=replace(document.plan, title="a" * 251))
    with pytest.raises(DocumentError) as caught:
        save_plan(long_title, name="tabulka.xlsx")
    assert str(caught.value).startswith("tabulka.xlsx, řádek 2: Název: ")
    assert not Plan.objects.exists()


def test_broken_constraint_says_its_own_sentence_and_saves_nothing():
    (document,) = read_plans(PLAN.encode(), "krnov.yaml")
    area = document.areas[0]
    evaluation = replace(area.goals[0].evaluations[0], reports=ReportCount(received=7, expected=6))
    goals = (replace(area.goals[0], evaluations=(evaluation,)),)
    with pytest.raises(DocumentError, match="Zohledněných zpráv nemůže být víc než očekávaných."):
        save_plan(replace(document, areas=(replace(area, goals=goals),)))
    assert not Plan.objects.exists()
    assert not Evaluation.history.exists()
