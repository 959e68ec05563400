"""The Kroměříž report, as loaded from its fixture, says every field of every card of the document."""

from collections import Counter

import pytest

from reports.pdf import write_pdf
from tests.reports.html_tables import (
    export_html,
    missing,
    missing_on_paper,
    parts,
    plain,
    read_report,
    text_of,
    typed,
    unbroken,
)
from tests.reports.kromeriz_values import CARDS, DISABILITY, EXCLUSION, FAMILIES, SENIORS, SYSTEMIC, WORDINGS

# Asks for the database that the report is printed from.
pytestmark = pytest.mark.django_db
SECTIONS = [SYSTEMIC, SENIORS, FAMILIES, DISABILITY, EXCLUSION]
NOT_STATED = "Neuvedeno"
LABELS = {
    "output": "Výstup",
    "responsibility": "Odpovědnost",
    "term": "Termín",
    "cost": "Předpokládané náklady",
    "funding": "Zdroj krytí nákladů",
    "risks": "Rizika a ohrožení",
    "intentions": "Plánované aktivity a rozvojové záměry",
    "status": "Plnění v roce 2023",
}
ORDER = ["output", "term", "responsibility", "cost", "funding", "risks", "intentions", "status"]
FIELDS = [(card, name) for card in CARDS for name in ORDER if name != "status"]
FILLED_FIELDS = [(card, name) for card, name in FIELDS if getattr(card, name)]
EMPTY_FIELDS = [(card, name) for card, name in FIELDS if not getattr(card, name)]


def name_of(value):
    return value if isinstance(value, str) else f"{value.section} {value.code}"


@pytest.fixture(scope="module")
def html(django_db_setup, django_db_blocker):
    return export_html(django_db_blocker, "kromeriz.yaml")


@pytest.fixture(scope="module")
def report(html):
    return read_report(html)


@pytest.fixture(scope="module")
def paper(html):
    return text_of(write_pdf(html))


def card_block(report, card):
    """The card of this title in its section: numbers start again in each."""
    (found,) = (
        block
        for block in report.blocks_of(card.label)
        if plain(card.section) in block.headings["h3"] and len(block.headings) == 3
    )
    return found


def field_of(report, card, name):
    """What stands between the label of the field and the next label of the card."""
    text = card_block(report, card).text
    start = text.index(plain(LABELS[name])) + len(plain(LABELS[name]))
    later = ORDER[ORDER.index(name) + 1 :]
    ends = [at for label in later if (at := text.find(plain(LABELS[label]), start)) >= 0]
    return text[start : min(ends, default=len(text))]


def test_the_list_is_complete():
    assert len(CARDS) == 33
    assert Counter(card.status for card in CARDS) == WORDINGS
    assert len(WORDINGS) == 11


def test_cards_stand_in_the_order_of_the_document(report):
    titles = [block.title for block in report.blocks if "h4" in block.headings]
    assert len(titles) == len(CARDS)
    assert all(title.startswith(plain(card.label)) for title, card in zip(titles, CARDS, strict=True))


def test_sections_stand_in_the_order_of_the_document(report):
    cards = [block for block in report.blocks if "h4" in block.headings]
    sections = list(dict.fromkeys(block.headings["h3"] for block in cards))
    assert len(sections) == len(SECTIONS)
    assert all(plain(name) in section for section, name in zip(sections, SECTIONS, strict=True))


@pytest.mark.parametrize("card", CARDS, ids=name_of)
def test_a_card_names_its_priority(report, card):
    said = f"Priorita {card.code.split('.')[0]} {card.priority}"
    assert plain(said) in card_block(report, card).text


@pytest.mark.parametrize(("card", "name"), FILLED_FIELDS, ids=name_of)
def test_fields_of_cards_in_the_order_of_the_document(report, card, name):
    said = field_of(report, card, name)
    assert not missing(said, getattr(card, name)), said
    places = [said.index(typed(part)) for part in parts(getattr(card, name))]
    assert places == sorted(places)


@pytest.mark.parametrize(("card", "name"), EMPTY_FIELDS, ids=name_of)
def test_fields_the_document_does_not_have_are_left_out(report, card, name):
    assert plain(LABELS[name]) not in card_block(report, card).text


@pytest.mark.parametrize("card", CARDS, ids=name_of)
def test_fulfilment_in_the_words_of_the_document(report, card):
    assert card_block(report, card).statuses == [plain(card.status or NOT_STATED)]


def printed_rows():
    """Every card as (label, what follows it before the next one)."""
    for card in CARDS:
        fields = [getattr(card, name) for name in ORDER]
        yield card.label, "; ".join([card.priority, *(one for one in fields if one)])


def test_the_paper_says_the_same(paper):
    body = paper[paper.rindex(unbroken("Vyhodnocení priorit, opatření a výstupů Nejdřív")) :]
    assert missing_on_paper(body, printed_rows()) == []
