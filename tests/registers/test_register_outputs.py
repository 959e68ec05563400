"""Numbers promised by projects, as the documents write them."""

from decimal import Decimal

import pytest

from projects.models import PlannedOutput
from reports.registers.outputs import outputs_lines

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
def test_wording(outputs, text):
    assert " | ".join(outputs_lines(outputs)).replace("\u00a0", " ") == text
