"""The three levels of a plan. Codes are text and may repeat, order is by position."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from simple_history.models import HistoricalRecords

from .membership import Role
from .organisation import Organisation
from .plan import Plan
from .retirement import Retirable, RetirableQuerySet, retired_index, retired_with_reason


class PriorityArea(models.Model):
    """Housing, debts, employment...; in a KPSS a working group for a target group."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="areas", verbose_name="plán")
    position = models.PositiveIntegerField("pořadí", default=0)
    code = models.CharField("kód", max_length=20, blank=True)
    title = models.CharField("název", max_length=250)
    context_heading = models.CharField(
        "nadpis kontextových indikátorů", max_length=250, blank=True,
        help_text="Liší-li se v kapitole kontextových indikátorů číslo nebo název oblasti.",
    )  # fmt: skip
    context_position = models.PositiveIntegerField("pořadí mezi kontextovými indikátory", default=0)
    context_footnote = models.TextField("poznámka ke kontextovým indikátorům", blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "oblast"
        verbose_name_plural = "oblasti"
        ordering = ["position", "pk"]

    def __str__(self):
        return f"{self.code} {self.title}".strip()


class Goal(models.Model):
    """A strategic goal or, with a parent, a specific goal; in a KPSS a priority."""

    area = models.ForeignKey(PriorityArea, models.PROTECT, related_name="goals", verbose_name="oblast")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="subgoals", verbose_name="nadřazený cíl"
    )
    position = models.PositiveIntegerField("pořadí", default=0)
    code = models.CharField("kód", max_length=20, blank=True)
    title = models.TextField("název")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "cíl"
        verbose_name_plural = "cíle"
        ordering = ["position", "pk"]

    def __str__(self):
        return f"{self.code} {self.title}".strip()


class MeasureQuerySet(RetirableQuerySet):
    def visible_to(self, user):
        """Measures of plans that the user sees whole, elsewhere only those of the own organisations."""
        whole = Plan.objects.seen_whole_by(user)
        return self.filter(Q(goal__area__plan__in=whole) | _is_implemented_for(user))

    def contributed_by(self, user):
        """Measures that an organisation implements for which the user contributes."""
        return self.filter(_is_implemented_for(user))

    def with_ownership(self, user):
        """Add `is_own`: does an organisation for which the user contributes implement the measure?"""
        return self.annotate(is_own=_is_implemented_for(user))


def _is_implemented_for(user) -> Exists:
    implementers = MeasureImplementer.objects.filter(
        measure=OuterRef("pk"),
        organisation__memberships__user=user and user.pk,
        organisation__memberships__role=Role.CONTRIBUTOR,
    )
    return Exists(implementers)


class Measure(Retirable):
    """A promised step under a goal, with who does it, until when and for what money."""

    class Activity(models.TextChoices):
        PROJECT = "project", "projektová aktivita"
        OTHER = "other", "neprojektová aktivita"

    goal = models.ForeignKey(Goal, models.PROTECT, related_name="measures", verbose_name="cíl")
    position = models.PositiveIntegerField("pořadí", default=0)
    code = models.CharField("kód", max_length=20, blank=True)
    title = models.TextField("název")
    detail_title = models.TextField(
        "název v podrobném vyhodnocení", blank=True, help_text="Jen když se tam liší."
    )
    footnote = models.TextField("poznámka pod čarou", blank=True)
    in_action_plan = models.BooleanField("je v akčním plánu", default=True)
    implementers = models.ManyToManyField(
        Organisation, through="MeasureImplementer", related_name="measures", verbose_name="realizátoři"
    )
    activity = models.CharField("druh aktivity", max_length=10, choices=Activity, blank=True)
    service = models.CharField("služba", max_length=100, blank=True)
    starts_on = models.DateField("začátek", null=True, blank=True)
    ends_on = models.DateField("konec", null=True, blank=True)
    timing = models.CharField(
        "termín slovy", max_length=250, blank=True, help_text="Například průběžně; tiskne se místo dat."
    )
    output = models.TextField("plánovaný výstup", blank=True)
    cost = models.DecimalField(
        "předpokládané náklady (Kč)", max_digits=14, decimal_places=2, null=True, blank=True
    )
    cost_unit = models.CharField("náklady na", max_length=50, blank=True, help_text="Například setkání.")
    cost_text = models.CharField("náklady slovy", max_length=250, blank=True)
    funding = models.TextField("zdroj krytí nákladů", blank=True, help_text="Každý zdroj na vlastním řádku.")
    risks = models.TextField("rizika a ohrožení", blank=True, help_text="Každé riziko na vlastním řádku.")
    intentions = models.TextField(
        "plánované aktivity a rozvojové záměry", blank=True, help_text="Každý záměr na vlastním řádku."
    )

    objects = MeasureQuerySet.as_manager()
    history = HistoricalRecords()

    # Whether the person who asks contributes for an implementer; `with_ownership` finds out.
    is_own = False

    class Meta:
        verbose_name = "opatření"
        verbose_name_plural = "opatření"
        ordering = ["position", "pk"]
        indexes = [retired_index("measure_retired")]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=models.F("starts_on")),
                name="measure_ends_after_start",
                violation_error_message="Opatření končí dřív, než začíná.",
            ),
            retired_with_reason("measure_retired_with_reason"),
        ]

    def __str__(self):
        return f"{self.code} {self.title}".strip()


class MeasureImplementer(models.Model):
    """An organisation that carries out a measure; the order is the printed one."""

    measure = models.ForeignKey(Measure, models.PROTECT, verbose_name="opatření")
    organisation = models.ForeignKey(Organisation, models.PROTECT, verbose_name="organizace")
    position = models.PositiveIntegerField("pořadí", default=0)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "realizátor"
        verbose_name_plural = "realizátoři"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "organisation"],
                name="implementer_once",
                violation_error_message="Organizace je u opatření uvedena dvakrát.",
            )
        ]

    def __str__(self):
        return str(self.organisation)
