from django.core.validators import MaxLengthValidator
from django.db import models
from simple_history.models import HistoricalRecords

from plans.models import Plan, ReportingPeriod
from plans.models.evaluation import TEXT_LIMIT


class Report(models.Model):
    """An evaluation report of a plan for a period in one layout: its title page and its own texts."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="reports", verbose_name="plán")
    period = models.ForeignKey(ReportingPeriod, models.PROTECT, related_name="reports", verbose_name="období")
    layout = models.SlugField("rozvržení", max_length=40)
    title = models.CharField("název", max_length=300, blank=True)
    number = models.CharField(
        "pořadí", max_length=40, blank=True, help_text="Například průběžné vyhodnocení I."
    )
    issued_on = models.DateField("vydáno", null=True, blank=True)
    prepared_by = models.CharField("zpracovatel", max_length=250, blank=True)
    publicity = models.TextField(
        "povinná publicita", blank=True, help_text="Název a registrační číslo projektu, který zprávu platí."
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "zpráva"
        verbose_name_plural = "zprávy"
        ordering = ["plan", "period", "layout"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "period", "layout"],
                name="report_once_per_layout",
                violation_error_message="Zpráva za toto období a v tomto rozvržení už existuje.",
            )
        ]

    def __str__(self):
        return self.title or f"{self.plan} ({self.period})"


class Chapter(models.Model):
    """The town's own text in one chapter of a report."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="chapters", verbose_name="zpráva")
    name = models.SlugField("kapitola", max_length=40)
    text = models.TextField("text", blank=True, validators=[MaxLengthValidator(TEXT_LIMIT)])

    history = HistoricalRecords()

    class Meta:
        verbose_name = "text kapitoly"
        verbose_name_plural = "texty kapitol"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "name"],
                name="chapter_once",
                violation_error_message="Kapitola je ve zprávě dvakrát.",
            )
        ]

    def __str__(self):
        return f"{self.report}: {self.name}"
