from django.db import models


class Organisation(models.Model):
    """A town hall, NGO or office that implements measures; generic names ("NNO") are legal."""

    name = models.CharField("název", max_length=200, unique=True, db_collation="cs_sort")
    registration = models.CharField("IČO", max_length=8, blank=True)

    class Meta:
        verbose_name = "organizace"
        verbose_name_plural = "organizace"
        ordering = ["name"]

    def __str__(self):
        return self.name
