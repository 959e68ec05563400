"""Files with public data that somebody brought, as a log of what they did."""

import hashlib
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import models

from indicators.models import Statistic
from indicators.models.definition import Definition


def _random_name(file: "PublicFile", name: str) -> str:
    """Nothing of the name that came from outside."""
    return f"verejna-data/{uuid4().hex}"


class PublicFile(models.Model):
    """A file with public data: first it waits for a look at its preview, then it is written."""

    class Kind(models.TextChoices):
        STATISTICS = "statistics", "veřejné údaje"
        TERRITORIES = "territories", "číselník území"

    kind = models.CharField("druh", max_length=12, choices=Kind)
    # Removed once it is written; its fingerprint stays.
    file = models.FileField("soubor", upload_to=_random_name, blank=True)
    name = models.CharField("jméno souboru", max_length=250)
    digest = models.CharField("otisk", max_length=64)
    definition = models.CharField("definice", max_length=40, blank=True)
    year = models.PositiveSmallIntegerField("rok", null=True)
    source = models.CharField("zdroj", max_length=Statistic._meta.get_field("source").max_length, blank=True)
    edition = models.CharField(
        "vydání", max_length=Statistic._meta.get_field("edition").max_length, blank=True
    )
    sheet = models.CharField("list", max_length=100, blank=True)
    column = models.CharField("sloupec", max_length=250, blank=True)
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="nahrál"
    )
    brought_at = models.DateTimeField("nahráno", auto_now_add=True)
    written_at = models.DateTimeField("zapsáno", null=True)
    new = models.PositiveIntegerField("nových", default=0)
    changed = models.PositiveIntegerField("změněných", default=0)
    unchanged = models.PositiveIntegerField("beze změny", default=0)
    # What was before and after, and what nobody could match; one thing on a line.
    changes = models.TextField("změny", blank=True)
    left = models.TextField("nepřiřazené řádky", blank=True)

    class Meta:
        verbose_name = "soubor veřejných dat"
        verbose_name_plural = "soubory veřejných dat"
        ordering = ["-brought_at"]

    def __str__(self):
        return self.name

    @property
    def path(self) -> Path:
        return Path(self.file.path)

    @property
    def is_untouched(self) -> bool:
        """Is the kept file still the one that was brought?"""
        return self.path.is_file() and digest_of(self.path.open("rb")) == self.digest

    @property
    def about(self) -> str:
        """What it carries: Index sociálního vyloučení, rok 2023, ASZ, vydání 2024."""
        if self.kind != self.Kind.STATISTICS:
            return self.get_kind_display()
        definition = Definition.objects.filter(code=self.definition).first() or self.definition
        edition = self.edition and f"vydání {self.edition}"
        return ", ".join(filter(None, [str(definition), f"rok {self.year}", self.source, edition]))


def digest_of(file) -> str:
    with file:
        return hashlib.file_digest(file, "sha256").hexdigest()
