from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from plans.models import (
    Goal,
    Measure,
    Plan,
    PriorityArea,
    Retirable,
    RetirableQuerySet,
    retired_index,
    retired_with_reason,
    still_used,
)

from .definition import Definition
from .loading import LoadedAtOnce

WHOLE_OF_ITSELF = "Podíl se nemůže počítat sám ze sebe."
WHOLE_OF_COUNT_SHARE = "Z čeho se počítá podíl, se vybírá jen u druhu „počet a podíl“."
WHOLE_OF_OTHER_PLAN = "Podíl se počítá z indikátoru téhož plánu."
WHOLE_IN_CHAIN = "Podíl se počítá z indikátoru, který sám podílem z jiného není."


class Role(models.TextChoices):
    CONTEXT = "context", "kontext"
    IMPACT = "impact", "dopad"
    OUTPUT = "output", "výstup"


class ValueKind(models.TextChoices):
    COUNT = "count", "počet"
    SHARE = "share", "podíl"
    COUNT_SHARE = "count_share", "počet a podíl"
    MONEY = "money", "částka"
    YES_NO = "yes_no", "ano/ne"
    STATE = "state", "stav"
    TEXT = "text", "text"


class PartsKind(models.TextChoices):
    """How the parts of a value belong together and are joined when printed."""

    NONE = "", "bez rozpadu"
    SUM = "sum", "součet (79 ČR + 150 UA)"
    LIST = "list", "výčet (12/12/4/22)"
    COMPARISON = "comparison", "srovnání území (3 % vs. 2 %)"


class Direction(models.TextChoices):
    UNKNOWN = "", "neurčen"
    UP = "up", "růst"
    DOWN = "down", "pokles"
    NONE = "none", "bez žádoucího směru"


class IndicatorQuerySet(RetirableQuerySet):
    def with_levels(self):
        """With everything above them in the plan."""
        return self.select_related(
            "area", "goal__area", "goal__parent", "measure__goal__area", "measure__goal__parent"
        )

    def visible_in(self, plan, user):
        """Those of a plan from `plans.access`; a contributor sees them at the own measures only."""
        if plan.is_seen_whole:
            return self.filter(plan=plan)
        return self.filter(plan=plan, measure__in=Measure.objects.contributed_by(user))

    def in_use(self, on):
        """Neither retired themselves nor with their measure."""
        return super().in_use(on).filter(still_used(on, "measure__"))

    def retired_with_measure(self, pks):
        """Those of the given that were retired, by themselves or with their measure."""
        is_retired = Q(retired_on__isnull=False) | Q(measure__retired_on__isnull=False)
        return self.filter(is_retired, pk__in=pks)


