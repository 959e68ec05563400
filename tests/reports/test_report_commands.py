import pytest
from django.core.management import CommandError, call_command

from reports.management.commands import export_report
from reports.models import Report
from reports.pdf import PdfUnavailable
from tests.reports.report_plans import (
    YEAR_2022,
    make_area,
    make_evaluation,
    make_goal,
    make_measure,
    make_period,
    make_plan,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return make_plan("lhota")


@pytest.fixture
def period(plan):
    return make_period(plan)


def export(path, *arguments, slug="lhota", form="html"):
    call_command("export_report", slug, *arguments, "--format", form, "--output", str(path))


def test_the_report_is_saved_and_progress_told_beside_it(plan, period, tmp_path, capsys):
    export(tmp_path / "zprava.html")
    captured = capsys.readouterr()
    assert "Plán sociálního začleňování: lhota" in (tmp_path / "zprava.html").read_text(encoding="utf-8")
    assert captured.out == ""
    assert "Hotovo" in captured.err
    assert [path.name for path in tmp_path.iterdir()] == ["zprava.html"]


def test_a_pdf_is_saved(plan, period, tmp_path):
    export(tmp_path / "zprava.pdf", form="pdf")
    assert (tmp_path / "zprava.pdf").read_bytes().startswith(b"%PDF")


def test_the_latest_period_with_values_is_taken(plan, period, tmp_path):
    earlier = make_period(plan, "2022", YEAR_2022)
    make_evaluation(make_measure(make_goal(make_area(plan))), earlier)
    assert export_report.chosen_period(plan, None) == earlier
    assert export_report.chosen_period(plan, "2023-2024") == period


def test_the_latest_period_is_taken_when_none_has_values(plan, period):
    make_period(plan, "2022", YEAR_2022)
    assert export_report.chosen_period(plan, None) == period


@pytest.mark.parametrize(
    ("arguments", "slug", "sentence"),
    [
        ([], "lhotka", "Plán lhotka není. Na výběr: lhota."),
        (["--period", "2030"], "lhota", "Období 2030 není. Na výběr: 2023-2024."),
        (["--layout", "karty"], "lhota", "Rozvržení karty není. Na výběr: action-plan-table, "),
    ],
)
def test_a_mistyped_name_is_answered_with_the_known_ones(plan, period, tmp_path, arguments, slug, sentence):
    with pytest.raises(CommandError, match=sentence):
        export(tmp_path / "zprava.html", *arguments, slug=slug)
    assert list(tmp_path.iterdir()) == []


def test_a_plan_without_periods_has_no_report(plan, tmp_path):
    with pytest.raises(CommandError, match="nemá žádné období"):
        export(tmp_path / "zprava.html")


def test_a_place_that_cannot_be_written_is_named(plan, period, tmp_path):
    with pytest.raises(CommandError, match="nelze zapsat"):
        export(tmp_path / "chybí" / "zprava.html")


def test_a_folder_in_place_of_the_file_leaves_nothing_behind(plan, period, tmp_path):
    (tmp_path / "zprava.html").mkdir()
    with pytest.raises(CommandError, match="nelze zapsat"):
        export(tmp_path / "zprava.html")
    assert [path.name for path in tmp_path.iterdir()] == ["zprava.html"]


def test_a_failure_keeps_the_older_report(plan, period, tmp_path, monkeypatch):
    def unavailable(html):
        raise PdfUnavailable("PDF nelze vytvořit.")

    monkeypatch.setattr(export_report, "write_pdf", unavailable)
    (tmp_path / "zprava.pdf").write_text("starší")
    with pytest.raises(CommandError, match="PDF nelze vytvořit."):
        export(tmp_path / "zprava.pdf", form="pdf")
    assert (tmp_path / "zprava.pdf").read_text() == "starší"


def test_plans_are_listed_with_their_periods_and_layouts(plan, period, capsys):
    make_period(plan, "2022", YEAR_2022)
    call_command("list_plans")
    (line,) = capsys.readouterr().out.splitlines()
    assert line.split("\t") == [
        "lhota",
        "psz",
        "Lhota (okres Bruntál)",
        "Plán sociálního začleňování: lhota",
        "2022,2023-2024",
        "action-plan-table,goal-blocks,measure-cards,cooperation-summary",
    ]


def test_listing_takes_the_same_queries_for_any_number_of_plans(plan, django_assert_num_queries):
    for slug in ("lhotka", "lhůta"):
        make_period(make_plan(slug))
    with django_assert_num_queries(3):
        call_command("list_plans")


def test_the_layout_is_that_of_the_kind_until_the_town_writes_in_another(plan, period):
    community = make_plan("kpss", kind="kpss")
    assert export_report.chosen_layout(community, None).name == "measure-cards"
    Report.objects.create(plan=plan, period=period, layout="goal-blocks")
    assert export_report.chosen_layout(plan, None).name == "goal-blocks"


def test_measures_finished_earlier_can_be_left_out(plan, period, tmp_path):
    earlier = make_period(plan, "2022", YEAR_2022)
    measure = make_measure(make_goal(make_area(plan)), title="Dávno hotovo")
    make_evaluation(measure, earlier)
    arguments = ["--period", "2023-2024", "--layout", "measure-cards"]
    export(tmp_path / "vse.html", *arguments)
    export(tmp_path / "bez.html", *arguments, "--without-finished")
    assert "Dávno hotovo</h4>" in (tmp_path / "vse.html").read_text()
    without = (tmp_path / "bez.html").read_text()
    assert "Dávno hotovo</h4>" not in without
    assert "Vynechána jsou opatření splněná v\u00a0dřívějších obdobích: 1.1.1.1 Dávno hotovo." in without
