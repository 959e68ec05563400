"""The PDF of a report with every kind of block: accessible, complete, the same each time."""

import page
import pytest

from reports.pdf import write_pdf
from reports.writers.html import write_html
from tests.reports.pdf_reading import (
    elements,
    marked_contents,
    opened,
    pdf_text,
    poppler,
    unreachable_pages,
)
from tests.reports.sample_tree import sample_tree


@pytest.fixture(scope="module")
def document():
    return write_pdf(write_html(sample_tree()))


@pytest.fixture(scope="module")
def pdf(document):
    return opened(document)


def test_no_rule_of_pdf_ua_is_broken(document):
    report = page.validate_pdf_bytes(document, profile=page.ValidationProfile.PDF_UA_1)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_title_and_language(pdf):
    assert str(pdf.docinfo.Title) == "Vyhodnocení Plánu sociálního začleňování města Krnova 2022–2027"
    assert str(pdf.Root.Lang) == "cs"


def test_every_header_cell_says_what_it_heads(pdf):
    scopes = [str(cell.A.Scope) for cell in elements(pdf, "/TH")]
    assert set(scopes) == {"/Row", "/Column"}


def test_every_table_has_header_cells(pdf):
    tables = elements(pdf, "/Table")
    assert len(tables) >= 8
    assert all("/TH" in kinds_below(table) for table in tables)


def kinds_below(element):
    kids = element.get("/K", [])
    return [kind for kid in kids if hasattr(kid, "S") for kind in (str(kid.S), *kinds_below(kid))]


def test_a_table_without_a_visible_caption_is_named(pdf):
    names = [str(table.A.Summary) for table in elements(pdf, "/Table") if "/A" in table]
    assert names[:2] == ["Index sociálního vyloučení", "Dluhová problematika"]
    assert "Indikátory opatření 4.1.1.1" in names


def test_ids_are_listed(pdf):
    names = list(pdf.Root.StructTreeRoot.IDTree.Names)
    ids = [str(name) for name in names[::2]]
    assert ids == sorted(ids)
    assert {str(cell.ID) for cell in elements(pdf, "/TH")} == set(ids)


def test_everything_is_read_or_an_artifact(pdf):
    assert unreachable_pages(pdf) == []


def test_running_heads_are_artifacts(pdf):
    pages = [number for number, (tag, _) in marked_contents(pdf) if tag == "/Artifact"]
    assert set(pages) == set(range(1, len(pdf.pages)))  # all but the title page


def test_headings_leave_no_level_out(pdf):
    levels = [int(str(heading.S)[2:]) for heading in elements(pdf, "/H1", "/H2", "/H3", "/H4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(level <= before + 1 for before, level in zip(levels, levels[1:], strict=False))


def test_bookmarks_follow_the_chapters(pdf):
    with pdf.open_outline() as outline:
        titles = {item.title: [part.title for part in item.children] for item in outline.root}
    assert titles["Kontextové indikátory"] == ["Index sociálního vyloučení", "2 Dluhová problematika"]
    assert list(titles)[:2] == ["Obsah", "Úvod"]


def test_links_say_where_they_lead(pdf):
    words = {str(link.Contents) for sheet in pdf.pages for link in sheet.get("/Annots", [])}
    assert {"Úvod", "Podrobně", "Mapa zadlužení", "poznámka 1", "Zpět k odkazu na poznámku 1"} <= words


def test_drawings_are_described(pdf):
    descriptions = [str(figure.Alt) for figure in elements(pdf, "/Figure")]
    assert descriptions[0] == "Vlajka Evropské unie"
    assert "Osoby v\u00a0exekuci: 2\u00a0393, 1\u00a0937, 1\u00a0833" in descriptions
    assert "Osoby v\u00a0exekuci. Podíl na obyvatelích od 15 let." in descriptions


def test_words_of_drawings_stay_words(document):
    text = pdf_text(document)
    assert "neschválená hodnota" in text
    assert text.count("Moravskoslezský") >= 4  # in the bars, in the map and in their tables


def test_wide_table_turns_its_page_with_its_heading(document, pdf):
    turned = [sheet for sheet in pdf.pages if sheet.MediaBox[2] > sheet.MediaBox[3]]
    assert len(turned) == 1
    number = str(turned[0].index + 1)
    text = poppler("pdftotext", "-f", number, "-l", number, pdf=document)
    assert "Přehled let" in text and "Obec 8" in text


def test_only_our_font_is_embedded(document):
    fonts = poppler("pdffonts", pdf=document).splitlines()[2:]
    assert fonts
    assert all("+Source-Sans-3" in font and " yes yes yes " in font for font in fonts)


def test_czech_is_extracted_letter_by_letter(document):
    text = pdf_text(document)
    assert "Počet osob, kterým bylo poskytnuto poradenství" in text
    assert "Čerpání z výzev KPSV+" in text
    assert "Krnov – vyhodnocení PSZ 2022–2027 za 1/2023–6/2024" in text


def test_pages_are_numbered_in_foot_contents_and_links(document, pdf):
    text = pdf_text(document).split("\f")
    assert f"Strana 3 z {len(pdf.pages)}" in text[2].replace("\u00a0", " ")
    assert any(line.startswith("Úvod") and line.endswith(" 3") for line in text[1].splitlines())
    assert "Podrobně na" in " ".join(text[4].split())
    assert "Strana" not in text[0]


def test_the_same_tree_gives_the_same_bytes(document):
    assert write_pdf(write_html(sample_tree())) == document
