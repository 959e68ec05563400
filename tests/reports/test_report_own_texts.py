"""Which chapters take the town's own text: what is offered to be written is what gets printed."""

import pytest

from reports.content import ReportContent, report_content
from reports.layouts import LAYOUTS
from reports.texts.chapters import own_texts
from reports.texts.printing import printed
from reports.tree import build_tree
from reports.writers.html import write_html
from tests.builders import make_chapter
from tests.reports.reading import headings

LAYOUT_NAMES = list(LAYOUTS)


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """The texts for which chapters ask while a report is built."""
    names = []
    text = ReportContent.text

    def noted(content, name):
        names.append(name)
        return text(content, name)

    monkeypatch.setattr(ReportContent, "text", noted)
    return names


@pytest.fixture
def projects(krnov):
    """Something in every chapter, so that each is printed."""
    krnov.plan.projects.create(title="Komunitní centrum")


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUT_NAMES)
def test_every_text_that_a_layout_prints_can_be_written(krnov, projects, asked, layout):
    build_tree(report_content(krnov.plan, krnov.period, layout.name), layout)
    assert asked == [own.name for own in own_texts(layout)]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUT_NAMES)
def test_what_was_written_stands_in_its_chapter(krnov, projects, layout):
    texts = own_texts(layout)
    for own in texts:
        make_chapter(krnov, own.name, f"Vlastní text {own.name}.")
    tree = build_tree(report_content(krnov.plan, krnov.period, layout.name), layout)
    html = write_html(tree)
    for own in texts:
        assert f'id="{own.anchor}"' in html
        assert f"Vlastní text {own.name}." in html[html.index(f'id="{own.anchor}"') :]
    assert {own.title for own in texts} <= set(headings(tree.blocks))


def test_a_text_is_shown_as_it_will_be_printed():
    own = own_texts(LAYOUTS["action-plan-table"])[0]
    html = printed(own, "První **tučný** odstavec.[[Podle úřadu.]]\n\n- jedna\n- dvě\n\n<script>")
    assert "<strong>tučný</strong>" in html
    assert html.count("<li>") == 2
    assert "Podle úřadu." in html[html.index("poznamka-1") :]
    assert "<script>" not in html
