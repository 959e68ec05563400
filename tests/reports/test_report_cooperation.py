from datetime import date

import pytest

from reports.blocks import Timeline
from reports.chapters import advisory_programmes, commentary, cooperation, researches
from reports.content import report_content
from reports.models import Chapter, CooperationEvent, Report
from tests.reports.reading import headings, paragraphs, words
from tests.reports.report_plans import make_period, make_plan

pytestmark = pytest.mark.django_db
JANUARY = (date(2023, 1, 1), date(2023, 1, 31))
MAY = (date(2023, 5, 1), date(2023, 5, 31))


class Town:
    """A plan with a log of what happened."""

    def __init__(self):
        self.plan = make_plan()
        self.period = make_period(self.plan)

    def event(self, title, span=(None, None), text=""):
        start, end = span
        position = self.plan.events.count()
        CooperationEvent.objects.create(
            plan=self.plan, title=title, start=start, end=end, text=text, position=position
        )

    def write(self, name, text):
        report, _ = Report.objects.get_or_create(plan=self.plan, period=self.period, layout="goal-blocks")
        Chapter.objects.create(report=report, name=name, text=text)

    @property
    def content(self):
        return report_content(self.plan, self.period)

    @property
    def moments(self):
        (timeline,) = (block for block in cooperation(self.content) if isinstance(block, Timeline))
        return [
            (moment.when.replace("\u00a0", " "),
             [" / ".join(words(line) for line in lines) for lines in moment.events])
            for moment in timeline.moments
        ]  # fmt: skip


@pytest.fixture
def town():
    return Town()


def test_events_of_one_year_are_headed_by_months(town):
    town.event("Dohoda", JANUARY, "O datech.")
    town.event("Schůzka", JANUARY)
    town.event("Fórum", MAY)
    assert headings(cooperation(town.content)) == ["Spolupráce v roce 2023"]
    assert town.moments == [("Leden", ["Dohoda / O datech.", "Schůzka"]), ("Květen", ["Fórum"])]


def test_a_longer_log_says_the_years_and_what_has_no_date(town):
    town.event("Příprava", (date(2021, 1, 1), date(2022, 12, 31)))
    town.event("Schválení", (date(2022, 8, 16), date(2022, 8, 16)))
    town.event("Servis")
    assert headings(cooperation(town.content)) == ["Průběh spolupráce"]
    assert [when for when, _ in town.moments] == ["2021–2022", "16. 8. 2022", "Bez data"]


def test_without_events_and_words_there_is_no_chapter(town):
    assert cooperation(town.content) == []


@pytest.mark.parametrize(
    ("chapter", "name", "title"),
    [
        (commentary, "commentary", "Komentář k vybraným indikátorům"),
        (advisory_programmes, "advisory-programmes", "Poradenské programy"),
        (researches, "researches", "Výzkumy a analýzy"),
    ],
)
def test_chapters_of_words_are_there_when_the_town_wrote_them(town, chapter, name, title):
    assert chapter(town.content) == []
    town.write(name, "Naše slova.")
    assert headings(chapter(town.content)) == [title]
    assert paragraphs(chapter(town.content)) == ["Naše slova."]
