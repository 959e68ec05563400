from datetime import UTC, datetime

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Exists, F, Q, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.timezone import localdate
from simple_history.models import HistoricalRecords

from czech.periods import span_text

from .membership import Role
from .plan import Plan, memberships_reaching_plan

ALREADY_SUBMITTED = "Období už je odevzdané nebo schválené."
NOT_SUBMITTED = "Období není odevzdané, teď ho nelze schválit ani vrátit."
NOT_APPROVED = "Období není schválené, není co znovu otevírat."
# Beside the periods of a plan stand its other pages, whose addresses are words.
SLUG_RULE = "Adresa období začíná rokem, například 2023-2024."


class WrongState(ValueError):  # noqa: N818
    """The period is in another state than the step needs; as a string a sentence for the person."""


# Stands for "never" where two moments are compared, since a comparison with NULL is neither true nor false.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def _latest(*names):
    moments = [Coalesce(name, NEVER) for name in names]
    return Greatest(*moments) if len(moments) > 1 else moments[0]


def approved(path: str = "") -> Q:
    """The approval is the last thing that happened to the period to which `path` leads."""
    moment = F(f"{path}approved_at")
    condition = Q(**{f"{path}approved_at__isnull": False})
    for step in ("submitted_at", "returned_at", "reopened_at"):
        condition &= Q(**{f"{path}{step}": None}) | Q(**{f"{path}{step}__lte": moment})
    return condition


class PeriodQuerySet(models.QuerySet):
    def submitted(self):
        """Periods that wait for review, the longest waiting first."""
        moments = {
            "sent": _latest("submitted_at"),
            "decided": _latest("returned_at", "approved_at", "reopened_at"),
        }
        waiting = self.alias(**moments).filter(submitted_at__isnull=False, sent__gt=F("decided"))
        return waiting.order_by("submitted_at", "pk")

    def with_roles_of(self, user):
        """Add `is_coordinated` and `is_contributed`: may the user write in the plan, or in a part of it?"""
        if user.is_superuser:
            return self.annotate(is_coordinated=Value(True), is_contributed=Value(True))
        roles = memberships_reaching_plan(user, path="plan__")
        return self.annotate(
            is_coordinated=Exists(roles.filter(role=Role.COORDINATOR)),
            is_contributed=Exists(roles.filter(role=Role.CONTRIBUTOR)),
        )

    def to_change(self):
        """Locked until the end of the transaction; people who save in one period take turns."""
        return self.select_related("plan").select_for_update(of=("self",))

    def open(self):
        """Periods whose values may still be typed: nothing closed them, or something opened them later."""
        moments = {
            "opened": _latest("returned_at", "reopened_at"),
            "closed": _latest("submitted_at", "approved_at"),
        }
        return self.alias(**moments).filter(opened__gte=F("closed"))

    def with_last_step(self):
        """Add `happened_at`, when the period was last submitted, returned, approved or opened; or NEVER."""
        return self.annotate(happened_at=_latest("reopened_at", "approved_at", "returned_at", "submitted_at"))


