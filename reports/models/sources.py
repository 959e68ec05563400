from django.db import models

from plans.models import Plan


class Abbreviation(models.Model):
    """A line of the list of abbreviations."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="abbreviations", verbose_name="plán")
    short = models.CharField("zkratka", max_length=30, db_collation="cs_sort")
    meaning = models.CharField("význam", max_length=250)

    class Meta:
        verbose_name = "zkratka"
        verbose_name_plural = "zkratky"
        ordering = ["short", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "short"],
                name="abbreviation_once",
                violation_error_message="Tato zkratka už v seznamu je.",
            )
        ]

    def __str__(self):
        return self.short


class CooperationEvent(models.Model):
    """What the town and the Agency did together, by month or day: the year of cooperation."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="events", verbose_name="plán")
    position = models.PositiveIntegerField("pořadí", default=0)
    start = models.DateField("od", null=True, blank=True)
    end = models.DateField("do", null=True, blank=True)
    title = models.CharField("název", max_length=250)
    text = models.TextField("text", blank=True)

    class Meta:
        verbose_name = "událost spolupráce"
        verbose_name_plural = "události spolupráce"
        ordering = ["position", "pk"]

    def __str__(self):
        return self.title
