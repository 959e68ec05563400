from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from plans.models import Plan
from tests.exchange.plan_text import PLAN

pytestmark = pytest.mark.django_db


@pytest.fixture
def written(tmp_path):
    """`written("krnov.yaml", text)` gives the path of a file with the text."""

    def write(name: str, text: str = PLAN):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def load(*paths) -> str:
    told = StringIO()
    call_command("load_plan", *map(str, paths), stderr=told)
    return told.getvalue()


def test_says_what_was_made_and_then_that_nothing_changed(written):
    path = written("krnov.yaml")
    told = load(path)
    assert "krnov.yaml: plán „Plán města Krnov“ je načten." in told
    assert "opatření 2" in told
    assert load(path) == "krnov.yaml: plán „Plán města Krnov“ se nezměnil.\n"


def test_says_changes_and_extras(written):
    path = written("krnov.yaml")
    load(path)
    path.write_text(
        PLAN.replace("1 535 bytů", "1 540 bytů").replace("ASZ: Agentura", "A: Agentura"), encoding="utf-8"
    )
    told = load(path)
    assert "  změněno: indikátor Počet obecních bytů" in told
    assert "  navíc v databázi: zkratka ASZ" in told


def test_all_problems_of_all_files_are_told_and_good_files_are_loaded(written):
    told = StringIO()
    bad = [
        written("spatny.yaml", PLAN.replace("kind: psz", "kind: pzs").replace("2/6", "dvě")),
        written("prazdny.yaml", ""),
    ]
    with pytest.raises(CommandError, match="Nenačteno: spatny.yaml, prazdny.yaml"):
        call_command("load_plan", *map(str, bad), str(written("dobry.yaml")), stderr=told)
    assert "spatny.yaml, řádek 3: „pzs“ neznám" in told.getvalue()
    assert "spatny.yaml, řádek 69: Počet zpráv" in told.getvalue()
    assert "prazdny.yaml: Soubor je prázdný." in told.getvalue()
    assert Plan.objects.count() == 1


def test_of_two_plans_in_a_file_both_are_saved_or_none(written):
    broken = PLAN.replace("krnov-psz", "druhy").replace("kind: psz", "kind: pzs")
    with pytest.raises(CommandError):
        load(written("dva.yaml", f"{PLAN}---\n{broken}"))
    assert not Plan.objects.exists()
