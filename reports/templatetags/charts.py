"""Charts and their signs on pages: `{{ drawing|chart_svg }}`, `{{ "draft"|chart_sign }}`."""

from django import template

from reports.charts.signs import Sign, sign_svg
from reports.charts.svg import chart_svg

register = template.Library()
register.filter("chart_svg", chart_svg)


@register.filter
def chart_sign(name):
    """The sign alone, for a legend above small multiples; a word beside it says what it means."""
    return sign_svg(Sign(name))
