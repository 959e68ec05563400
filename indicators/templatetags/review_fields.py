"""Fields under one reviewed cell: a remark and whether the cell goes back to the town."""

from django import template

register = template.Library()


@register.inclusion_tag("indicators/_remark_fields.html")
def remark_fields(about: str, subject_id: int, address: str, typed) -> dict:
    """What was typed stays in the fields when the form comes back with a mistake."""
    cell = f"{about}-{subject_id}"
    return {
        "cell": cell,
        "address": address,
        "text": typed.get(f"text-{cell}", ""),
        "is_ticked": f"vratit-{cell}" in typed,
    }
