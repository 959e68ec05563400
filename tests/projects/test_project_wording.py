"""Terms of projects and the numbers they promised, as the documents write them."""

from datetime import date
from decimal import Decimal

import pytest

from projects.models import PlannedOutput, Project
from projects.wording import early_end_text, not_counted, output_text, outputs_lines, term_text

PEOPLE = {"name": "Počet účastníků"}


def output(number=None, upper=None, **fields):
    number, upper = (None if one is None else Decimal(one) for one in (number, upper))
    return PlannedOutput(number=number, upper=upper, **fields)


@pytest.mark.parametrize(
    ("outputs", "text"),
    [
        ([], ""),
        (
            [
                output(102, **PEOPLE),
                output(35, activity="KA 2", unit="rodin", note="60 osob nad 15 let", **PEOPLE),
            ],
            "Počet účastníků: 102; KA 2 – 35 rodin (60 osob nad 15 let)",
        ),
        ([output(140, **PEOPLE), output(40, **PEOPLE), output(3, **PEOPLE)], "Počet účastníků: 140/40/3"),
        ([output(15, 20, **PEOPLE)], "Počet účastníků: 15–20"),
        (
            [output(15, name="Získání zaměstnání", qualifier="at_least", unit="osob")],
            "Získání zaměstnání: min. 15 osob",
        ),
        ([output(9, name="domovník", unit="pozic")], "domovník: 9 pozic"),
        ([output("1.5", decimals=1, name="konzultant", unit="pozice")], "konzultant: 1,5 pozice"),
        ([output("2.0", decimals=1, name="Úvazky", unit="úvazku")], "Úvazky: 2,0 úvazku"),
        ([output(name="mentor", note="částečný úvazek")], "mentor: částečný úvazek"),
        ([output(name="mentor")], "mentor"),
        ([output(5, unit="bytů")], "5 bytů"),
        ([output(1, **PEOPLE), output(2, name="Úvazky")], "Počet účastníků: 1 | Úvazky: 2"),
    ],
)
def test_outputs_of_one_name_share_a_line(outputs, text):
    assert " | ".join(outputs_lines(outputs)).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("promised", "text"),
    [
        (
            output(
                35, activity="KA 2", qualifier="at_least", unit="rodina", note="60 osob nad 15 let", **PEOPLE
            ),
            "KA 2 – Počet účastníků: min. 35 rodin (60 osob nad 15 let)",
        ),
        (output("2.0", decimals=1, name="mentor", unit="úvazek"), "mentor: 2,0 úvazku"),
        (output(name="mentor", note="částečný úvazek"), "mentor (částečný úvazek)"),
    ],
)
def test_an_output_alone_says_everything_of_itself(promised, text):
    assert output_text(promised).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ({"term_text": "Průběžně"}, "Průběžně"),
        ({"starts_on": date(2023, 4, 1), "duration_months": 36}, "od 1. 4. 2023 na 36 měsíců"),
        ({"ends_on": date(2026, 1, 31)}, "do 31. 1. 2026"),
        ({}, "neuveden"),
    ],
)
def test_terms_are_dates_or_words(attributes, text):
    assert term_text(Project(**attributes)).replace("\u00a0", " ") == text


def test_an_early_end_is_said_only_where_there_was_one():
    assert (
        early_end_text(Project(ended_on=date(2018, 6, 30))).replace("\u00a0", " ") == "ukončen k 30. 6. 2018"
    )
    assert early_end_text(Project()) == ""


@pytest.mark.parametrize(("count", "verb"), [(1, "nepočítá"), (4, "nepočítají"), (5, "nepočítá")])
def test_the_verb_agrees_with_the_number_of_projects(count, verb):
    assert not_counted(count) == f"{verb} se"
