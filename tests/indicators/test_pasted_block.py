"""A block from a spreadsheet read against the plan: cells, columns, rows, guesses."""

import pytest

from indicators.grid import read_grid
from indicators.models import Category, PartsKind, ValueKind
from indicators.pasting.preview import preview_of
from indicators.pasting.proposals import Group
from indicators.pasting.sheet import read_sheet
from plans.models import Measure
from tests.builders import make_indicator, make_value


def cells(text):
    return [line.cells for line in read_sheet(text).lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.1.1/1\t12\r\n4.1.1/2\t13\r\n", [("4.1.1/1", "12"), ("4.1.1/2", "13")]),
        ('a\t"první\r\ndruhý"\r\nb\t1', [("a", "první druhý"), ("b", "1")]),
        ('a\t"zpráva ""P"" města"', [("a", 'zpráva "P" města')]),
        ("a\t1\u00a0009,50", [("a", "1 009,50")]),
        ("a\t\t3", [("a", "", "3")]),
        ('a\t"jen otevřená\nb\t2', [("a", '"jen otevřená'), ("b", "2")]),
        ("4.1.1/1; 12\n4.1.1/2; 13", [("4.1.1/1", "12"), ("4.1.1/2", "13")]),
    ],
)
def test_cells_are_read_as_a_spreadsheet_wrote_them(text, expected):
    assert cells(text) == expected


def test_rows_keep_their_numbers_over_empty_ones():
    assert [line.number for line in read_sheet("a\t1\n\t\nb\t2").lines] == [1, 3]


@pytest.fixture
def read(krnov, coordinator):
    """`read(block)` is the preview as the coordinator would see it."""

    def preview(block, **data):
        krnov.plan.roles = krnov.plan.roles_of(coordinator)
        grid = read_grid(krnov.plan, krnov.period, coordinator)
        return preview_of(grid, {"block": block} | data, coordinator)

    return preview


def columns(preview):
    return [column.value for column in preview.layout.columns]


def test_columns_are_known_by_their_heads(read):
    preview = read("Kód\tCíl\tHodnota\tZdroj dat\tPoznámka\n4.1.1/1\t400\t12\tevidence\tsloučeno")
    assert columns(preview) == ["kod", "-", "hodnota", "zdroj", "poznamka"]
    [row] = preview.of(Group.NEW)
    assert (row.wording.line, row.source) == ("12\u00a0osob (sloučeno)", "evidence")


def test_columns_without_heads_are_known_by_what_is_in_them(read):
    preview = read("4.1.1/1\tPočet podpořených osob\t12\trok 2023\tjen prezenčně")
    assert columns(preview) == ["kod", "nazev", "hodnota", "obdobi", "poznamka"]


def test_the_person_may_say_what_a_column_means(read):
    preview = read("4.1.1/1\t400\t12", column0="kod", column1="-", column2="hodnota")
    assert preview.of(Group.NEW)[0].wording.figure == "12\u00a0osob"


@pytest.mark.parametrize("key", ["4.1.1/1", "4.1.1", "pocet podporenych OSOB", "4.1.1 / 1"])
def test_a_row_is_found_by_address_code_or_name(read, krnov, key):
    assert [row.row.indicator for row in read(f"{key}\t12").of(Group.NEW)] == [krnov.indicator]


def test_a_code_of_more_indicators_is_asked_about(read, krnov):
    make_indicator(krnov.plan, measure=krnov.measure, name="Počet setkání")
    [row] = read("4.1.1\t12").of(Group.UNFOUND)
    assert [one.address for one in row.candidates] == ["4.1.1/1", "4.1.1/2"]
    assert row.nearest is None
    assert not read("4.1.1\tPočet setkání\t12").of(Group.UNFOUND)


def test_a_code_that_two_measures_share_is_asked_about(read, krnov):
    twin = Measure.objects.create(goal=krnov.goal, code="4.1.1", title="Druhé se stejným kódem")
    make_indicator(krnov.plan, measure=twin, name="Jiný")
    [row] = read("4.1.1/1\t12").of(Group.UNFOUND)
    assert len(row.candidates) == 2


def test_a_name_that_contradicts_the_code_is_asked_about(read, krnov):
    [row] = read("4.1.1/1\tOsoby v exekuci\t12").of(Group.UNFOUND)
    assert {one.indicator for one in row.candidates} == {krnov.indicator, krnov.context}


def test_the_nearest_name_is_offered_and_not_written(read, krnov):
    preview = read("4.1.1/1\t1\nPodpořené osoby celkem, počet\t12")
    [row] = preview.of(Group.UNFOUND)
    assert row.nearest.indicator == krnov.indicator
    assert [one.line.number for one in preview.written] == [1]


