"""Non-breaking spaces where Czech typography forbids the end of a line."""

import re
from functools import lru_cache

from czech.periods import MONTHS_GENITIVE
from czech.plurals import FORMS_OF
from czech.printing import NBSP

AFTER_NUMBER = {form.split()[0] for form in FORMS_OF} | {"‰", "EUR", "tis", "mil", "mld"}
MONTHS = "|".join(MONTHS_GENITIVE)
# No rule looks at a space other than those it replaces, so their order does not matter
# and a second pass finds nothing to do.
RULES = [
    re.compile(rule)
    for rule in (
        r"(?<![\w'’])[ksvzouaiKSVZOUAI] (?=\S)",
        rf"(?<![\w,.])[1-9]\d{{0,2}}(?:[ {NBSP}]\d{{3}})+(?!\d)",
        rf"(?<=\d) (?=(?:{'|'.join(map(re.escape, sorted(AFTER_NUMBER)))})(?!\w))",
        rf"(?<![\w,])\d{{1,2}}\. (?=\d{{1,2}}\.|\d{{4}}\b|pol\.|pololetí\b|(?:{MONTHS})\b)",
        r"(?<!\w)[^\W\d_]\. (?=[^\W\d_]\.)",
        r"(?<!\w)(?:č\.|čl\.|kap\.|max\.|min\.|obr\.|odst\.|r\.|str\.|tab\.|tj\.|cca|§) (?=\d)",
    )
]


@lru_cache(maxsize=2048)
def nbsp(text: str) -> str:
    """The text with ordinary spaces made non-breaking after "k" and "z", in numbers, dates and "z. s."."""
    for rule in RULES:
        text = rule.sub(_bound, text)
    return text


def _bound(found: re.Match) -> str:
    return found[0].replace(" ", NBSP)
