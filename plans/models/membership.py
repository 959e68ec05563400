from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from .organisation import Organisation
from .territory import Territory

ALREADY = "Tuto roli už účet má."


class Role(models.TextChoices):
    CONSULTANT = "consultant", "konzultant"
    COORDINATOR = "coordinator", "koordinátor"
    CONTRIBUTOR = "contributor", "přispěvatel"
    READER = "reader", "čtenář"


def scope_text(place: Territory | Organisation | None, regional_centre: str) -> str:
    if place is None and regional_centre:
        return f"regionální centrum {regional_centre}"
    return str(place or "všechna města")


class Membership(models.Model):
    """One role of one person: in a town, or for a contributor in an organisation.

    A consultant without a town follows all of them, or all of one regional centre.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name="účet"
    )
    role = models.CharField("role", max_length=15, choices=Role)
    territory = models.ForeignKey(
        Territory, models.PROTECT, null=True, blank=True, related_name="memberships", verbose_name="území"
    )
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name="organizace",
    )

    regional_centre = models.CharField(
        "regionální centrum", max_length=40, blank=True, help_text="Konzultant všech měst jednoho centra."
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "role"
        verbose_name_plural = "role"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role=Role.CONTRIBUTOR, organisation__isnull=False, territory__isnull=True)
                | models.Q(role=Role.CONSULTANT, organisation__isnull=True)
                | models.Q(
                    role__in=[Role.COORDINATOR, Role.READER],
                    organisation__isnull=True,
                    territory__isnull=False,
                ),
                name="membership_scope_fits_role",
                violation_error_message="Koordinátor a čtenář mají město, přispěvatel má organizaci.",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "territory"],
                name="membership_once_in_territory",
                violation_error_message=ALREADY,
            ),
            models.UniqueConstraint(
                fields=["user", "role", "organisation"],
                name="membership_once_in_organisation",
                violation_error_message=ALREADY,
            ),
            models.UniqueConstraint(
                fields=["user", "role", "regional_centre"],
                condition=models.Q(territory=None, organisation=None),
                name="membership_once_everywhere",
                violation_error_message=ALREADY,
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.get_role_display()} ({self.scope_text})"

    @property
    def scope_text(self) -> str:
        """Where the role holds: Krnov, Lexikona, regionální centrum RCZ, všechna města."""
        return scope_text(self.territory or self.organisation, self.regional_centre)
