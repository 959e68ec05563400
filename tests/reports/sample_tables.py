"""Tables of the sample report, and short names for the parts of a tree."""

from reports.blocks import (
    Cell,
    Column,
    Link,
    NoteMark,
    Sparkline,
    StatusMark,
    Table,
    TableRow,
    Text,
)

IN_PROGRESS = StatusMark("in_progress", "V\u00a0realizaci")
DONE = StatusMark("completed", "Realizováno")
NOT_MONITORED = StatusMark("not_monitored", "Nesledováno")


def words(text, **look):
    return (Text(text, **look),)


def cell(*lines):
    return Cell(tuple(words(line) if isinstance(line, str) else line for line in lines))


def row(*cells, kind="row", anchor=""):
    return TableRow(tuple(c if isinstance(c, Cell) else cell(c) for c in cells), kind, anchor)


def small(text):
    return words(text, muted=True)


def counts():
    titles = ("Realizováno", "V\u00a0realizaci", "Nesledováno", "Celkem")
    return Table(
        caption=words("Stav opatření akčního plánu"),
        columns=(Column("Oblast", 86), *(Column(title, 20, numeric=True) for title in titles)),
        rows=(
            row("1 Rodina a\u00a0prorodinná opatření", "2", cell(small("0")), cell(small("0")), "2"),
            row("4 Bydlení", "5", "7", "1", "13"),
            row("Celkem", "7", "7", "1", "15", kind="total"),
        ),
        note=words("Nesledovaná opatření se do podílu plnění nepočítají."),
    )


def indicators(caption):
    return Table(
        caption=words(caption),
        hide_caption=True,
        columns=(
            Column("Indikátor", 60),
            Column("Počáteční hodnota", 24, numeric=True, note=3),
            Column("Rok", 18),
            Column("2022", 18, numeric=True),
            Column("2023", 18, numeric=True),
            Column("Vývoj a\u00a0změna", 28, numeric=True),
        ),
        rows=(
            trend_row("Osoby v\u00a0exekuci", ("2\u00a0393", "1\u00a0937", "1\u00a0833"), "−560"),
            trend_row("Počet obecních bytů", ("1\u00a0531", "1\u00a0531", "1\u00a0535"), "+4"),
            row(
                "Počet osob v\u00a0bytové nouzi",
                "256",
                cell(small("2017")),
                "–",
                "–",
                cell(small("nelze srovnat")),
            ),
        ),
        note=words("– údaj není k\u00a0dispozici nebo se nesleduje."),
    )


def trend_row(name, values, change):
    numbers = [float(value.replace("\u00a0", "")) for value in values]
    points = tuple(zip((2019, 2022, 2023), numbers, strict=True))
    trend = Sparkline(points, f"{name}: {', '.join(values)}", 2019, 2023)
    first, second, third = values
    return row(
        cell(words(name), small("počet, podíl na obyvatelstvu 15–64 let")),
        cell(words(first), small("12\u00a0%")),
        cell(small("2019")),
        second,
        cell((Text(third), NoteMark(4))),
        cell((trend, Text(f" {change}"))),
    )


def goal_table(label, title, length):
    marks = (IN_PROGRESS, DONE, NOT_MONITORED)
    return Table(
        caption=(Text(label, strong=True), Text(f" {title}")),
        columns=(Column("Opatření", 62), Column("Stav", 27), Column("Vyhodnocení", 77)),
        rows=tuple(measure_row(f"{label[-5:]}.{n}", marks[n % 3]) for n in range(1, length + 1)),
        narrative=True,
    )


def measure_row(code, mark):
    return row(
        cell((Text(code, strong=True), Text(" Realizovat aktivity v\u00a0oblasti prevence ztráty bydlení"))),
        cell((mark,)),
        cell(
            (
                Text(
                    "Kontaktní místo funguje od dubna 2023, otevřeno má třikrát týdně. Získalo je 229 osob. "
                ),
                Link("Podrobně", "#karta-4111", with_page=True),
                Text(". "),
                Link("Vypnutá kapitola", "#neni-zde", with_page=True),
            )
        ),
        anchor=f"opatreni-{code}",
    )
