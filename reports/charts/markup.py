"""Elements of SVG with presentation attributes only: no stylesheet reaches in, no security policy minds."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import escape

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

INK = "#1b222b"
GREY = "#47525e"
HAIRLINE = "#cdd6df"
AXIS = "#7c8896"
PRIMARY = "#2362a2"
WHITE = "#fff"


@dataclass(frozen=True, slots=True)
class Picture:
    """What was drawn and how much room it takes."""

    width: float
    height: float
    body: SafeString


def element(name: str, content: str = "", **attributes: str | float) -> SafeString:
    """`element("line", x1=0, stroke_width=2)`; text in it is escaped, markup stays."""
    pairs = "".join(f' {attribute_name(key)}="{shown(value)}"' for key, value in attributes.items())
    return mark_safe(f"<{name}{pairs}>{conditional_escape(content)}</{name}>")


@cache
def attribute_name(key: str) -> str:
    """`class_` and `stroke_width` as SVG writes them."""
    return key.rstrip("_").replace("_", "-")


def shown(value: str | float) -> str:
    """Tenths of a pixel are enough for a place."""
    return escape(value) if isinstance(value, str) else f"{round(value, 1):.10g}"


def joined(parts: Iterable[SafeString]) -> SafeString:
    return mark_safe("".join(parts))


def words(text: str, x: float, y: float, **attributes: str | float) -> SafeString:
    return element("text", text, x=x, y=y, **attributes)


def line(x1: float, y1: float, x2: float, y2: float, **attributes: str | float) -> SafeString:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **attributes)
