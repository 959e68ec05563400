"""What a person recognises a sign-in by: the browser and the system, not the whole signature."""

# The first match counts: Edge calls itself Chrome, Chrome calls itself Safari.
BROWSERS = [
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
]
SYSTEMS = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
]


def browser_name(user_agent: str) -> str:
    """Firefox, Windows"""
    found = [_first(names, user_agent) for names in (BROWSERS, SYSTEMS)]
    return ", ".join(filter(None, found)) or "neznámý prohlížeč"


def _first(names: list[tuple[str, str]], user_agent: str) -> str:
    return next((name for mark, name in names if mark in user_agent), "")
