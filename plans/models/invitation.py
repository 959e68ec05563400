import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from .membership import Membership, Role, scope_text
from .organisation import Organisation
from .territory import Territory

VALID_FOR = timedelta(days=14)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def two_weeks_ahead():
    return timezone.now() + VALID_FOR


class InvitationQuerySet(models.QuerySet):
    def pending(self):
        """Neither used nor withdrawn nor expired."""
        return self.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now())

    def of_token(self, token: str):
        return self.filter(token_digest=_digest(token))


class Invitation(models.Model):
    """An offer of one role in a town, sent to one e-mail; its link works once and for two weeks.

    Only a digest of the link is stored, so nobody who reads the database can accept it.
    """

    email = models.EmailField("e-mail")
    town = models.ForeignKey(Territory, models.PROTECT, related_name="invitations", verbose_name="město")
    role = models.CharField("role", max_length=15, choices=Role)
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="invitations",
        verbose_name="organizace",
    )
    regional_centre = models.CharField(
        "regionální centrum", max_length=40, blank=True, help_text="Konzultant všech měst jednoho centra."
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="pozval"
    )
    created_at = models.DateTimeField("odeslána", default=timezone.now)
    expires_at = models.DateTimeField("platí do", default=two_weeks_ahead)
    accepted_at = models.DateTimeField("přijata", null=True, blank=True)
    withdrawn_at = models.DateTimeField("zrušena", null=True, blank=True)
    token_digest = models.CharField("otisk odkazu", max_length=64, unique=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = "pozvánka"
        verbose_name_plural = "pozvánky"
        ordering = ["-created_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role=Role.CONTRIBUTOR, organisation__isnull=False)
                | (~models.Q(role=Role.CONTRIBUTOR) & models.Q(organisation__isnull=True)),
                name="invitation_scope_fits_role",
                violation_error_message="Přispěvatel má organizaci, ostatní role ne.",
            ),
            models.CheckConstraint(
                condition=models.Q(regional_centre="") | models.Q(role=Role.CONSULTANT),
                name="invitation_centre_of_consultant",
                violation_error_message="Regionální centrum má jen konzultant.",
            ),
        ]

    def __str__(self):
        return f"{self.email}: {self.get_role_display()} ({self.scope_text})"

    @property
    def scope_text(self) -> str:
        """Where the role will hold: Krnov, Lexikona, regionální centrum RCZ."""
        place = None if self.regional_centre else self.organisation or self.town
        return scope_text(place, self.regional_centre)

    def new_token(self) -> str:
        """The secret part of the link; it exists only in the e-mail."""
        token = secrets.token_urlsafe(32)
        self.token_digest = _digest(token)
        return token

    @property
    def same_role(self) -> models.QuerySet:
        """The pending invitations of the same person to the same role."""
        return Invitation.objects.pending().filter(
            email=self.email,
            role=self.role,
            town=self.town,
            organisation=self.organisation,
            regional_centre=self.regional_centre,
        )

    @property
    def scope(self) -> dict[str, models.Model | str | None]:
        """Fields of the role: a contributor has an organisation, the others the town or a centre."""
        if self.regional_centre:
            return {"territory": None, "regional_centre": self.regional_centre}
        return {"organisation": self.organisation} if self.organisation else {"territory": self.town}

    def use_up(self) -> bool:
        """False when somebody was faster; a double click then makes no second account or role."""
        return bool(Invitation.objects.pending().filter(pk=self.pk).update(accepted_at=timezone.now()))

    def give_role_to(self, user):
        role = {"user": user, "role": self.role} | self.scope
        if not Membership.objects.filter(**role).exists():
            membership = Membership(**role)
            # History names who gave the role, not who took it.
            membership._history_user = self.invited_by
            membership.save()

    def withdraw(self):
        self.withdrawn_at = timezone.now()
        self.save(update_fields=["withdrawn_at"])