def test_two_rows_for_one_indicator_are_refused_until_one_is_left_out(read):
    block = "4.1.1/1\t12\n4.1.1/1\t13"
    assert [row.reason for row in read(block).of(Group.REFUSED)] == [
        "Ke stejnému indikátoru vede i řádek 2. Jeden z nich vynechte.",
        "Ke stejnému indikátoru vede i řádek 1. Jeden z nich vynechte.",
    ]
    assert [row.typed for row in read(block, leave="1").written] == ["13"]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("6O", "60"), ("l2", "12"), ("12 klientů", "12"), ("1.234.567", "1 234 567"), ("12 nebo 13", "")],
)
def test_an_unreadable_cell_is_refused_with_a_guess(read, typed, offered):
    [row] = read(f"4.1.1/1\t{typed}").of(Group.REFUSED)
    assert row.guess == offered
    assert row.reason


def test_a_guess_is_written_when_confirmed(read):
    assert [row.wording.figure for row in read("4.1.1/1\t6O", confirm="1", **{"r1-value": "60"}).written] == [
        "60\u00a0osob"
    ]


def test_an_empty_cell_erases_nothing(read, krnov):
    make_value(krnov.indicator, krnov.period, 12, note="sloučeno", source="evidence")
    preview = read("Kód\tHodnota\tPoznámka\n4.1.1/1\t14\t\nK4/1\t\t")
    [row] = preview.of(Group.CHANGED)
    assert (row.wording.line, row.source) == ("14\u00a0osob (sloučeno)", "evidence")
    assert preview.empty == 1


def test_a_note_without_a_value_is_refused(read):
    [row] = read("Kód\tHodnota\tPoznámka\n4.1.1/1\t\tbude později").of(Group.REFUSED)
    assert row.reason == "K hodnotě tu nic není; poznámka, zdroj a období bez hodnoty být nemohou."


def test_the_same_number_with_other_decimals_is_no_change(read, krnov):
    make_value(krnov.indicator, krnov.period, 12)
    assert len(read("4.1.1/1\t12,00").of(Group.SAME)) == 1


def test_a_reason_replaces_a_number_with_its_share(read, krnov):
    make_value(krnov.context, krnov.period, 12, share="4.5", share_decimals=1)
    [row] = read("K4/1\tnesledováno").of(Group.CHANGED)
    assert row.wording.line == "nesledováno"


@pytest.mark.parametrize(
    ("kind", "typed", "figure"),
    [
        (ValueKind.YES_NO, "Ano", "ANO"),
        (ValueKind.YES_NO, "NEPRAVDA", "NE"),
        (ValueKind.STATE, "Splněno", "splněno"),
        (ValueKind.STATE, "nesleduje se", "nesledováno"),
        (ValueKind.SHARE, "4,5 %", "4,5\u00a0%"),
    ],
)
def test_words_are_read_as_the_select_would_post_them(read, krnov, kind, typed, figure):
    krnov.indicator.value_kind = kind
    krnov.indicator.save()
    assert read(f"4.1.1/1\t{typed}").of(Group.NEW)[0].wording.figure == figure


def test_a_word_from_elsewhere_is_refused_with_those_that_fit(read, krnov):
    krnov.indicator.value_kind = ValueKind.STATE
    krnov.indicator.save()
    [row] = read("4.1.1/1\tskoro hotovo").of(Group.REFUSED)
    assert "splněno, probíhá, nerealizováno" in row.reason


@pytest.mark.parametrize(
    ("kind", "typed", "line"),
    [
        (PartsKind.SUM, "79 ČR + 150 ua", "229\u00a0osob (79\u00a0ČR + 150\u00a0UA)"),
        (PartsKind.LIST, "12/4", "12/4 (ČR/UA)"),
    ],
)
def test_parts_may_stand_in_one_cell(read, krnov, kind, typed, line):
    for position, label in enumerate(("ČR", "UA")):
        Category.objects.create(indicator=krnov.indicator, label=label, position=position)
    krnov.indicator.parts_kind = kind
    krnov.indicator.save()
    assert read(f"4.1.1/1\t{typed}").of(Group.NEW)[0].wording.line == line


def test_a_block_put_into_the_grid_goes_on_from_that_cell(read, krnov):
    rows = f"{krnov.context.pk},{krnov.indicator.pk}"
    preview = read("12\tčerven 2023\n13\n14", rows=rows, field="hodnota")
    assert columns(preview) == ["hodnota", "obdobi"]
    assert [row.row.indicator for row in preview.of(Group.NEW)] == [krnov.context, krnov.indicator]
    assert "delší než tabulka" in preview.of(Group.UNFOUND)[0].reason


def test_a_block_with_codes_finds_its_rows_wherever_it_is_put(read, krnov):
    preview = read("K4/1\t12", rows=f"{krnov.indicator.pk}", field="hodnota")
    assert [row.row.indicator for row in preview.of(Group.NEW)] == [krnov.context]
