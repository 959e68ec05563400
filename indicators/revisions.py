"""How a revised promise or a revised start reads, in the report and beside it."""

from datetime import date

from czech.printing import date_text


def revision_text(before: str, changed_on: date | None, reason: str) -> str:
    """Původně 120 (do roku 2027), změněno 1. 2. 2025: důvod. Doplněno dodatečně, when there was nothing."""
    words = [f"Původně {before}" if before else "Doplněno dodatečně"]
    if changed_on:
        words.append(f"změněno {date_text(changed_on)}" if before else date_text(changed_on))
    sentence = (", " if before else " ").join(words)
    return f"{sentence}: {reason.rstrip('.')}." if reason else f"{sentence}."
