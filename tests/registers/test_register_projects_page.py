"""Projekty: totals of what counts, filters, order and the number of queries."""

from datetime import date

import pytest
from django.urls import reverse

from projects.models import Project
from tests.builders import make_town, make_user
from tests.html import page_text
from tests.registers.register_rows import make_call, make_listed_project, make_project

PAGE = reverse("reports:projects")


@pytest.fixture
def as_consultant(db, sign_in):
    return sign_in(make_user("konzultantka", consultant=True))


@pytest.fixture
def most(db):
    return make_town("Most")


def titles(response):
    return [row.record.shown_title for row in response.context["table"].paginated_rows]


def test_a_project_is_shown_with_everything(as_consultant, most):
    make_project(
        most.plan,
        call=make_call("OPZ+", "018"),
        registration_number="CZ.03/018/0000374",
        recipients=["Lexikona, z. s.", "Člověk v tísni"],
        starts_on=date(2018, 1, 1),
        ends_on=date(2020, 12, 31),
        amount="3220318.75",
        amount_kind="eligible",
    )
    text = page_text(as_consultant.get(PAGE))
    for words in [
        "Poradna",
        "CZ.03/018/0000374",
        "okres Okres Most",
        "Člověk v tísni; Lexikona, z. s.",
        "OPZ+",
        "výzva 018",
        "1. 1. 2018 – 31. 12. 2020",
        "v realizaci",
        "3 220 318,75 Kč",
        "celkové způsobilé výdaje",
    ]:
        assert words in text


def test_what_is_missing_is_said(as_consultant, most):
    make_project(most.plan, title="", recipients=[])
    text = page_text(as_consultant.get(PAGE))
    for words in ["bez názvu", "bez registračního čísla", "neuveden", "bez výzvy", "neuvedena"]:
        assert words in text


def test_a_project_without_a_name_goes_by_its_measure(as_consultant, most):
    make_project(most.plan, title="").measures.add(most.measure)
    text = page_text(as_consultant.get(PAGE, {"hledat": "kontaktni misto"}))
    assert "Vytvořit kontaktní místo" in text and "název z opatření" in text


def test_totals_count_only_what_counts(as_consultant, most):
    opz, irop = make_call("OPZ"), make_call("IROP")
    make_project(most.plan, call=opz, amount=100)
    make_project(most.plan, call=opz, amount="0.50", amount_kind="planned")
    make_project(most.plan, call=irop, amount=1000, state="ended_early")
    make_project(most.plan, amount=None)
    make_project(most.plan, "Azyl", call=irop, amount=7, state="rejected")
    response = as_consultant.get(PAGE)
    totals = response.context["totals"]
    assert [(fund.code, fund.count, float(fund.amount)) for fund in totals.funds] == [
        ("IROP", 1, 1000),
        ("OPZ", 2, 100.5),
        ("", 1, 0),
    ]
    text = page_text(response)
    assert "1 100,50 Kč" in text and "4 započtené projekty" in text
    assert "rozpočet, plánovaný rozpočet; 1 projekt bez uvedené částky" in text
    assert "Nepočítá se 1 projekt (neschválen 1): Azyl (Most, neschválen, 7 Kč)." in text


def test_a_long_list_of_what_does_not_count_is_cut(as_consultant, most):
    for number in range(9):
        make_project(most.plan, f"Záměr {number}", state="intent")
    text = page_text(as_consultant.get(PAGE))
    assert "Nepočítá se 9 projektů (záměr 9): Záměr 0 (Most, záměr)" in text and "; a další 3." in text


def test_the_total_is_of_the_selection_and_not_of_the_page(as_consultant, most):
    Project.objects.bulk_create(Project(plan=most.plan, title=f"P {n}", amount=1) for n in range(60))
    assert "60 Kč" in page_text(as_consultant.get(PAGE, {"strana": "2"})).partition("<tfoot>")[2]


