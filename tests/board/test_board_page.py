"""Města: in what state each town's period is and what one click does next."""

from datetime import date

import pytest
from django.urls import reverse

from plans.models import Measure, Membership, Role, Status
from tests.board.board_rows import (
    approved_town,
    days_ago,
    in_days,
    late_town,
    make_report,
    other_period,
    returned_town,
    submitted_town,
    town_of_each_state,
)
from tests.builders import (
    make_evaluation,
    make_organisation,
    make_remark,
    make_town,
    make_user,
    make_value,
)
from tests.html import page_text

PAGE = reverse("reports:board")


def towns(response):
    return [row.town.name for row in response.context["rows"]]


def test_states_stand_by_urgency_in_words(as_consultant):
    town_of_each_state()
    response = as_consultant.get(PAGE)
    assert towns(response) == ["Sokolov", "Ostrava", "Most", "Orlová", "Cheb"]
    text = page_text(response)
    for words in [
        "Po termínu o 12 dní", "Odevzdáno", "čeká 14 dní", "Vráceno", "celé období", "zbývá 19 dní",
        "Schváleno", "okres Okres Sokolov",
    ]:  # fmt: skip
        assert words in text


@pytest.mark.parametrize(("days", "words"), [(0, "termín je dnes"), (1, "zbývá 1 den"), (3, "zbývají 3 dny")])
def test_days_to_the_deadline_agree_with_their_number(as_consultant, days, words):
    make_town(due_on=in_days(days))
    assert words in page_text(as_consultant.get(PAGE))


def test_a_period_without_deadline_says_so(as_consultant):
    make_town(due_on=None)
    assert "Bez termínu" in page_text(as_consultant.get(PAGE))


def test_counters_add_up_and_name_the_worst_case(as_consultant):
    town_of_each_state()
    late_town("Krnov", days=2)
    counters = as_consultant.get(PAGE).context["counters"]
    assert [counter.count for counter in counters] == [2, 1, 1, 1, 1]
    assert [counter.worst.replace("\u00a0", " ") for counter in counters] == [
        "nejdéle Sokolov, 12 dní",
        "nejdéle Ostrava, 14 dní",
        "nejdéle Most, 3 dny",
        "nejblíž Orlová, zbývá 19 dní",
        "",
    ]


def test_counters_stay_whole_when_one_of_them_is_chosen(as_consultant):
    town_of_each_state()
    response = as_consultant.get(PAGE, {"stav": "vraceno"})
    assert towns(response) == ["Most"]
    assert sum(counter.count for counter in response.context["counters"]) == 5


def test_of_several_periods_the_one_that_matters_is_shown(as_consultant):
    town = approved_town("Krnov")
    newer = other_period(town, "2025", date(2025, 1, 1), date(2025, 12, 31), approved_at=days_ago(5))
    [row] = as_consultant.get(PAGE).context["rows"]
    assert row.period == newer, "all are approved, so the newest"
    waiting = other_period(town, "2022", date(2022, 1, 1), date(2022, 12, 31), submitted_at=days_ago(9))
    [row] = as_consultant.get(PAGE).context["rows"]
    assert row.period == waiting, "somebody waits for a decision"


def test_a_plan_without_a_period_is_only_counted(as_consultant):
    make_town().plan.periods.all().delete()
    make_town("Most")
    response = as_consultant.get(PAGE)
    assert towns(response) == ["Most"]
    assert "1 plán bez období je jen v registru plánů" in page_text(response).replace("</a>", "").replace(
        f'<a href="{reverse("reports:plans")}">', ""
    )


def test_completeness_counts_a_reason_as_done(as_consultant):
    town = make_town()
    make_value(town.indicator, town.period, 5)
    make_value(town.context, town.period, missing_reason="not_monitored")
    assert "2 ze 2 · 1 s důvodem" in page_text(as_consultant.get(PAGE))


def test_measures_by_status_always_in_the_same_order(as_consultant):
    town = make_town()
    for status in [Status.NOT_REALISED, Status.COMPLETED, Status.COMPLETED]:
        measure = Measure.objects.create(goal=town.goal, title="Další")
        make_evaluation(town, measure=measure, status=status)
    [row] = as_consultant.get(PAGE).context["rows"]
    assert [(one.status, one.count, one.start) for one in row.segments] == [
        ("completed", 2, 0),
        ("not_realised", 1, 2),
        ("not_stated", 1, 3),
    ]
    assert row.measures == 4


def test_open_remarks_and_their_new_answers(as_consultant, consultant, coordinator, krnov):
    asked = make_remark(krnov, by=consultant)
    make_remark(krnov, by=consultant)
    make_remark(krnov, by=consultant).resolve(by=consultant)
    asked.reply(by=coordinator, text="Z evidence.")
    [row] = as_consultant.get(PAGE).context["rows"]
    assert (row.remarks, row.answers) == (2, 1)
    asked.reply(by=consultant, text="Děkuji.")
    [row] = as_consultant.get(PAGE).context["rows"]
    assert (row.remarks, row.answers) == (2, 0)


def test_implementers_are_late_each_once(as_consultant):
    town = make_town()
    lexikona, charita = make_organisation("Lexikona"), make_organisation("Charita")
    make_report(town, lexikona)
    make_report(town, lexikona)
    make_report(town, charita, submitted=True)
    make_report(town, title="Bez příjemce")
    make_report(town, make_organisation("Zamítnutí"), state="rejected")
    [row] = as_consultant.get(PAGE).context["rows"]
    assert (row.late, row.implementers) == (2, 3)


