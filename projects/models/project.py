from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Sum
from simple_history.models import HistoricalRecords

from indicators.models import Qualifier
from plans.models import Measure, Membership, Organisation, Plan, PriorityArea, Role

from .funding import Call


class ProjectQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Projects of plans that the user sees whole; elsewhere those of the own organisations.

        Such a project carries out a measure that the organisation implements, or gives it the money.
        """
        is_whole = Q(plan__in=Plan.objects.seen_whole_by(user))
        is_in_part = Q(plan__in=Plan.objects.filled_in_part_by(user))
        return self.filter(is_whole | is_in_part & (_carries_out_for(user) | _is_received_by(user)))

    def counted(self):
        """Projects whose money enters totals: approved, running, finished or ended early."""
        return self.filter(state__in=Project.COUNTED)

    def begun_under(self, plan: Plan):
        """Counted projects that began while the plan was valid: those its planned funding speaks of."""
        return self.counted().filter(starts_on__range=(plan.valid_from, plan.valid_to))

    def total_amount(self):
        return self.counted().aggregate(total=Sum("amount"))["total"] or 0


def _carries_out_for(user) -> Exists:
    own = Measure.objects.contributed_by(user)
    return Exists(Project.measures.through.objects.filter(project=OuterRef("pk"), measure__in=own))


def _is_received_by(user) -> Exists:
    own = Membership.objects.filter(user=user.pk, role=Role.CONTRIBUTOR).values("organisation")
    return Exists(Project.recipients.through.objects.filter(project=OuterRef("pk"), organisation__in=own))


class Project(models.Model):
    """A funded (or refused) undertaking that carries out measures, often across several areas."""

    class State(models.TextChoices):
        INTENT = "intent", "záměr"
        SUBMITTED = "submitted", "podán"
        APPROVED = "approved", "schválen"
        RUNNING = "running", "v realizaci"
        FINISHED = "finished", "ukončen"
        ENDED_EARLY = "ended_early", "předčasně ukončen"
        REJECTED = "rejected", "neschválen"
        WITHDRAWN = "withdrawn", "stažen"
        FUNDED_ELSEWHERE = "funded_elsewhere", "financován jinak"

    COUNTED = (State.APPROVED, State.RUNNING, State.FINISHED, State.ENDED_EARLY)

    class AmountKind(models.TextChoices):
        BUDGET = "budget", "rozpočet"
        ELIGIBLE = "eligible", "celkové způsobilé výdaje"
        PLANNED = "planned", "plánovaný rozpočet"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="projects", verbose_name="plán")
    area = models.ForeignKey(
        PriorityArea, models.PROTECT, null=True, blank=True, related_name="projects", verbose_name="oblast"
    )
    measures = models.ManyToManyField(Measure, blank=True, related_name="projects", verbose_name="opatření")
    position = models.PositiveIntegerField("pořadí", default=0)
    title = models.CharField("název", max_length=300, blank=True, db_collation="cs_sort")
    registration_number = models.CharField("registrační číslo", max_length=60, blank=True)
    recipients = models.ManyToManyField(
        Organisation, blank=True, related_name="projects", verbose_name="realizátoři"
    )
    call = models.ForeignKey(
        Call, models.PROTECT, null=True, blank=True, related_name="projects", verbose_name="výzva"
    )
    state = models.CharField("stav", max_length=20, choices=State, default=State.RUNNING)
    starts_on = models.DateField("začátek", null=True, blank=True)
    ends_on = models.DateField("konec", null=True, blank=True)
    ended_on = models.DateField("skutečný konec", null=True, blank=True)
    duration_months = models.PositiveSmallIntegerField("délka v měsících", null=True, blank=True)
    term_text = models.CharField("termín slovy", max_length=250, blank=True, help_text="Tiskne se místo dat.")
    amount = models.DecimalField("částka (Kč)", max_digits=14, decimal_places=2, null=True, blank=True)
    amount_kind = models.CharField(
        "druh částky", max_length=10, choices=AmountKind, default=AmountKind.BUDGET
    )
    goals = models.TextField("cíle", blank=True)
    activities = models.TextField(
        "klíčové aktivity", blank=True, help_text="Každá aktivita na vlastním řádku."
    )
    note = models.TextField("poznámka", blank=True)

    objects = ProjectQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "projekt"
        verbose_name_plural = "projekty"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="project_ends_after_start",
                violation_error_message="Projekt končí dřív, než začíná.",
            ),
            models.CheckConstraint(
                condition=Q(amount=None) | Q(amount__gte=0),
                name="project_amount_not_negative",
                violation_error_message="Částka projektu nemůže být záporná.",
            ),
        ]

    def __str__(self):
        return self.title or self.registration_number or f"projekt {self.pk}"

    @property
    def is_counted(self) -> bool:
        return self.state in self.COUNTED


class PlannedOutput(models.Model):
    """A number promised in the project: participants, posts, families, per key activity if there are more."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="outputs", verbose_name="projekt")
    position = models.PositiveIntegerField("pořadí", default=0)
    activity = models.CharField("klíčová aktivita", max_length=60, blank=True)
    name = models.CharField("co se počítá", max_length=250, blank=True)
    qualifier = models.CharField(
        "přesnost", max_length=10, choices=Qualifier, default=Qualifier.EXACT, blank=True
    )
    number = models.DecimalField("počet", max_digits=20, decimal_places=4, null=True, blank=True)
    decimals = models.PositiveSmallIntegerField("desetinná místa", default=0)
    upper = models.DecimalField("horní mez", max_digits=20, decimal_places=4, null=True, blank=True)
    unit = models.CharField("jednotka", max_length=60, blank=True)
    note = models.CharField("poznámka", max_length=250, blank=True)

    class Meta:
        verbose_name = "plánovaný výstup projektu"
        verbose_name_plural = "plánované výstupy projektu"
        ordering = ["position", "pk"]

    def __str__(self):
        return self.name or self.unit


class ImplementationReportQuerySet(models.QuerySet):
    def expected(self):
        """Of projects that run or ran; nobody waits for a report of a refused one."""
        return self.filter(project__state__in=Project.COUNTED)

    def late(self, on):
        return self.expected().filter(due_on__lt=on, submitted_on=None)


class ImplementationReport(models.Model):
    """The n-th half-yearly report of a project (ZoR), from which values come."""

    project = models.ForeignKey(Project, models.PROTECT, related_name="reports", verbose_name="projekt")
    ordinal = models.PositiveSmallIntegerField("pořadí")
    due_on = models.DateField("termín", null=True, blank=True)
    submitted_on = models.DateField("podána", null=True, blank=True)

    objects = ImplementationReportQuerySet.as_manager()

    class Meta:
        verbose_name = "zpráva o realizaci"
        verbose_name_plural = "zprávy o realizaci"
        ordering = ["ordinal"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "ordinal"],
                name="implementation_report_once",
                violation_error_message="Tato zpráva o realizaci už u projektu je.",
            )
        ]

    def __str__(self):
        return f"{self.project}: {self.ordinal}. zpráva"
