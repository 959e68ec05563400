"""The drawn symbols of statuses: a shape of its own for each, so that colour never speaks alone.

They are CSS backgrounds of the status word: silent for a screen reader and absent from copied text.
`python -m reports.symbols > static/css/report/symbols.css` writes the stylesheet.
"""

from urllib.parse import quote

GREEN, RED, BROWN, BLUE, GREY = "#1f6b3a", "#9b2c2c", "#8a5a00", "#2362a2", "#5a6672"


def _disc(colour: str) -> str:
    return f"<circle cx='8' cy='8' r='7' fill='{colour}'/>"


def _ring(colour: str, dashes: str = "") -> str:
    dashed = f" stroke-dasharray='{dashes}'" if dashes else ""
    return f"<circle cx='8' cy='8' r='6.2' fill='none' stroke='{colour}' stroke-width='1.6'{dashed}/>"


def _stroke(path: str, colour: str, width: float = 1.8) -> str:
    return f"<path d='{path}' fill='none' stroke='{colour}' stroke-width='{width}'/>"


def _fill(path: str, colour: str) -> str:
    return f"<path d='{path}' fill='{colour}'/>"


SHAPES = {
    "completed": _disc(GREEN) + _stroke("M4.4 8.2l2.6 2.6 4.7-5.2", "#fff", 2),
    "continuous": _ring(GREEN)
    + _stroke("M11 8a3 3 0 1 1-1.2-2.4", GREEN, 1.5)
    + _fill("M8.6 5.9h3.2V2.9z", GREEN),
    "in_progress": _ring(BLUE) + _fill("M8 2a6 6 0 0 1 0 12z", BLUE),
    "partial": _stroke("M8 1.2L14.8 8 8 14.8 1.2 8z", BROWN, 1.6) + _fill("M1.2 8h13.6L8 14.8z", BROWN),
    "not_realised": _ring(RED) + _stroke("M5.5 5.5l5 5m0-5l-5 5", RED),
    "not_monitored": _ring(GREY, "2.4 1.5"),
    "not_relevant": _ring(GREY) + _stroke("M4.5 8h7", GREY),
    "cancelled": _ring(GREY) + _stroke("M4 12l8-8", GREY),
    "not_stated": "".join(f"<circle cx='{x}' cy='8' r='1.4' fill='{GREY}'/>" for x in (3, 8, 13)),
    "nearer": _fill("M8 2.5L14.5 13.5h-13z", GREEN),
    "farther": _stroke("M8 12.4L13 3.6H3z", RED, 1.8),
}


def symbol_svg(status: str) -> str:
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'>{SHAPES[status]}</svg>"


def symbols_css() -> str:
    rules = (
        f'.status-{status} {{ background-image: url("data:image/svg+xml,{quote(symbol_svg(status))}"); }}'
        for status in SHAPES
    )
    return "/* Written by reports/symbols.py. */\n" + "\n".join(rules) + "\n"


if __name__ == "__main__":
    print(symbols_css(), end="")