def test_the_last_change_says_in_what_role(as_consultant, krnov, coordinator, consultant):
    make_value(krnov.indicator, krnov.period, 5, updated_by=coordinator)
    assert "koordinátor města" in page_text(as_consultant.get(PAGE))
    krnov.period.submit(by=coordinator)
    assert "odevzdal koordinátor města" in page_text(as_consultant.get(PAGE))
    krnov.period.approve(by=consultant)
    assert "schválil konzultant" in page_text(as_consultant.get(PAGE))


def test_who_changed_it_keeps_no_name_and_no_role_elsewhere(as_consultant, krnov, stranger):
    make_value(krnov.indicator, krnov.period, 5, updated_by=stranger)
    [row] = [one for one in as_consultant.get(PAGE).context["rows"] if one.town == krnov.territory]
    assert row.changed_by == "někdo, kdo tu už roli nemá"
    krnov.period.submit(by=stranger)
    assert "odevzdal někdo, kdo tu už roli nemá" in page_text(as_consultant.get(PAGE))


@pytest.mark.parametrize(
    ("make", "view", "label"),
    [
        (submitted_town, "indicators:review", "Zkontrolovat"),
        (returned_town, "indicators:review", "Otevřít"),
        (make_town, "indicators:period", "Otevřít"),
        (approved_town, "indicators:period", "Zobrazit"),
    ],
)
def test_one_click_does_what_the_state_asks_for(as_consultant, make, view, label):
    town = make()
    html = as_consultant.get(PAGE).content.decode()
    address = reverse(view, args=[town.plan.slug, town.period.slug])
    assert f'href="{address}">{label}<span' in html


@pytest.mark.parametrize(
    ("chosen", "carried"),
    [({}, "filtr="), ({"stav": "po-terminu", "strana": "1"}, "filtr=stav%3Dpo-terminu%26strana%3D1")],
)
def test_the_page_of_a_reminder_knows_how_the_board_was_filtered(as_consultant, chosen, carried):
    town = late_town()
    address = reverse("indicators:remind", args=[town.plan.slug, town.period.slug])
    html = as_consultant.get(PAGE, chosen).content.decode()
    assert f'href="{address}?{carried}">Připomenout…<span' in html


def test_every_town_with_which_something_can_be_done_may_be_ticked(as_consultant):
    town_of_each_state()
    html = as_consultant.get(PAGE).content.decode()
    assert html.count('name="obdobi"') == 4, "with what was approved nothing can be done"
    assert 'data-town="Sokolov" data-remind="" data-approve="neodevzdáno"' in " ".join(html.split())
    assert 'data-town="Ostrava" data-remind="odevzdáno" data-approve=""' in " ".join(html.split())
    assert 'data-town="Most" data-remind="" data-approve="vráceno městu"' in " ".join(html.split())


def test_open_remarks_stand_in_the_way_of_approval(as_consultant, consultant):
    make_remark(submitted_town(), by=consultant)
    html = " ".join(as_consultant.get(PAGE).content.decode().split())
    assert 'data-remind="odevzdáno" data-approve="otevřené připomínky"' in html


@pytest.mark.parametrize(
    ("view", "make", "heading"),
    [
        ("indicators:reviews", submitted_town, "Vybraná období schválit nejde"),
        ("indicators:remind_together", late_town, "Vybraným městům není co připomenout"),
    ],
)
def test_ticked_periods_go_to_the_page_of_their_button(as_consultant, view, make, heading):
    town = make()
    assert f'action="{reverse(view)}"' in as_consultant.get(PAGE).content.decode()
    assert heading in page_text(as_consultant.post(reverse(view), {"obdobi": [town.period.pk]}))


@pytest.mark.parametrize(
    ("chosen", "is_open"),
    [({}, False), ({"stav": "vraceno"}, False), ({"uplnost": "chybi"}, True), ({"stav": "jiny"}, True)],
)
def test_the_filter_unfolds_when_it_says_what_the_counters_do_not(as_consultant, chosen, is_open):
    late_town()
    assert ('<details class="filter-fold" open>' in page_text(as_consultant.get(PAGE, chosen))) is is_open


def test_who_has_own_towns_and_all_begins_with_the_own(sign_in, krnov):
    make_town("Most")
    person = make_user("petr", consultant=True)
    client = sign_in(person)
    assert "Moje města" not in page_text(client.get(PAGE))
    Membership.objects.create(user=person, role=Role.CONSULTANT, territory=krnov.territory)
    response = client.get(PAGE)
    assert towns(response) == ["Krnov"]
    assert "Celá Agentura <strong>2</strong>" in page_text(response)
    assert towns(client.get(PAGE, {"rozsah": "vse"})) == ["Krnov", "Most"]


def test_a_consultant_of_one_centre_sees_nothing_else(sign_in, krnov):
    near = make_town("Most")
    near.plan.regional_centre = "RCZ"
    near.plan.save()
    assert towns(sign_in(make_user("petr", centre="RCZ")).get(PAGE)) == ["Most"]


def test_an_administrator_without_towns_sees_an_empty_board(client, django_user_model, db):
    client.force_login(django_user_model.objects.create_superuser("sprava@example.cz", "x"))
    assert "Výběru neodpovídá žádné město" in page_text(client.get(PAGE))


@pytest.mark.parametrize("count", [1, 12])
def test_the_number_of_queries_does_not_grow(as_consultant, count, django_assert_num_queries):
    for number in range(count):
        for town in [late_town(f"P{number}"), submitted_town(f"O{number}"), make_town(f"B{number}")]:
            make_value(town.indicator, town.period, 5)
            make_report(town, make_organisation())
        returned_town(f"V{number}")
        approved_town(f"S{number}")
    # Two to sign in; the last names the authors of changes when there are any.
    with django_assert_num_queries(2 + 7):
        as_consultant.get(PAGE)