def test_only_visible_projects_are_listed_and_counted(sign_in, krnov, stranger):
    make_project(krnov.plan, amount=5)
    response = sign_in(stranger).get(PAGE)
    assert titles(response) == [] and response.context["totals"].amount == 0
    assert "Zatím tu není žádný projekt" in page_text(response)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({}, ["Dluhy", "Azyl", "Byty"]),
        ({"fond": "IROP"}, ["Azyl"]),
        ({"fond": "bez"}, ["Byty"]),
        ({"stav": "rejected"}, ["Azyl"]),
        ({"prijemce": "cloveK V TISNI"}, ["Dluhy"]),
        ({"prijemce": "%"}, []),
        ({"hledat": "0000374"}, ["Dluhy"]),
        ({"hledat": "dlŮhy"}, ["Dluhy"]),
        ({"rok": "2018"}, ["Dluhy"]),
        ({"prijemce": "nikdo"}, []),
    ],
)
def test_filters(as_consultant, most, krnov, chosen, expected):
    make_project(most.plan, "Azyl", call=make_call("IROP", "80"), state="rejected", position=1)
    make_project(most.plan, "Byty", position=2)
    dates = {"starts_on": date(2017, 7, 1), "ends_on": date(2020, 6, 30)}
    number = "CZ.03/0000374"
    make_project(
        krnov.plan, "Dluhy", call=make_call(), recipients=["Člověk v tísni", "Charita"],
        registration_number=number, **dates,
    )  # fmt: skip
    assert titles(as_consultant.get(PAGE, chosen)) == expected


def test_filters_by_town_and_call(as_consultant, most, krnov):
    call = make_call("OPZ", "042")
    make_project(most.plan, "Azyl", call=make_call())
    make_project(krnov.plan, "Dluhy", call=call)
    assert titles(as_consultant.get(PAGE, {"mesto": most.territory.pk})) == ["Azyl"]
    response = as_consultant.get(PAGE, {"vyzva": call.pk})
    assert titles(response) == ["Dluhy"]
    assert f'<option value="{call.pk}" selected>042 OPZ</option>' in page_text(response)


@pytest.mark.parametrize(
    ("fields", "years"),
    [
        ({"starts_on": date(2023, 4, 1), "duration_months": 36}, {2023, 2024, 2025, 2026}),
        ({"starts_on": date(2023, 1, 1), "duration_months": 12}, {2023}),
        ({"starts_on": date(2023, 1, 15), "duration_months": 12}, {2023, 2024}),
        (
            {"starts_on": date(2023, 1, 1), "ends_on": date(2025, 1, 1), "ended_on": date(2024, 3, 1)},
            {2023, 2024},
        ),
        ({"starts_on": date(2023, 1, 1)}, {2023}),
        ({"ends_on": date(2024, 1, 1)}, {2024}),
        ({}, set()),
    ],
)
def test_years_of_a_project(as_consultant, most, fields, years):
    make_project(most.plan, **fields)
    assert {year for year in range(2021, 2028) if titles(as_consultant.get(PAGE, {"rok": year}))} == years


@pytest.mark.parametrize("column", ["projekt", "mesto", "prijemce", "fond", "termin", "stav", "castka"])
def test_every_column_sorts(as_consultant, column):
    for number in range(3):
        make_listed_project(number)
    response = as_consultant.get(PAGE, {"radit": column})
    assert 'aria-sort="ascending"' in response.content.decode()
    assert len(titles(response)) == 3


def test_recipients_and_titles_sort_in_czech(as_consultant, most):
    for name in ["Chata", "Hrad", "Čas", "Cíl"]:
        make_project(most.plan, name, recipients=[name])
    expected = ["Cíl", "Čas", "Hrad", "Chata"]
    assert titles(as_consultant.get(PAGE, {"radit": "prijemce"})) == expected
    assert titles(as_consultant.get(PAGE, {"radit": "projekt"})) == expected


def test_texts_of_people_are_escaped(as_consultant, most):
    make_project(most.plan, "<script>x</script>", recipients=["<b>Charita</b>"])
    html = as_consultant.get(PAGE).content.decode()
    assert "<script>x" not in html and "<b>Charita" not in html


def test_a_bad_year_is_explained(as_consultant, most):
    make_project(most.plan)
    assert "Rok napište čtyřmi číslicemi" in page_text(as_consultant.get(PAGE, {"rok": "abc"}))


def test_the_table_is_named_and_its_headers_have_scopes(as_consultant, most):
    make_project(most.plan)
    text = page_text(as_consultant.get(PAGE))
    assert '<caption class="visually-hidden">Projekty</caption>' in text
    assert text.count('scope="col"') == 7 and text.count('scope="row"') == 2


@pytest.mark.parametrize("count", [3, 120])
@pytest.mark.parametrize("chosen", [{}, {"stav": "running", "rok": "2019", "prijemce": "charita"}])
def test_the_number_of_queries_does_not_grow(as_consultant, count, chosen, django_assert_max_num_queries):
    for number in range(count):
        make_listed_project(number)
    with django_assert_max_num_queries(12):
        as_consultant.get(PAGE, chosen)
