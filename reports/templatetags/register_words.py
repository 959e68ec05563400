"""The rows of lists in templates."""

from django import template

from reports.registers.tables import row_cells

register = template.Library()
register.simple_tag(row_cells)