class ReportingPeriod(models.Model):
    """A stretch of time for which a plan collects values and statuses; its state follows from its dates."""

    class State(models.TextChoices):
        OPEN = "open", "Rozpracováno"
        SUBMITTED = "submitted", "Odevzdáno"
        RETURNED = "returned", "Vráceno"
        APPROVED = "approved", "Schváleno"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="periods", verbose_name="plán")
    slug = models.SlugField("adresa", max_length=40, validators=[RegexValidator("^[12][0-9]{3}", SLUG_RULE)])
    title = models.CharField("název", max_length=150, blank=True)
    start = models.DateField("od")
    end = models.DateField("do")
    data_as_of = models.DateField("stav dat k", null=True, blank=True)
    due_on = models.DateField("odevzdat do", null=True, blank=True)

    submitted_at = models.DateTimeField("odevzdáno", null=True, blank=True)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="odevzdal",
    )
    submit_message = models.TextField("vzkaz k odevzdání", blank=True)
    returned_at = models.DateTimeField("vráceno", null=True, blank=True)
    returned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="vrátil",
    )
    return_reason = models.TextField("důvod vrácení", blank=True)
    approved_at = models.DateTimeField("schváleno", null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="schválil",
    )
    reopened_at = models.DateTimeField("znovu otevřeno", null=True, blank=True)
    reopened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="otevřel",
    )
    reopen_reason = models.TextField("důvod otevření", blank=True)

    objects = PeriodQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "období"
        verbose_name_plural = "období"
        ordering = ["start", "end", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "slug"],
                name="period_slug_unique",
                violation_error_message="Plán už období s touto adresou má.",
            ),
            models.CheckConstraint(
                condition=Q(slug__startswith="1") | Q(slug__startswith="2"),
                name="period_slug_starts_with_year",
                violation_error_message=SLUG_RULE,
            ),
            models.CheckConstraint(
                condition=Q(end__gte=F("start")),
                name="period_ends_after_start",
                violation_error_message="Období končí dřív, než začíná.",
            ),
            models.CheckConstraint(
                condition=Q(returned_at=None) | ~Q(return_reason=""),
                name="period_return_has_reason",
                violation_error_message="K vrácení období napište důvod.",
            ),
            models.CheckConstraint(
                condition=Q(reopened_at=None) | ~Q(reopen_reason=""),
                name="period_reopening_has_reason",
                violation_error_message="K otevření schváleného období napište důvod.",
            ),
        ]

    def __str__(self):
        return self.label

    @property
    def label(self) -> str:
        return self.title or span_text(self.start, self.end)

    @property
    def state(self) -> State:
        """The latest thing that happened to the period decides."""
        happened = [
            (self.reopened_at, self.State.OPEN),
            (self.approved_at, self.State.APPROVED),
            (self.returned_at, self.State.RETURNED),
            (self.submitted_at, self.State.SUBMITTED),
        ]
        moments = [(moment, state) for moment, state in happened if moment]
        return max(moments, key=lambda pair: pair[0])[1] if moments else self.State.OPEN

    @property
    def is_open(self) -> bool:
        return self.state in (self.State.OPEN, self.State.RETURNED)

    @property
    def is_approved(self) -> bool:
        return self.state == self.State.APPROVED

    @property
    def days_left(self) -> int:
        """Days to the deadline; negative when it has passed."""
        return (self.due_on - localdate()).days

    @property
    def days_late(self) -> int:
        return -self.days_left

    def returned_cells(self) -> set[tuple[str, int]]:
        """What the consultant gave back, as (what it is about, id); empty when nothing or everything was."""
        if self.state != self.State.RETURNED:
            return set()
        return set(self.remarks.open().returning().values_list("about", "subject_id"))

    def submit(self, *, by, message=""):
        """The town sends the period to review; cells returned before count as answered."""
        self._require(self.State.OPEN, self.State.RETURNED, by=by, otherwise=ALREADY_SUBMITTED)
        self.submitted_at, self.submitted_by, self.submit_message = timezone.now(), by, message
        with transaction.atomic():
            self.save(update_fields=["submitted_at", "submitted_by", "submit_message"])
            self.remarks.returning().answer(at=self.submitted_at, by=by)

    def send_back(self, *, by, reason):
        """The consultant gives back the cells with a returning remark, or all when there is none."""
        self._require(self.State.SUBMITTED, by=by, otherwise=NOT_SUBMITTED)
        self.returned_at, self.returned_by, self.return_reason = timezone.now(), by, reason
        self.save(update_fields=["returned_at", "returned_by", "return_reason"])

    def approve(self, *, by):
        self._require(self.State.SUBMITTED, by=by, otherwise=NOT_SUBMITTED)
        self.approved_at, self.approved_by = timezone.now(), by
        self.save(update_fields=["approved_at", "approved_by"])

    def reopen(self, *, by, reason):
        self._require(self.State.APPROVED, by=by, otherwise=NOT_APPROVED)
        self.reopened_at, self.reopened_by, self.reopen_reason = timezone.now(), by, reason
        self.save(update_fields=["reopened_at", "reopened_by", "reopen_reason"])

    def _require(self, *states, by, otherwise: str):
        """Check the state the step starts from and tell the history who took it."""
        if self.state not in states:
            raise WrongState(otherwise)
        self._history_user = by
