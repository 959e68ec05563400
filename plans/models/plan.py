from django.db import models
from django.db.models import Exists, OuterRef, Q
from simple_history.models import HistoricalRecords

from plans.kinds import KINDS, PlanKind, kind_choices

from .membership import Membership, Role
from .territory import Territory


class PlanQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Plans of the user's towns, and those in which the user's organisation implements a measure."""
        if user.is_superuser:
            return self
        return self.filter(Exists(memberships_reaching_plan(user)))

    def seen_whole_by(self, user):
        """Plans that the user sees by a role in the town, and not only for the own measures."""
        if user.is_superuser:
            return self
        return self.filter(Exists(memberships_by_place(user)))

    def seen_in_part_by(self, user):
        """Plans of which the user sees the measures of the own organisations and nothing else."""
        return self.visible_to(user).exclude(pk__in=Plan.objects.seen_whole_by(user))

    def filled_in_part_by(self, user):
        """Plans in which the user fills the measures of the own organisation."""
        return self.filter(Exists(memberships_reaching_plan(user).filter(role=Role.CONTRIBUTOR)))

    def editable_by(self, user):
        """Plans whose values, texts and periods the user may change."""
        if user.is_superuser:
            return self
        return self.filter(Exists(memberships_by_place(user).filter(role=Role.COORDINATOR)))

    def reviewable_by(self, user):
        """Plans whose submitted periods the user may return or approve."""
        if user.is_superuser:
            return self
        return self.filter(Exists(memberships_by_place(user).filter(role=Role.CONSULTANT)))

    def followed_by(self, user):
        """Plans of the towns and centres that a consultant was given, not those open to every one."""
        given = memberships_by_place(user).filter(role=Role.CONSULTANT)
        return self.filter(Exists(given.exclude(territory=None, regional_centre="")))

    def with_town(self):
        return self.select_related("municipality__parent")


def memberships_by_place(user, plan: "Plan | None" = None, path: str = ""):
    """The roles that open a plan whole: of its town, of its centre, of all towns; never a contributor's.

    Without a plan that of the query around is meant, `path` leading to it.
    """
    return Membership.objects.filter(_by_place(plan, path), user=user.pk)


def memberships_reaching_plan(user, plan: "Plan | None" = None, path: str = ""):
    """These and the roles in organisations that carry out some measure of the plan."""
    implements = Q(organisation__measures__goal__area__plan=plan.pk if plan else OuterRef(f"{path}pk"))
    return Membership.objects.filter(_by_place(plan, path) | implements, user=user.pk)


def _by_place(plan: "Plan | None", path: str) -> Q:
    town = plan.municipality_id if plan else OuterRef(f"{path}municipality")
    centre = plan.regional_centre if plan else OuterRef(f"{path}regional_centre")
    everywhere = Q(role=Role.CONSULTANT, territory=None, regional_centre="")
    in_centre = Q(role=Role.CONSULTANT, regional_centre=centre) & ~Q(regional_centre="")
    return Q(territory=town) | everywhere | in_centre


class Plan(models.Model):
    """What a town agreed to do about social exclusion, for a number of years."""

    kind = models.CharField("druh", max_length=10, choices=kind_choices)
    slug = models.SlugField("adresa", max_length=80, unique=True)
    title = models.CharField("název", max_length=250, db_collation="cs_sort")
    municipality = models.ForeignKey(Territory, models.PROTECT, related_name="plans", verbose_name="město")
    covers = models.ManyToManyField(
        Territory, blank=True, related_name="covered_by", verbose_name="další území, pro která platí"
    )
    # A register may list a plan of which only the approval is known.
    valid_from = models.DateField("platí od", null=True, blank=True)
    valid_to = models.DateField("platí do", null=True, blank=True)
    regional_centre = models.CharField("regionální centrum", max_length=40, blank=True)
    action_plan = models.CharField(
        "akční plán", max_length=150, blank=True, help_text="Například Akční plán I."
    )
    planned_funding = models.DecimalField(
        "plánované prostředky (Kč)", max_digits=14, decimal_places=2, null=True, blank=True
    )
    baseline_note = models.TextField(
        "odkud jsou počáteční hodnoty",
        blank=True,
        help_text="Vytiskne se jako poznámka u počátečních hodnot.",
    )

    objects = PlanQuerySet.as_manager()
    history = HistoricalRecords()

    # What the person who fetched the plan is in it; `plans.access` writes it.
    roles: frozenset[str] = frozenset()

    class Meta:
        verbose_name = "plán"
        verbose_name_plural = "plány"
        ordering = ["title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=models.F("valid_from")),
                name="plan_ends_after_start",
                violation_error_message="Platnost plánu končí dřív, než začíná.",
            )
        ]

    def __str__(self):
        return self.title

    def roles_of(self, user) -> frozenset[str]:
        if user.is_superuser:
            return frozenset(Role.values)
        return frozenset(memberships_reaching_plan(user, self).values_list("role", flat=True))

    @property
    def is_editable(self) -> bool:
        return Role.COORDINATOR in self.roles

    @property
    def is_reviewable(self) -> bool:
        return Role.CONSULTANT in self.roles

    @property
    def is_filled_in_part(self) -> bool:
        return Role.CONTRIBUTOR in self.roles

    @property
    def is_seen_whole(self) -> bool:
        """By a role in the town, and not only for the own measures."""
        return bool(self.roles - {Role.CONTRIBUTOR})

    @property
    def kind_words(self) -> PlanKind:
        return KINDS[self.kind]

    @property
    def newest_period(self):
        """The period a visitor wants first; None before there is any."""
        return max(self.periods.all(), key=lambda period: (period.end, period.start), default=None)

    @property
    def short_name(self) -> str:
        """As people call it: PSZ 2022–2027."""
        abbreviation = self.kind_words.abbreviation
        if self.valid_from is None or self.valid_to is None:
            return abbreviation
        return f"{abbreviation} {self.valid_from.year}–{self.valid_to.year}"


class Approval(models.Model):
    """A council's resolution on the plan; a plan of several municipalities has several."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="approvals", verbose_name="plán")
    territory = models.ForeignKey(
        Territory, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="obec"
    )
    body = models.CharField("orgán", max_length=100, blank=True)
    approved_on = models.DateField("schváleno")
    resolution = models.CharField("usnesení", max_length=100, blank=True)
    label = models.CharField("upřesnění", max_length=150, blank=True)

    class Meta:
        verbose_name = "schválení"
        verbose_name_plural = "schválení"
        ordering = ["approved_on", "pk"]

    def __str__(self):
        return f"{self.plan}: {self.approved_on}"
