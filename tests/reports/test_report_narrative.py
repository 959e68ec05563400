from reports.blocks import Bullets, Link, Paragraph, Text
from reports.narrative import cell_lines, inline, labelled, listed, narrative
from reports.notes import Footnote


def spaced(blocks_or_line):
    """The texts with their non-breaking spaces visible."""
    return [piece.text.replace("\u00a0", "~") for piece in blocks_or_line]


def test_an_empty_line_starts_a_paragraph_and_a_single_break_does_not():
    first, second = narrative("Město\nkoná.\n\nNNO také.")
    assert first == Paragraph((Text("Město koná."),))
    assert second == Paragraph((Text("NNO také."),))


def test_dashes_form_a_list_even_right_below_a_paragraph():
    paragraph, bullets = narrative("Vznikly:\n- skupina řídicí,\n  která rozhoduje\n- skupina pracovní")
    assert isinstance(paragraph, Paragraph)
    assert bullets == Bullets(((Text("skupina řídicí, která rozhoduje"),), (Text("skupina pracovní"),)))


def test_a_dash_inside_a_line_is_no_list():
    assert len(narrative("Pracují spolu - a dobře.")) == 1


def test_nothing_written_is_nothing_printed():
    assert narrative(" \n\n ") == []


def test_bold_words_notes_and_addresses_are_found():
    line = inline("Klesl **podíl**.[[Zdroj: https://www.mapazadluzeni.cz/.]] Dál viz (https://krnov.cz/psz).")
    bold, note, link = line[1], line[3], line[5]
    assert bold == Text("podíl", strong=True)
    assert note == Footnote((
        Text("Zdroj: "), Link("https://www.mapazadluzeni.cz/", "https://www.mapazadluzeni.cz/"), Text(".")
    ))  # fmt: skip
    assert link.target == "https://krnov.cz/psz"


def test_words_can_be_a_link():
    assert inline("Viz [zprávu města](https://krnov.cz/psz).")[1] == Link(
        "zprávu města", "https://krnov.cz/psz"
    )
    assert inline("Pište [Evě](mailto:eva@krnov.cz)")[1].target == "mailto:eva@krnov.cz"


def test_a_word_in_brackets_is_no_link():
    assert spaced(inline("[sic](viz níže)")) == ["[sic](viz níže)"]


def test_spaces_are_bound_across_bold_words():
    assert spaced(inline("v **roce** 2023 k 1. 1. 2023")) == ["v~", "roce", " 2023 k~1.~1.~2023"]


def test_unfinished_marks_stay_as_they_were_typed():
    assert spaced(inline("2 ** 3 [[bez konce")) == ["2 ** 3 [[bez konce"]


def test_a_list_with_a_label_gets_a_line_for_it():
    label, bullets = labelled("Shrnutí.", narrative("- jedno\n- druhé"))
    assert label == Paragraph((), label="Shrnutí.")
    assert isinstance(bullets, Bullets)


def test_a_label_runs_into_the_first_paragraph_only():
    blocks = labelled("Shrnutí.", narrative("První.\n\nDruhý."))
    assert [block.label for block in blocks] == ["Shrnutí.", ""]


def test_a_cell_has_lines_with_dashes_for_a_list():
    lines = cell_lines("Vznikly:\n- jedna\n- druhá")
    assert [spaced(line) for line in lines] == [["Vznikly:"], ["–~jedna"], ["–~druhá"]]


def test_names_with_commas_are_kept_apart_by_semicolons():
    assert listed(["Město Krnov", "ASZ"]) == "Město Krnov, ASZ"
    assert listed(["Lexikona, z. s.", "ASZ"]) == "Lexikona, z. s.; ASZ"
