"""The printed word of a status and what it means; the table of docs/plan-format.md."""

import re

from czech.reading import tidy
from plans.models import Status

from .documents import PrintedStatus, ReportCount

WORDS = {
    Status.COMPLETED: (
        "realizováno|dokončeno|splněno"
        "|(výstup )?(je |byl )?splněn"
        "|(výstup )?(je |byl )?naplněn( v průběhu roku [0-9]{4})?"
    ),
    Status.CONTINUOUS: (
        "plněno průběžně"
        "|(výstup )?(je |byl )?(výstup )?naplňován (každoročně|průběžně)( dle potřeby( poskytovatelů)?)?"
    ),
    Status.IN_PROGRESS: (
        "v realizaci|probíhá|nyní se realizuje|je nadále realizován|(výstup )?(je |byl )?naplňován"
    ),
    Status.PARTIAL: "(výstup )?(je |byl )?částečně splněno?",
    Status.NOT_REALISED: (
        "nerealizováno|nerealizuje se|nebyl (realizován|naplněn)|(výstup )?(je |byl )?nesplněno?"
    ),
    Status.NOT_MONITORED: "nesledováno",
    Status.NOT_RELEVANT: "nerelevantní",
    Status.CANCELLED: "zrušeno|nahrazeno? projektem",
    Status.NOT_STATED: "neuvedeno|",
}
EXAMPLES = "REALIZOVÁNO, V REALIZACI (2/6), Výstup splněn nebo NESLEDOVÁNO"
COUNT = re.compile("([0-9]{1,4}) ?/ ?([0-9]{1,4})")


def read_status(text: str) -> PrintedStatus:
    label = tidy(text)
    word, _, counted = label.removesuffix(")").partition("(")
    for status, pattern in WORDS.items():
        if re.fullmatch(pattern, _plain(word)):
            return PrintedStatus(status, label, read_report_count(counted) if counted else None)
    raise ValueError(f"Stavu „{label}“ nerozumím; napište například {EXAMPLES}.")


def read_report_count(text: str) -> ReportCount:
    """The reports taken into account and those expected: 2/6."""
    found = COUNT.fullmatch(tidy(text))
    if not found:
        raise ValueError(f"Počet zpráv „{tidy(text)}“ nelze přečíst; napište například 2/6.")
    received, expected = map(int, found.groups())
    if received > expected:
        raise ValueError(f"Zohledněných zpráv nemůže být víc než očekávaných ({tidy(text)}).")
    return ReportCount(received, expected)


def _plain(word: str) -> str:
    return " ".join(word.casefold().split()).rstrip(".")
