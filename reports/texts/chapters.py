"""Chapters that print the town's own text, with what each of them is for."""

from dataclasses import dataclass, replace

from reports import chapters
from reports.layouts import ChapterFunction, Layout


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text that a chapter of a layout prints; `name` is how `content.text` asks for it."""

    name: str
    title: str
    anchor: str  # of the chapter's heading
    purpose: str
    style: str = "body"


INTRODUCTION = "Stojí za prvními čísly zprávy: co se za období podařilo, co ne a co z toho plyne."
CARDS = "Uvádí karty jednotlivých opatření. Tiskne se, jen když má plán opatření."
OWN_TEXTS: dict[ChapterFunction, OwnText] = {
    chapters.introduction: OwnText("introduction", "Úvod", "uvod", INTRODUCTION),
    chapters.locality: OwnText(
        "locality",
        "Popis lokality",
        "lokalita",
        "Kde město leží, kdo v něm žije a kterých míst se plán týká.",
    ),
    chapters.context_indicators: OwnText(
        "context",
        "Kontextové indikátory",
        "kontextove-indikatory",
        "Stojí nad tabulkami kontextových indikátorů. Tiskne se, jen když je plán má.",
    ),
    chapters.commentary: OwnText(
        "commentary",
        "Komentář k vybraným indikátorům",
        "komentar",
        "Vysvětlení čísel, která by bez něj čtenáře zmátla, například skoků a změn metodiky.",
    ),
    chapters.action_plan: OwnText(
        "action-plan",
        "Vyhodnocení naplňování cílů a opatření",
        "akcni-plan",
        "Uvádí tabulku akčního plánu. Tiskne se, jen když má plán opatření.",
    ),
    chapters.goal_blocks: OwnText(
        "action-plan",
        "Vyhodnocení opatření akčního plánu",
        "bloky-cilu",
        "Uvádí bloky cílů. Tiskne se, jen když má plán cíle.",
        style="lead",
    ),
    chapters.measure_cards: OwnText(
        "cards", "Podrobné vyhodnocení vybraných oblastí", "podrobne-vyhodnoceni", CARDS
    ),
    chapters.fulfilment_cards: OwnText(
        "cards", "Vyhodnocení priorit, opatření a výstupů", "karty-opatreni", CARDS, style="lead"
    ),
    chapters.plan_overview: OwnText(
        "plan", "Plán a jeho financování", "plan", "Jak plán vznikl a z čeho se platí."
    ),
    chapters.funded_projects: OwnText(
        "projects",
        "Projekty a čerpání z výzev",
        "projekty",
        "Stojí nad tabulkou projektů. Tiskne se, jen když plán projekty má.",
    ),
    chapters.cooperation: OwnText(
        "cooperation",
        "Průběh spolupráce",
        "spoluprace",
        "Co město s Agenturou za období dělalo; pod textem stojí přehled událostí.",
        style="lead",
    ),
    chapters.advisory_programmes: OwnText(
        "advisory-programmes",
        "Poradenské programy",
        "poradenske-programy",
        "Kterých poradenských programů se město účastnilo a k čemu vedly.",
    ),
    chapters.researches: OwnText(
        "researches",
        "Výzkumy a analýzy",
        "vyzkumy",
        "Jaké výzkumy a analýzy za období vznikly a kde jsou ke čtení.",
    ),
}


def own_texts(layout: Layout) -> list[OwnText]:
    """The texts that a layout prints, in its order and under its titles."""
    return [text for chapter in layout.chapters if (text := _own_text(chapter))]


def _own_text(chapter: ChapterFunction) -> OwnText | None:
    """A chapter with options is a `partial`; its title may be one of them."""
    text = OWN_TEXTS.get(getattr(chapter, "func", chapter))
    title = getattr(chapter, "keywords", {}).get("title")
    return replace(text, title=title) if text and title else text
