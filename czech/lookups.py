"""Search that does not mind accents and capitals: `name__fold__contains="prerov"`."""

from django.db.models import Transform


class Fold(Transform):
    lookup_name = "fold"
    function = "cs_fold"
    bilateral = True
