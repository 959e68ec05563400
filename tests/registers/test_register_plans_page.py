"""Register plánů: what it shows, to whom, in what order and for how many queries."""

from datetime import date

import pytest
from django.urls import reverse

from tests.builders import make_plan, make_territory, make_user
from tests.html import page_text
from tests.registers.register_rows import approve, make_listed_plan

PAGE = reverse("reports:plans")


@pytest.fixture
def as_consultant(db, sign_in):
    return sign_in(make_user("konzultantka", consultant=True))


def titles(response):
    return [row.record.title for row in response.context["table"].paginated_rows]


def test_a_plan_is_shown_with_everything(as_consultant):
    town = make_territory("Vítkov")
    plan = make_plan(town, slug="mpi-vitkov", kind="mpi", regional_centre="RCV")
    plan.covers.add(make_territory("Čermná ve Slezsku"))
    approve(plan, date(2017, 6, 28), territory=town, body="zastupitelstvo", resolution="12/2017")
    text = page_text(as_consultant.get(PAGE))
    for words in [
        "MPI",
        "okres Okres Vítkov",
        "dále Čermná ve Slezsku",
        "2022–2027",
        "28. 6. 2017",
        "Vítkov, zastupitelstvo, usnesení 12/2017",
        "RCV",
        f'href="{reverse("indicators:tree", args=[plan.slug])}"',
        "1 plán, 1 schválení",
    ]:
        assert words in text


def test_a_plan_known_by_its_approval_only(as_consultant):
    approve(make_plan(make_territory("Brno"), valid_from=None, valid_to=None), date(2016, 8, 2))
    text = page_text(as_consultant.get(PAGE))
    assert "neuvedena" in text and "2. 8. 2016" in text


def test_towns_stand_in_czech_order(as_consultant):
    for name in ["Chomutov", "Cheb", "Hranice", "Česká Lípa", "Brno", "Žďár", "Cvikov"]:
        make_plan(make_territory(name), slug=f"plan-{name.encode().hex()}", title=name)
    in_order = ["Brno", "Cvikov", "Česká Lípa", "Hranice", "Cheb", "Chomutov", "Žďár"]
    assert titles(as_consultant.get(PAGE)) == in_order
    assert titles(as_consultant.get(PAGE, {"radit": "plan"})) == in_order
    assert titles(as_consultant.get(PAGE, {"radit": "-mesto"})) == in_order[::-1]


def test_what_is_missing_stands_last_in_both_directions(as_consultant):
    make_plan(make_territory("A"), slug="a", title="bez platnosti", valid_from=None, valid_to=None)
    make_plan(make_territory("B"), slug="b", title="starší", valid_from=date(2010, 1, 1))
    make_plan(make_territory("C"), slug="c", title="novější", valid_from=date(2020, 1, 1))
    assert titles(as_consultant.get(PAGE, {"radit": "platnost"})) == ["starší", "novější", "bez platnosti"]
    assert titles(as_consultant.get(PAGE, {"radit": "-platnost"})) == ["novější", "starší", "bez platnosti"]


@pytest.mark.parametrize("column", ["mesto", "druh", "plan", "platnost", "schvaleni", "centrum"])
def test_every_column_sorts_and_says_so(as_consultant, column):
    make_listed_plan(1)
    response = as_consultant.get(PAGE, {"radit": f"-{column}"})
    assert 'aria-sort="descending"' in response.content.decode()


def test_only_visible_plans_are_listed(sign_in, krnov, stranger):
    assert titles(sign_in(stranger).get(PAGE)) == ["Plán sociálního začleňování města Ostrava"]
    assert "Krnov" not in page_text(sign_in(stranger).get(PAGE))


def test_somebody_without_a_plan_is_told(db, sign_in):
    text = page_text(sign_in(make_user("nova")).get(PAGE))
    assert "Zatím tu není žádný plán, který byste mohli číst." in text
    assert "Stáhnout" not in text


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, ["Brno", "Most"]),
        ({"druh": "mpi"}, ["Brno"]),
        ({"centrum": "RCZ"}, ["Most"]),
        ({"rok": "2018"}, ["Most"]),
        ({"rok": "2016"}, ["Brno"]),
        ({"rok": "2030"}, []),
    ],
)
def test_filters(as_consultant, chosen, expected):
    brno = make_plan(
        make_territory("Brno"), slug="b", title="Brno", kind="mpi", valid_from=None, valid_to=None
    )
    approve(brno, date(2016, 8, 2))
    years = {"valid_from": date(2017, 1, 1), "valid_to": date(2019, 12, 31)}
    make_plan(make_territory("Most"), slug="m", title="Most", kind="spsz", regional_centre="RCZ", **years)
    assert titles(as_consultant.get(PAGE, chosen)) == expected


def test_the_town_filter_names_the_district_and_only_visible_towns(sign_in, krnov, coordinator, stranger):
    text = page_text(sign_in(coordinator).get(PAGE))
    assert f'<option value="{krnov.territory.pk}">Krnov (okres Okres Krnov)</option>' in text
    assert "Ostrava" not in text


@pytest.mark.parametrize(
    ("chosen", "sentence"),
    [
        ({"rok": "abc"}, "Rok napište čtyřmi číslicemi, například 2018."),
        ({"rok": "0"}, "Rok napište čtyřmi číslicemi, například 2018."),
        ({"rok": "99999"}, "Rok napište čtyřmi číslicemi, například 2018."),
        ({"mesto": "abc"}, "Vyberte některou z nabízených možností."),
        ({"druh": "\0"}, "Vyberte některou z nabízených možností."),
    ],
)
def test_a_bad_value_gets_a_sentence_beside_its_field(as_consultant, krnov, chosen, sentence):
    (name,) = chosen
    response = as_consultant.get(PAGE, chosen | {"soubor": "xlsx"})
    assert sentence in page_text(response)
    assert f'aria-describedby="id_{name}_error"' in response.content.decode()
    assert titles(response) == []


def test_fifty_rows_a_page_whatever_is_asked_for(as_consultant):
    for number in range(52):
        make_listed_plan(number)
    assert len(titles(as_consultant.get(PAGE, {"per_page": "1000"}))) == 50
    assert len(titles(as_consultant.get(PAGE, {"strana": "2"}))) == 2
    assert len(titles(as_consultant.get(PAGE, {"strana": "9"}))) == 2
    assert len(titles(as_consultant.get(PAGE, {"strana": "x"}))) == 50
    assert "1–50 z 52" in page_text(as_consultant.get(PAGE))


def test_sorting_keeps_the_filter_and_leaves_the_page(as_consultant):
    make_listed_plan(1)
    html = as_consultant.get(PAGE, {"druh": "mpi", "strana": "1"}).content.decode()
    assert 'href="?druh=mpi&amp;radit=mesto"' in html


@pytest.mark.parametrize("count", [3, 120])
def test_the_number_of_queries_does_not_grow(as_consultant, count, django_assert_num_queries):
    for number in range(count):
        make_listed_plan(number)
    with django_assert_num_queries(11):
        as_consultant.get(PAGE)


@pytest.mark.parametrize("person", ["coordinator", "reader", "consultant"])
def test_the_number_of_queries_does_not_depend_on_the_person(
    request, sign_in, krnov, person, django_assert_num_queries
):
    make_listed_plan(1)
    krnov.plan.covers.add(make_territory("Zátor"))
    approve(krnov.plan, date(2022, 6, 1))
    client = sign_in(request.getfixturevalue(person))
    with django_assert_num_queries(11):
        client.get(PAGE)
