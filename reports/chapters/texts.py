"""Chapters that are nothing but the town's own words; without them the chapter is not there."""

from reports.blocks import Block, Heading
from reports.content import ReportContent
from reports.narrative import narrative


def locality(content: ReportContent) -> list[Block]:
    return _written(content, "locality", "Popis lokality", "lokalita", flow=True)


def commentary(content: ReportContent) -> list[Block]:
    return _written(content, "commentary", "Komentář k vybraným indikátorům", "komentar")


def advisory_programmes(content: ReportContent) -> list[Block]:
    title = "Poradenské programy"
    return _written(content, "advisory-programmes", title, "poradenske-programy", flow=True)


def researches(content: ReportContent) -> list[Block]:
    return _written(content, "researches", "Výzkumy a analýzy", "vyzkumy", flow=True)


def _written(content: ReportContent, name: str, title: str, anchor: str, flow: bool = False) -> list[Block]:
    text = content.text(name)
    return [Heading(2, title, anchor, flow=flow), *narrative(text)] if text else []
