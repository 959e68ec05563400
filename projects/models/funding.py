from django.db import models


class Programme(models.Model):
    """A fund that pays for projects: OPZ+, IROP, NPO, a region's own programme."""

    code = models.CharField("zkratka", max_length=20, unique=True)
    name = models.CharField("název", max_length=200, blank=True)

    class Meta:
        verbose_name = "program"
        verbose_name_plural = "programy"
        ordering = ["code"]

    def __str__(self):
        return self.code


class Call(models.Model):
    """A call for proposals, printed as the number and the programme: 018 OPZ+."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="calls", verbose_name="program")
    number = models.CharField("číslo", max_length=20, blank=True, help_text="Jak se tiskne: 018.")
    title = models.CharField("název", max_length=250, blank=True)

    class Meta:
        verbose_name = "výzva"
        verbose_name_plural = "výzvy"
        ordering = ["programme__code", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "number"],
                name="call_number_unique",
                violation_error_message="Program už výzvu s tímto číslem má.",
            )
        ]

    def __str__(self):
        return f"{self.number} {self.programme.code}".strip()
