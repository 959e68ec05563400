"""`export_list` without a server: whole files, Czech errors, nothing half written."""

import pytest
from django.core.management import CommandError, call_command

from reports.pdf import PdfUnavailable
from reports.registers import files
from tests.builders import make_plan, make_territory, make_town
from tests.registers.register_rows import make_call, make_project

pytestmark = pytest.mark.django_db


@pytest.fixture
def most():
    town = make_town("Most")
    make_project(town.plan, "Azyl", call=make_call("OPZ", "052"))
    make_project(town.plan, "Byty", call=make_call("IROP", "80"))
    return town


def export(path, *arguments, register="projects"):
    call_command("export_list", register, *arguments, "--output", str(path))
    return path


@pytest.mark.parametrize(("suffix", "start"), [("xlsx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!DOCTYPE")])
@pytest.mark.parametrize("register", ["plans", "projects"])
def test_each_format_is_saved(most, tmp_path, capsys, register, suffix, start):
    path = export(tmp_path / f"seznam.{suffix}", register=register)
    assert path.read_bytes().lstrip().startswith(start)
    captured = capsys.readouterr()
    assert captured.out == "" and "Hotovo" in captured.err
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["Most", "most", "Most (okres Okres Most)"])
def test_town_and_fund_narrow_the_list(most, tmp_path, name):
    make_project(make_town("Krnov").plan, "Dluhy", call=make_call("OPZ", "052"))
    path = export(tmp_path / "s", "--town", name, "--fund", "OPZ", "--format", "html")
    text = path.read_text(encoding="utf-8")
    assert "Azyl" in text and "Byty" not in text and "Dluhy" not in text


def test_kind_narrows_plans(most, tmp_path):
    make_plan(make_territory("Brno"), slug="b", title="Místní plán inkluze Brno", kind="mpi")
    text = export(tmp_path / "s.html", "--kind", "mpi", register="plans").read_text(encoding="utf-8")
    assert "Brno" in text and "města Most" not in text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("register", "arguments", "sentence"),
    [
        ("projekty", [], "Seznam projekty není. Na výběr: plans, projects."),
        ("projects", ["--format", "docx"], "Formát docx není. Na výběr: html, pdf, xlsx."),
        (
            "projects",
            ["--town", "Lhota"],
            r"Město: Lhota není v seznamu. Na výběr: Most \(okres Okres Most\).",
        ),
        ("projects", ["--fund", "NPO"], "Fond: NPO není v seznamu. Na výběr: bez výzvy, IROP, OPZ."),
        ("projects", ["--kind", "mpi"], "Druh mají jen plány a fond jen projekty."),
        ("plans", ["--fund", "OPZ"], "Druh mají jen plány a fond jen projekty."),
        ("plans", ["--kind", "xyz"], "Druh plánu: xyz není v seznamu."),
    ],
)
def test_a_mistake_is_explained(most, tmp_path, register, arguments, sentence):
    with pytest.raises(CommandError, match=sentence):
        export(tmp_path / "s.html", *arguments, register=register)
    assert list(tmp_path.iterdir()) == []


def test_two_towns_of_one_name_are_told_apart(tmp_path):
    for number, district in enumerate(["Cheb", "Přerov"]):
        town = make_territory("Hranice")
        town.parent.name = district
        town.parent.save()
        make_project(make_plan(town, slug=f"hranice-{number}"), f"Projekt {district}")
    with pytest.raises(CommandError, match="není jednoznačné.*okres Cheb.*okres Přerov"):
        export(tmp_path / "s.html", "--town", "Hranice")
    text = export(tmp_path / "s.html", "--town", "Hranice (okres Přerov)").read_text(encoding="utf-8")
    assert "Projekt Přerov" in text and "Projekt Cheb" not in text


def test_a_place_that_cannot_be_written_is_named(most, tmp_path):
    with pytest.raises(CommandError, match="nelze zapsat"):
        export(tmp_path / "chybí" / "s.html")


def test_a_failure_keeps_the_older_file(most, tmp_path, monkeypatch):
    def unavailable(html):
        raise PdfUnavailable("PDF nelze vytvořit.")

    monkeypatch.setattr(files, "write_pdf", unavailable)
    (tmp_path / "s.pdf").write_text("starší")
    with pytest.raises(CommandError, match="PDF nelze vytvořit."):
        export(tmp_path / "s.pdf")
    assert (tmp_path / "s.pdf").read_text() == "starší"
