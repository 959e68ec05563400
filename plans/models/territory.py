from django.db import models

COUNTRY = "Česká republika"


class Territory(models.Model):
    """A piece of the country that a plan or a figure speaks of, from the state down to a locality."""

    class Kind(models.TextChoices):
        STATE = "state", "stát"
        REGION = "region", "kraj"
        DISTRICT = "district", "okres"
        ORP = "orp", "správní obvod ORP"
        MUNICIPALITY = "municipality", "obec"
        BOROUGH = "borough", "městský obvod nebo část"
        LOCALITY = "locality", "lokalita"
        OTHER = "other", "jiné"

    code = models.CharField("kód", max_length=20, blank=True, help_text="Kód ČSÚ, je-li přidělen.")
    name = models.CharField("název", max_length=150, db_collation="cs_sort")
    kind = models.CharField("druh", max_length=15, choices=Kind, default=Kind.MUNICIPALITY)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="nadřazené území"
    )
    # Not a parent: districts and ORP do not lie in each other, and a municipality belongs to both.
    orp = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="orp_members",
        verbose_name="správní obvod ORP",
    )

    class Meta:
        verbose_name = "území"
        verbose_name_plural = "území"
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "code"],
                condition=~models.Q(code=""),
                name="territory_code_unique",
                violation_error_message="Území s tímto kódem už existuje.",
            ),
            models.UniqueConstraint(
                fields=["kind"],
                condition=models.Q(kind="state"),
                name="territory_one_state",
                violation_error_message="Stát už v\u00a0číselníku je, může být jen jeden.",
            ),
        ]
        indexes = [models.Index(fields=["name"], name="territory_name")]

    def __str__(self):
        return self.name

    @classmethod
    def country(cls) -> "Territory":
        """The only state, whatever a code list calls it."""
        return cls.objects.get_or_create(kind=cls.Kind.STATE, defaults={"name": COUNTRY})[0]

    @property
    def district_name(self) -> str:
        is_in_district = self.parent and self.parent.kind == self.Kind.DISTRICT
        return self.parent.name if is_in_district else ""

    @property
    def full_name(self) -> str:
        return with_district(self.name, self.district_name)


def with_district(name: str, district: str) -> str:
    """The name with its district, since 590 municipality names repeat: Krnov (okres Bruntál)."""
    return f"{name} (okres {district})" if district else name
