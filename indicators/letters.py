"""A reminder as a consultant reads it before it goes: its text, who gets it, and what the form says of it."""

from dataclasses import dataclass

from django.db.models import prefetch_related_objects

from accounts.models import User
from czech.plurals import plural
from plans.letters import coordinators_by_town
from plans.models import Reminder, ReportingPeriod
from plans.reminders import last_sent, prepared, send, stage_of

TEXT_LIMIT = 5_000
NOBODY = "město nemá koordinátora s účtem"


@dataclass(frozen=True, slots=True)
class Letter:
    """A reminder to one town, with what the consultant adds to all of the chosen ones."""

    reminder: Reminder
    to: list[User]
    added: str = ""

    @property
    def period(self) -> ReportingPeriod:
        return self.reminder.period

    @property
    def field_name(self) -> str:
        return f"text-{self.period.pk}"

    @property
    def known_name(self) -> str:
        """The field in which the form carries the last reminder that the person was told of."""
        return f"posledni-{self.period.pk}"

    @property
    def last(self) -> Reminder | None:
        return last_sent(self.period)

    @property
    def known(self) -> str:
        return str(self.last.pk) if self.last else ""

    def is_overtaken(self, posted) -> bool:
        """Has a reminder gone that the person who confirms this one was not told of?"""
        return posted.get(self.known_name, "") != self.known

    @property
    def refusal(self) -> str:
        if not self.period.is_open:
            return "Město už období odevzdalo, není co upomínat."
        if not self.to:
            return f"Upomínka nemá komu odejít, {NOBODY}."
        if not self.reminder.text:
            return "Napište text upomínky."
        if len(self.reminder.text) + len(self.added) > TEXT_LIMIT:
            return "Text je příliš dlouhý, vejde se nejvýš 5 000 znaků."
        return ""

    def send(self, *, by: User):
        self.reminder.text = "\n\n".join(filter(None, [self.reminder.text, self.added]))
        send(self.reminder, by=by, to=self.to)


def suggested_letters(periods: list[ReportingPeriod]) -> list[Letter]:
    """With the prepared or suggested texts; two questions, however many periods there are."""
    prefetch_related_objects(periods, "reminders")
    coordinators = coordinators_by_town(period.plan.municipality_id for period in periods)
    return [_suggested(period, coordinators.get(period.plan.municipality_id, [])) for period in periods]


def _suggested(period: ReportingPeriod, to: list[User]) -> Letter:
    return Letter(prepared(period, stage_of(period) or Reminder.Stage.WEEK), to)


def overtaken_text(periods: list[ReportingPeriod]) -> str:
    """Mezitím už upomínku dostalo: Krnov (okres Bruntál)."""
    names = ", ".join(period.plan.municipality.full_name for period in periods)
    return f"Mezitím už upomínku {plural(len(periods), 'dostalo', 'dostala', 'dostala', 'dostalo')}: {names}."
