"""A report with every kind of block and of running text, for the tests of the writers."""

from reports.blocks import (
    Bullets,
    Column,
    Contents,
    Facts,
    Heading,
    KeyFigures,
    Legend,
    Link,
    Moment,
    Note,
    NoteMark,
    Notes,
    PageBreak,
    Paragraph,
    ReportTree,
    StatusMark,
    Table,
    Text,
    Timeline,
    TitlePage,
)
from reports.symbols import SHAPES
from tests.reports.sample_charts import charts
from tests.reports.sample_tables import IN_PROGRESS, cell, counts, goal_table, indicators, row, small, words


def sample_tree(*blocks, **attributes):
    """A tree of the given blocks, or of all chapters of the sample."""
    names = {
        "title": "Vyhodnocení Plánu sociálního začleňování města Krnova 2022–2027",
        "town": "Město Krnov",
        "running_head": "Krnov – vyhodnocení PSZ 2022–2027 za 1/2023–6/2024",
        "version": "Verze 1 · 4.\u00a012.\u00a02024",
    }
    return ReportTree(**(names | attributes), blocks=list(blocks) or whole_report())


def whole_report():
    return [
        title_page(),
        Contents(),
        *introduction(),
        *context_indicators(),
        *action_plan(),
        *cards(),
        *projects(),
        *charts(),
        *wide_overview(),
        *year(),
        *notes(),
    ]


def title_page():
    return TitlePage(
        kicker="Vyhodnocení plnění",
        title="Plán sociálního začleňování města Krnova 2022–2027",
        period="za období leden 2023 až červen 2024",
        facts=(
            ("Hodnocená část", "Akční plán I (2023/2024)"),
            ("Zpracovali", "město Krnov a\u00a0Agentura pro sociální začleňování"),
            ("Verze", "1 ze dne 4.\u00a012.\u00a02024"),
        ),
        publicity="Tento materiál vznikl v\u00a0rámci projektu „Rozvoj systémů pro sociální začleňování“, "
        "reg.\u00a0č.\u00a0CZ.03.02.02/00/22_004/0000366.",
    )


def introduction():
    return [
        Heading(2, "Úvod", "uvod"),
        Paragraph(words("Zpráva vyhodnocuje plán města a\u00a0jeho akční plán."), style="lead"),
        KeyFigures(
            (
                ("50", "řádků akčního plánu v\u00a0osmi oblastech"),
                ("229", "osob využilo kontaktní místo pro bydlení"),
                ("276", "osob prošlo dluhovým poradenstvím, 92 snížilo dluhy"),
                ("15", "bodů z\u00a030 má index sociálního vyloučení"),
            )
        ),
        Paragraph(
            (
                Text("Krnov zůstává městem s\u00a0nadprůměrným indexem. Podíl osob v\u00a0exekuci "),
                Text("klesl z\u00a010,3\u00a0% na 9,7\u00a0%", strong=True),
                Text("."),
                NoteMark(1),
                Text(" Povodně z\u00a0podzimu 2024 zpráva nezachycuje. Zdroj: "),
                Link("Mapa zadlužení", "https://www.mapazadluzeni.cz/"),
                Text("."),
            )
        ),
        Bullets((words("rozhovory se zástupci organizací"), words("statistiky úřadů a\u00a0výzkum ASZ"))),
        counts(),
        Heading(2, "Seznam zkratek", "zkratky", flow=True),
        Paragraph(words("ASZ – Agentura pro sociální začleňování"), style="small"),
    ]


def context_indicators():
    return [
        Heading(2, "Kontextové indikátory", "kontext"),
        Paragraph((Text("Popisují prostředí, ve kterém se plán uskutečňuje."), NoteMark(2)), style="lead"),
        Heading(3, "Index sociálního vyloučení", "index"),
        indicators("Index sociálního vyloučení"),
        Heading(3, "Dluhová problematika", "dluhy", code="2"),
        indicators("Dluhová problematika"),
    ]


def action_plan():
    return [
        Heading(2, "Plnění akčního plánu I", "akcni-plan"),
        Legend(tuple(StatusMark(status, status.replace("_", " ")) for status in SHAPES)),
        Heading(3, "Bydlení", "bydleni", code="4"),
        Paragraph((Text("Strategický cíl ", muted=True), Text("4.1 Zvýšit dostupnost bydlení"))),
        goal_table("Specifický cíl 4.1.1", "Aktualizovat systém sociální bytové politiky města", 3),
        goal_table("Specifický cíl 4.1.2", "Snížit počet osob v\u00a0bytové nouzi", 9),
        PageBreak(),
        Paragraph(
            words("V\u00a0realizaci (2/6): do vyhodnocení vstoupila 2.\u00a0ze\u00a06 zpráv."), style="small"
        ),
    ]


