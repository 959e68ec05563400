"""Czech order and search without accents, equal to ICU "cs" and to cs_fold of the first migration."""

import re
import unicodedata
from functools import lru_cache

ALPHABET = "a b c č d e f g h ch i j k l m n o p q r ř s š t u v w x y z ž".split()
PUNCTUATION = " _-–—,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
WEIGHTS = (
    {sign: weight for weight, sign in enumerate(PUNCTUATION, start=1)}
    | {digit: weight for weight, digit in enumerate("0123456789", start=60)}
    | {letter: weight for weight, letter in enumerate(ALPHABET, start=100)}
)
UNKNOWN = 1000
ACCENTS = {accent: weight for weight, accent in enumerate("\u0301\u0300\u0302\u030c\u030a\u0308", start=1)}
UNKNOWN_ACCENT = 90
HOOKED = {unicodedata.normalize("NFD", letter): letter for letter in "čřšž"}
LETTER = re.compile("(?s)([cC][hH](?![\u0300-\u036f])|.)([\u0300-\u036f]*)")

# Letters with no accent to take off, and the spaces, dashes and quotes that Word types by itself.
PLAIN = str.maketrans(
    dict(zip("łŁđĐøØ", "lLdDoO", strict=True))
    | {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
    | dict.fromkeys("\u00a0\u2009\u202f", " ")
    | dict.fromkeys("\u2010\u2011\u2012–—\u2212", "-")
    | dict.fromkeys("“”„", '"')
    | dict.fromkeys("‘’‚", "'")
    | {"…": "..."}
)


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple:
    """Letters decide first, then accents, then capitals; the text itself last, so only equal texts tie."""
    letters = LETTER.findall(unicodedata.normalize("NFD", text.replace("ß", "ss")))
    weights = [_weigh(base, marks) for base, marks in letters]
    return *(zip(*weights, strict=True) if weights else ((), (), ())), text


def _weigh(base: str, marks: str) -> tuple[int, int, tuple[bool, ...]]:
    letter = base.lower()
    # In Czech č, ř, š and ž are letters of their own; any other accent only breaks a tie.
    if letter + marks[:1] in HOOKED:
        letter, marks = HOOKED[letter + marks[:1]], marks[1:]
    accent = ACCENTS.get(marks[0], UNKNOWN_ACCENT) if marks else 0
    return WEIGHTS.get(letter, UNKNOWN + ord(letter[0])), accent, tuple(sign.isupper() for sign in base)


def compare(a: str, b: str) -> int:
    """Negative, zero or positive, as SQLite asks of a collation."""
    first, second = sort_key(a), sort_key(b)
    return (first > second) - (first < second)


def fold(text: str | None) -> str | None:
    """The text without accents and capitals, for searching."""
    if text is None:
        return None
    parts = unicodedata.normalize("NFD", text.translate(PLAIN))
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).casefold()