class Indicator(LoadedAtOnce, Retirable):
    """What is counted, for the plan as a whole or for one area, goal or measure."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="indicators", verbose_name="plán")
    area = models.ForeignKey(
        PriorityArea, models.PROTECT, null=True, blank=True, related_name="indicators", verbose_name="oblast"
    )
    goal = models.ForeignKey(
        Goal, models.PROTECT, null=True, blank=True, related_name="indicators", verbose_name="cíl"
    )
    measure = models.ForeignKey(
        Measure, models.PROTECT, null=True, blank=True, related_name="indicators", verbose_name="opatření"
    )
    # An index below begins with it, so it needs none of its own.
    definition = models.ForeignKey(
        Definition,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="indicators",
        verbose_name="definice",
    )
    contributing_measures = models.ManyToManyField(
        Measure, blank=True, related_name="contributes_to", verbose_name="započtená opatření z jiných cílů"
    )
    minuend = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="od čeho se odečítá"
    )
    subtrahend = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="co se odečítá"
    )
    denominator = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="shares",
        verbose_name="z čeho se počítá podíl",
    )
    position = models.PositiveIntegerField("pořadí", default=0)
    role = models.CharField("role", max_length=10, choices=Role)
    name = models.TextField("název")
    unit = models.CharField(
        "jednotka", max_length=60, blank=True, help_text="V prvním pádě jednotného čísla: osoba, byt, Kč."
    )
    value_kind = models.CharField("druh hodnoty", max_length=12, choices=ValueKind, default=ValueKind.COUNT)
    parts_kind = models.CharField(
        "rozpad", max_length=12, choices=PartsKind, default=PartsKind.NONE, blank=True
    )
    desired_direction = models.CharField(
        "žádoucí směr", max_length=5, choices=Direction, default=Direction.UNKNOWN, blank=True
    )
    footnote = models.TextField("poznámka pod čarou", blank=True)

    objects = IndicatorQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "indikátor"
        verbose_name_plural = "indikátory"
        ordering = ["position", "pk"]
        indexes = [
            retired_index("indicator_retired"),
            models.Index(fields=["definition", "plan"], name="indicator_of_definition"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(area=None, goal=None) | Q(area=None, measure=None) | Q(goal=None, measure=None),
                name="indicator_single_owner",
                violation_error_message="Indikátor patří nejvýše k jedné oblasti, cíli nebo opatření.",
            ),
            models.CheckConstraint(
                condition=Q(minuend=None, subtrahend=None)
                | Q(minuend__isnull=False, subtrahend__isnull=False),
                name="indicator_whole_difference",
                violation_error_message="Rozdíl potřebuje oba indikátory: od čeho a co se odečítá.",
            ),
            models.CheckConstraint(
                condition=Q(denominator=None) | ~Q(denominator=F("id")),
                name="indicator_share_of_another",
                violation_error_message=WHOLE_OF_ITSELF,
            ),
            retired_with_reason("indicator_retired_with_reason"),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        """What a constraint cannot see: the other indicator's plan, and whether it is a share itself."""
        if self.denominator and (fault := self._denominator_fault()):
            raise ValidationError({"denominator": fault})

    def _denominator_fault(self) -> str:
        if self.value_kind != ValueKind.COUNT_SHARE:
            return WHOLE_OF_COUNT_SHARE
        if self.denominator.plan_id != self.plan_id:
            return WHOLE_OF_OTHER_PLAN
        is_chain = self.denominator.denominator_id or (self.pk and self.shares.exists())
        return WHOLE_IN_CHAIN if is_chain else ""

    @property
    def owner(self) -> Measure | Goal | PriorityArea | None:
        """Where in the plan it hangs; nothing for the plan as a whole."""
        return self.measure or self.goal or self.area

    @property
    def levels(self) -> list[PriorityArea | Goal | Measure]:
        """From the area down to the owner."""
        goal = self.measure.goal if self.measure else self.goal
        area = goal.area if goal else self.area
        return [level for level in (area, goal and goal.parent, goal, self.measure) if level]

    def is_beside(self, other: "Indicator") -> bool:
        """At the same measure: a contributor who sees the one sees the other."""
        return self.measure_id is not None and self.measure_id == other.measure_id

    @property
    def owner_code(self) -> str:
        """The code of the level it hangs on, as people point at it: 4.1.1, K4 for the context of an area."""
        if self.measure or self.goal:
            return self.owner.code
        letter = "K" if self.role == Role.CONTEXT else "D"
        return f"{letter}{self.area.code}" if self.area else ""


class Category(models.Model):
    """A named part into which an indicator's value is split: ČR, UA, adults, children."""

    indicator = models.ForeignKey(
        Indicator, models.PROTECT, related_name="categories", verbose_name="indikátor"
    )
    position = models.PositiveIntegerField("pořadí", default=0)
    label = models.CharField("zkratka", max_length=60, help_text="Tiskne se za číslem: 79 ČR.")
    name = models.CharField("název", max_length=300, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "složka"
        verbose_name_plural = "složky"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "label"],
                name="category_label_unique",
                violation_error_message="Indikátor má dvě složky stejného názvu.",
            )
        ]

    def __str__(self):
        return self.name or self.label