def cards():
    titles = ("Vytvořit kontaktní místo pro bydlení", "Vznik Platformy pro spolupráci partnerů")
    blocks = [card(f"4.1.1.{n}", title) for n, title in enumerate(titles, 1)]
    opening = [Heading(2, "Podrobné vyhodnocení", "podrobne"), Heading(3, "Bydlení", "podrobne-bydleni")]
    return opening + [block for blocks_of_card in blocks for block in blocks_of_card]


def card(code, title):
    return [
        Heading(4, title, f"karta-{code.replace('.', '')}", code=code, rule=True),
        Facts(
            (
                ("Stav", (IN_PROGRESS,)),
                ("Realizátor", words("Město Krnov")),
                ("Sledované období", words("duben 2023 – březen 2024")),
                ("Specifický cíl", words("4.1.1 Aktualizovat systém sociální bytové politiky města")),
            )
        ),
        Table(
            caption=words(f"Indikátory opatření {code}"),
            hide_caption=True,
            columns=(
                Column("Indikátor výstupu", 110),
                Column("Plán", 26, numeric=True),
                Column("Skutečnost", 30, numeric=True),
            ),
            rows=(
                row("Vznik kontaktního místa", "1", cell(words("1", strong=True))),
                row(
                    "Počet osob, kterým bylo poskytnuto poradenství",
                    "–",
                    cell(words("229", strong=True), (Text("79 ČR + 150 UA", muted=True), NoteMark(5))),
                ),
            ),
        ),
        Paragraph(words("Místo slouží od dubna 2023 osobám v\u00a0bytové nouzi."), label="Shrnutí."),
        Paragraph(words("Sociální začleňování osob v\u00a0bytové nouzi."), label="Projekt:"),
    ]


def projects():
    rows = [
        row(
            cell((Text(f"4.1.1.{n}", strong=True), Text(" Terénní program"))),
            cell(words("Statutární město Ostrava"), small("CZ.03.02.01/00/22_018/0001145")),
            "14\u00a0964\u00a0994,80",
        )
        for n in range(1, 6)
    ]
    return [
        Heading(2, "Čerpání z\u00a0výzev KPSV+", "projekty"),
        Table(
            caption=words("Projekty podle výzev"),
            columns=(
                Column("Fond a\u00a0opatření", 70),
                Column("Realizátor a\u00a0registrační číslo", 62),
                Column("Rozpočet (Kč)", 34, numeric=True),
            ),
            rows=(
                row("OPZ+, výzva 018", "5 projektů", "74\u00a0824\u00a0974,00", kind="group"),
                *rows,
                row("Celkem KPSV+", "5 projektů", "74\u00a0824\u00a0974,00", kind="total"),
            ),
        ),
    ]


def wide_overview():
    years = [Column(str(year), 21, numeric=True) for year in range(2016, 2025)]
    return [
        Heading(2, "Přehled let", "prehled"),
        Paragraph(words("Široká tabulka leží na šířku i\u00a0se svým nadpisem.")),
        Table(
            caption=words("Osoby v\u00a0exekuci podle let"),
            columns=(Column("Obec", 64), *years),
            rows=tuple(row(f"Obec {n}", *(f"{n}\u00a0{year.title}" for year in years)) for n in range(1, 9)),
            wide=True,
        ),
    ]


def year():
    return [
        Heading(2, "Spolupráce v\u00a0roce\u00a02023", "spoluprace"),
        Timeline(
            (
                Moment("Leden", ((words("Dohoda o\u00a0programu"), words("Týká se práce s\u00a0daty.")),)),
                Moment("Únor", ((words("Setkání partnerů"),), (words("Seminář o\u00a0bydlení"),))),
            )
        ),
    ]


def notes():
    return [
        Heading(2, "Poznámky", "poznamky"),
        Notes(
            (
                ("Úvod", (Note(1, words("Zdroj: Mapa zadlužení.")),)),
                (
                    "Kontextové indikátory",
                    tuple(Note(n, words(f"Hodnota vychází z\u00a0dat {n}.")) for n in (2, 3, 4)),
                ),
                ("Podrobné vyhodnocení", (Note(5, words("ČR – občan České republiky, UA – uprchlík.")),)),
                ("Vypnutá kapitola", (Note(6, words("Na tuto poznámku nic neodkazuje.")),)),
            )
        ),
    ]
