"""A coordinator edits what the plan says: its facts, areas, goals and measures."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from plans.models import Goal, Measure, MeasureImplementer, Organisation, PriorityArea
from tests.builders import make_evaluation, make_organisation, make_remark, make_town, make_user
from tests.html import form_data, page_text


def address(name, town, *args):
    return reverse(f"plans:{name}", args=[town.plan.slug, *args])


def fill(client, page, **typed):
    """The form opened and posted with these fields changed."""
    return client.post(page, form_data(client.get(page)) | typed)


@pytest.fixture
def measure_page(krnov):
    return address("edit_measure", krnov, krnov.measure.pk)


# Looking.


def test_the_page_shows_all_levels_by_their_names(as_coordinator, krnov):
    Goal.objects.create(area=krnov.area, parent=krnov.goal, code="4.1.A", title="Byty")
    text = page_text(as_coordinator.get(address("edit_plan", krnov)))
    for words in ("prioritní oblast", "strategický cíl", "specifický cíl", "opatření", "Vytvořit kontaktní"):
        assert words in text


def test_a_community_plan_speaks_its_own_words(as_coordinator, krnov):
    krnov.plan.kind = "kpss"
    krnov.plan.save()
    text = page_text(as_coordinator.get(address("edit_plan", krnov)))
    assert "Přidat: pracovní skupina" in text
    assert "Přidat: priorita" in text
    assert "strategický cíl" not in text


@pytest.mark.parametrize("page", ["tree", "period"])
def test_who_may_edit_finds_the_link(sign_in, krnov, coordinator, reader, page):
    parts = [krnov.plan.slug] if page == "tree" else [krnov.plan.slug, krnov.period.slug]
    read = reverse(f"indicators:{page}", args=parts)
    assert address("edit_plan", krnov) in page_text(sign_in(coordinator).get(read))
    assert address("edit_plan", krnov) not in page_text(sign_in(reader).get(read))


def test_who_may_not_edit_is_told_so(sign_in, krnov, reader):
    response = sign_in(reader).get(address("edit_plan", krnov))
    assert response.status_code == 403
    assert "můžete číst, ale ne měnit" in page_text(response)


@pytest.mark.parametrize("count", [2, 30])
def test_the_number_of_queries_does_not_grow(as_coordinator, krnov, count, django_assert_max_num_queries):
    for number in range(count):
        area = PriorityArea.objects.create(plan=krnov.plan, title=f"Oblast {number}")
        goal = Goal.objects.create(area=area, title="Cíl")
        Measure.objects.create(goal=goal, title="Opatření")
    with django_assert_max_num_queries(9):
        as_coordinator.get(address("edit_plan", krnov))


# The plan.


def test_the_coordinator_changes_the_facts(as_coordinator, coordinator, krnov):
    page = address("edit_plan_facts", krnov)
    fill(as_coordinator, page, title="Nový plán", valid_to="rok 2028", planned_funding="12 500 000,50 Kč")
    krnov.plan.refresh_from_db()
    assert (krnov.plan.title, krnov.plan.valid_from) == ("Nový plán", date(2022, 1, 1))
    assert krnov.plan.valid_to == date(2028, 12, 31)
    assert krnov.plan.planned_funding == Decimal("12500000.50")
    assert krnov.plan.history.first().history_user == coordinator


def test_saving_without_a_change_leaves_no_trace(as_coordinator, krnov):
    for page, level in {
        address("edit_plan_facts", krnov): krnov.plan,
        address("edit_area", krnov, krnov.area.pk): krnov.area,
        address("edit_measure", krnov, krnov.measure.pk): krnov.measure,
    }.items():
        assert fill(as_coordinator, page).status_code == 302
        assert level.history.count() == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"title": " "}, "Napište název."),
        ({"title": "a" * 251}, "Vejde se nejvýš 250 znaků, tento text jich má 251."),
        ({"valid_from": "od jara"}, "Období „od jara“ nelze přečíst"),
        ({"valid_from": "2028"}, "Konec je dřív než začátek."),
        ({"planned_funding": "12 milionů"}, "„12 milionů“ nelze přečíst"),
        ({"planned_funding": "-5"}, "Částka nemůže být záporná."),
        ({"planned_funding": "1000000000000"}, "Částka je příliš velká."),
        ({"planned_funding": "1,005"}, "nejvýš dvě desetinná místa"),
    ],
)
def test_bad_facts_stay_typed_and_nothing_is_saved(as_coordinator, krnov, typed, sentence):
    response = fill(as_coordinator, address("edit_plan_facts", krnov), **typed)
    assert response.status_code == 422
    assert sentence in page_text(response)
    assert form_data(response).items() >= typed.items()
    assert krnov.plan.history.count() == 1


# Levels.


def test_each_level_is_added_below_the_one_above(as_coordinator, coordinator, krnov):
    typed = {"code": "9", "title": "Nové"}
    fill(as_coordinator, address("add_area", krnov), **typed)
    area = PriorityArea.objects.get(title="Nové")
    fill(as_coordinator, address("add_goal", krnov, area.pk), **typed)
    goal = Goal.objects.get(area=area)
    fill(as_coordinator, address("add_subgoal", krnov, goal.pk), **typed)
    subgoal = Goal.objects.get(parent=goal)
    fill(as_coordinator, address("add_measure", krnov, subgoal.pk), **typed)
    measure = Measure.objects.get(goal=subgoal)
    assert (area.plan, subgoal.area, measure.in_action_plan) == (krnov.plan, area, True)
    for level in (area, goal, subgoal, measure):
        assert level.history.get().history_user == coordinator


def test_what_is_added_comes_last(as_coordinator, krnov):
    Measure.objects.create(goal=krnov.goal, title="Druhé", position=5)
    fill(as_coordinator, address("add_measure", krnov, krnov.goal.pk), title="Třetí")
    assert [one.title for one in krnov.goal.measures.all()][-1] == "Třetí"


def test_a_second_click_adds_nothing(as_coordinator, krnov):
    page = address("add_goal", krnov, krnov.area.pk)
    fill(as_coordinator, page, code="4.2", title="Byty")
    response = fill(as_coordinator, page, code="4.2", title="Byty")
    assert response.status_code == 422
    assert "Totéž se stejným kódem a názvem už tu je." in page_text(response)
    assert Goal.objects.filter(title="Byty").count() == 1


def test_below_a_specific_goal_there_are_measures_only(as_coordinator, krnov):
    subgoal = Goal.objects.create(area=krnov.area, parent=krnov.goal, title="Byty")
    assert as_coordinator.get(address("add_subgoal", krnov, subgoal.pk)).status_code == 404


def test_a_measure_is_changed_in_all_its_details(as_coordinator, coordinator, krnov, measure_page):
    typed = {
        "title": "Otevřít poradnu",
        "starts_on": "leden 2023",
        "ends_on": "30. 6. 2024",
        "cost": "1 009 154,50 Kč",
        "funding": "OPZ+\r\nměsto",
        "activity": "project",
    }
    assert fill(as_coordinator, measure_page, **typed).status_code == 302
    measure = Measure.objects.get(pk=krnov.measure.pk)
    assert (measure.starts_on, measure.ends_on) == (date(2023, 1, 1), date(2024, 6, 30))
    assert (measure.cost, measure.funding) == (Decimal("1009154.50"), "OPZ+\nměsto")
    assert (measure.title, measure.activity) == ("Otevřít poradnu", "project")
    assert measure.history.first().history_user == coordinator


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"title": ""}, "Napište název."),
        ({"starts_on": "2025", "ends_on": "2024"}, "Konec je dřív než začátek."),
        ({"cost": "hodně"}, "„hodně“ nelze přečíst"),
        ({"activity": "jina"}, "Vyberte z nabídky."),
    ],
)
def test_a_bad_measure_is_shown_again(as_coordinator, krnov, measure_page, typed, sentence):
    response = fill(as_coordinator, measure_page, **typed)
    assert response.status_code == 422
    assert sentence in page_text(response)
    assert krnov.measure.history.count() == 1


def test_another_towns_level_is_not_found(as_coordinator, krnov):
    other = make_town("Most")
    for name, level in (
        ("edit_area", other.area),
        ("edit_goal", other.goal),
        ("edit_measure", other.measure),
    ):
        assert as_coordinator.get(address(name, krnov, level.pk)).status_code == 404
    for name, level in (("add_goal", other.area), ("add_measure", other.goal), ("move_area", other.area)):
        assert as_coordinator.post(address(name, krnov, level.pk), {"kam": "niz"}).status_code == 404


# Implementers.


def implementers(measure):
    return [str(one) for one in MeasureImplementer.objects.filter(measure=measure)]


def test_implementers_are_chosen_in_the_order_they_are_printed(as_coordinator, krnov, measure_page):
    for name in ("Lexikona", "Město Krnov"):
        make_organisation(name)
    fill(as_coordinator, measure_page, implementers_0="Město Krnov", implementers_1="lexikona")
    assert implementers(krnov.measure) == ["Město Krnov", "Lexikona"]
    fill(as_coordinator, measure_page, implementers_0="Lexikona", implementers_1="Město Krnov")
    assert implementers(krnov.measure) == ["Lexikona", "Město Krnov"]


def test_a_new_organisation_is_made_only_when_confirmed(as_coordinator, krnov, measure_page):
    make_organisation("Lexikona")
    response = fill(as_coordinator, measure_page, implementers_0="Lexicona")
    text = page_text(response)
    assert response.status_code == 422
    assert "„Lexicona“ v seznamu nemáme; podobné jsou: Lexikona." in text
    assert not Organisation.objects.filter(name="Lexicona").exists()
    as_coordinator.post(measure_page, form_data(response) | {"adds_organisations": "on"})
    assert implementers(krnov.measure) == ["Lexicona"]


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        (("Lexikona", "LEXIKONA"), "Organizace „Lexikona“ je tu dvakrát."),
        (("a" * 201,), "Název organizace má nejvýš 200 znaků."),
    ],
)
def test_bad_names_are_refused(as_coordinator, krnov, measure_page, names, sentence):
    make_organisation("Lexikona")
    typed = {f"implementers_{place}": name for place, name in enumerate(names)}
    response = fill(as_coordinator, measure_page, **typed, adds_organisations="on")
    assert response.status_code == 422
    assert sentence in page_text(response)
    assert implementers(krnov.measure) == []


def test_who_leaves_a_measure_stays_in_history(as_coordinator, coordinator, krnov, measure_page):
    krnov.measure.implementers.add(make_organisation("Lexikona"))
    fill(as_coordinator, measure_page, implementers_0="")
    assert implementers(krnov.measure) == []
    left = MeasureImplementer.history.filter(measure=krnov.measure, history_type="-").get()
    assert (left.organisation.name, left.history_user) == ("Lexikona", coordinator)


# Order.


@pytest.fixture
def three(krnov):
    """Measures A, B and C beside each other, all on the same position as after an old load."""
    Measure.objects.filter(pk=krnov.measure.pk).update(title="A")
    for title in "BC":
        Measure.objects.create(goal=krnov.goal, title=title)
    return krnov


def order(town):
    return "".join(town.goal.measures.values_list("title", flat=True))


@pytest.mark.parametrize(
    ("title", "step", "expected"),
    [
        ("A", "niz", "BAC"),
        ("C", "vys", "ACB"),
        ("A", "vys", "ABC"),
        ("C", "niz", "ABC"),
        ("B", "jinam", "ABC"),
    ],
)
def test_a_measure_moves_by_one_place(as_coordinator, three, title, step, expected):
    measure = three.goal.measures.get(title=title)
    response = as_coordinator.post(address("move_measure", three, measure.pk), {"kam": step})
    assert response.url == f"{address('edit_plan', three)}#measure-{measure.pk}"
    assert order(three) == expected


def test_areas_and_goals_move_among_their_own(as_coordinator, coordinator, krnov):
    area = PriorityArea.objects.create(plan=krnov.plan, title="První", position=1)
    goal = Goal.objects.create(area=krnov.area, title="Druhý", position=1)
    Goal.objects.create(area=area, title="Jinde")
    as_coordinator.post(address("move_area", krnov, area.pk), {"kam": "vys"})
    as_coordinator.post(address("move_goal", krnov, goal.pk), {"kam": "vys"})
    assert krnov.plan.areas.first() == area
    assert krnov.area.goals.first() == goal
    assert krnov.area.history.first().history_user == coordinator


def test_every_button_may_really_post(as_coordinator, three):
    text = page_text(as_coordinator.get(address("edit_plan", three)))
    assert text.count("csrfmiddlewaretoken") == text.count('method="post"')


def test_moving_needs_a_post(as_coordinator, krnov):
    assert as_coordinator.get(address("move_area", krnov, krnov.area.pk)).status_code == 405


# Removing.


def test_what_was_added_by_mistake_may_leave(as_coordinator, coordinator, krnov):
    area = PriorityArea.objects.create(plan=krnov.plan, title="Omyl")
    page = address("remove_area", krnov, area.pk)
    assert "Odebrat jde jen to, co vzniklo omylem" in page_text(as_coordinator.get(page))
    assert PriorityArea.objects.filter(pk=area.pk).exists()
    as_coordinator.post(page)
    assert not PriorityArea.objects.filter(pk=area.pk).exists()
    removed = PriorityArea.history.filter(id=area.pk).first()
    assert (removed.title, removed.history_type, removed.history_user) == ("Omyl", "-", coordinator)


@pytest.mark.parametrize("hanging", ["goal", "indicator", "status", "remark"])
def test_nothing_leaves_while_anything_hangs_on_it(as_coordinator, coordinator, krnov, hanging):
    kind, row = "goal", Goal.objects.create(area=krnov.area, title="Cíl")
    match hanging:
        case "goal":
            Measure.objects.create(goal=row, title="Opatření")
        case "indicator":
            kind, row = "area", PriorityArea.objects.create(plan=krnov.plan, title="Oblast")
            krnov.context.area = row
            krnov.context.save()
        case "status":
            make_evaluation(krnov, measure=None, goal=row)
        case "remark":
            make_remark(krnov, by=coordinator, about="goal", subject_id=row.pk)
    page = address(f"remove_{kind}", krnov, row.pk)
    assert "Odebrat to nejde" in page_text(as_coordinator.get(page))
    assert as_coordinator.post(page).status_code == 409
    assert type(row).objects.filter(pk=row.pk).exists()


# Two people at once.


def test_nobody_overwrites_what_was_saved_meanwhile(sign_in, coordinator, krnov, measure_page):
    client = sign_in(coordinator)
    mine = form_data(client.get(measure_page)) | {"title": "Moje", "output": "Můj výstup"}
    colleague = make_user("kolega", coordinator_of=krnov.territory)
    krnov.measure.title, krnov.measure._history_user = "Kolegovo", colleague
    krnov.measure.save()
    response = client.post(measure_page, mine)
    text = page_text(response)
    assert response.status_code == 422
    assert "Mezitím to změnil někdo jiný (Kolega)" in text
    assert "Uloženo je teď: Kolegovo" in text
    assert "Uloženo je teď: nic" in text
    assert form_data(response)["title"] == "Moje"
    assert Measure.objects.get(pk=krnov.measure.pk).title == "Kolegovo"
    client.post(measure_page, form_data(response))
    assert Measure.objects.get(pk=krnov.measure.pk).title == "Moje"


def test_implementers_changed_meanwhile_are_shown_too(as_coordinator, krnov, measure_page):
    lexikona = make_organisation("Lexikona")
    mine = form_data(as_coordinator.get(measure_page)) | {"title": "Moje"}
    krnov.measure.implementers.add(lexikona)
    response = as_coordinator.post(measure_page, mine)
    assert "Uloženo je teď: Lexikona" in page_text(response)
    assert implementers(krnov.measure) == ["Lexikona"]


def test_the_same_change_by_two_is_no_conflict(as_coordinator, krnov):
    page = address("edit_area", krnov, krnov.area.pk)
    mine = form_data(as_coordinator.get(page)) | {"title": "Bydlení a dluhy"}
    assert as_coordinator.post(page, mine).status_code == 302
    assert as_coordinator.post(page, mine).status_code == 302
    assert krnov.area.history.count() == 2
