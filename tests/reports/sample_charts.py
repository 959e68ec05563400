"""Charts of the sample report: lines, bars and a map, each with its table."""

from reports.blocks import Chart, Column, Heading, Table
from reports.charts.shapes import Stroke
from tests.charts.drawings import all_regions, bar, bar_chart, line_chart, region_map, series
from tests.reports.sample_tables import row, words

YEARS = range(2017, 2025)
COUNTRY = (9.7, 9.2, 8.8, 8.5, 7.9, 7.6, 7.3, 7.1)


def charts():
    return [
        Heading(2, "Vývoj v\u00a0letech", "vyvoj"),
        development(),
        Chart(
            bar_chart(*(bar(area.name, area.number, is_marked=area.is_marked) for area in by_number())),
            regions_table("Kraje podle podílu nezaměstnaných"),
        ),
        Chart(region_map(), regions_table("Podíl nezaměstnaných v\u00a0krajích"), words("Mapa krajů")),
    ]


def development():
    town = series(
        (2017, 13.5), (2018, 12), (2019, 11.1), (2022, 9.7), (2023, 9.5), (2024, 9.1),
        breaks=[2018], drafts=[2024], unit="%",
    )  # fmt: skip
    country = series(*zip(YEARS, COUNTRY, strict=True), name="Česko", stroke=Stroke.COUNTRY, unit="%")
    years = [Column(str(year), 17, numeric=True) for year in YEARS]
    table = Table(
        caption=words("Osoby v\u00a0exekuci v\u00a0letech"),
        hide_caption=True,
        columns=(Column("Území", 30), *years),
        rows=tuple(numbers_row(line) for line in (town, country)),
        note=words("Od roku 2018 nová řada. Hodnota za rok 2024 není schválena."),
    )
    return Chart(line_chart(town, country, years=YEARS, unit="% obyvatel od 15 let"), table)


def numbers_row(line):
    texts = {mark.year: mark.text for mark in line.marks}
    return row(line.name, *(texts.get(year, "–") for year in YEARS))


def regions_table(caption):
    return Table(
        caption=words(caption),
        hide_caption=True,
        columns=(Column("Kraj", 126), Column("Podíl", 40, numeric=True)),
        rows=tuple(row(area.name, area.text) for area in by_number()),
    )


def by_number():
    return sorted(all_regions(), key=lambda area: area.number, reverse=True)
