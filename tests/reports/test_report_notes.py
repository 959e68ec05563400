from reports.blocks import Cell, Column, Heading, Note, NoteMark, Notes, Paragraph, Table, TableRow, Text
from reports.notes import Footnote, Numbering


def note(text):
    return Footnote((Text(text),))


def chapter(title, *blocks):
    return [Heading(2, title), *blocks]


def test_notes_are_counted_through_all_chapters():
    numbering = Numbering()
    numbering.chapter_blocks(chapter("Úvod", Paragraph((Text("a"), note("první")))))
    _, second = numbering.chapter_blocks(chapter("Plán", Paragraph((note("druhá"),))))
    assert second.line == (NoteMark(2),)


def test_a_table_is_read_from_its_head_to_the_text_below_it():
    row = TableRow((Cell(((Text("jedna"), note("buňka")),)),))
    table = Table((), (Column("Hodnota", 166, note=note("hlavička")),), (row,), note=(note("pod tabulkou"),))
    numbering = Numbering()
    (numbered,) = numbering.chapter_blocks([table])
    assert numbered.columns[0].note == 1
    assert numbered.rows[0].cells[0].lines[0][1] == NoteMark(2)
    assert numbered.note == (NoteMark(3),)


def test_the_chapter_of_notes_groups_them_by_chapter():
    numbering = Numbering()
    numbering.chapter_blocks(chapter("Úvod", Paragraph((note("a"), note("b")))))
    numbering.chapter_blocks(chapter("Plán", Paragraph((note("c"),))))
    _, notes = numbering.chapter_blocks(chapter("Poznámky", Notes(())))
    assert notes.groups == (
        ("Úvod", (Note(1, (Text("a"),)), Note(2, (Text("b"),)))),
        ("Plán", (Note(3, (Text("c"),)),)),
    )


def test_a_report_without_notes_has_no_chapter_of_notes():
    assert Numbering().chapter_blocks(chapter("Poznámky", Notes(()))) == []


def test_blocks_without_notes_stay_as_they_are():
    blocks = chapter("Úvod", Paragraph((Text("a"),)))
    assert Numbering().chapter_blocks(blocks) == blocks
