"""Czech words beside numbers: 1 osoba, 2 osoby, 1,5 osoby, 5 osob; and "z" or "ze" before a number."""

from decimal import Decimal
from typing import NamedTuple

from czech.printing import NBSP, number_text


class Forms(NamedTuple):
    """The four plural forms of Unicode CLDR for Czech: 1, 2–4, decimals, 0 and 5+."""

    one: str
    few: str
    many: str
    other: str


DECLINED = """
    akce, akce, akce, akcí
    aktivita, aktivity, aktivity, aktivit
    asistent, asistenti, asistenta, asistentů
    bod, body, bodu, bodů
    budova, budovy, budovy, budov
    byt, byty, bytu, bytů
    cíl, cíle, cíle, cílů
    den, dny, dne, dnů
    dítě, děti, dítěte, dětí
    dluh, dluhy, dluhu, dluhů
    domácnost, domácnosti, domácnosti, domácností
    domov, domovy, domova, domovů
    dospělý, dospělí, dospělého, dospělých
    dům, domy, domu, domů
    exekuce, exekuce, exekuce, exekucí
    hodina, hodiny, hodiny, hodin
    hodnota, hodnoty, hodnoty, hodnot
    indikátor, indikátory, indikátoru, indikátorů
    insolvence, insolvence, insolvence, insolvencí
    jednání, jednání, jednání, jednání
    klient, klienti, klienta, klientů
    koncepce, koncepce, koncepce, koncepcí
    kontaktní místo, kontaktní místa, kontaktního místa, kontaktních míst
    lékař, lékaři, lékaře, lékařů
    lokalita, lokality, lokality, lokalit
    lůžko, lůžka, lůžka, lůžek
    mentor, mentoři, mentora, mentorů
    měsíc, měsíce, měsíce, měsíců
    místo, místa, místa, míst
    obec, obce, obce, obcí
    obyvatel, obyvatelé, obyvatele, obyvatel
    odstavec, odstavce, odstavce, odstavců
    opatření, opatření, opatření, opatření
    organizace, organizace, organizace, organizací
    osoba, osoby, osoby, osob
    oznámení, oznámení, oznámení, oznámení
    pachatel, pachatelé, pachatele, pachatelů
    poradenství, poradenství, poradenství, poradenství
    poskytovatel, poskytovatelé, poskytovatele, poskytovatelů
    pozice, pozice, pozice, pozic
    pracovní místo, pracovní místa, pracovního místa, pracovních míst
    pracovní skupina, pracovní skupiny, pracovní skupiny, pracovních skupin
    pracovník, pracovníci, pracovníka, pracovníků
    program, programy, programu, programů
    projekt, projekty, projektu, projektů
    přestupek, přestupky, přestupku, přestupků
    případ, případy, případu, případů
    rodina, rodiny, rodiny, rodin
    rok, roky, roku, let
    řádek, řádky, řádku, řádků
    sdělení, sdělení, sdělení, sdělení
    setkání, setkání, setkání, setkání
    skupina, skupiny, skupiny, skupin
    služba, služby, služby, služeb
    stránka, stránky, stránky, stránek
    šetření, šetření, šetření, šetření
    škola, školy, školy, škol
    trestný čin, trestné činy, trestného činu, trestných činů
    účastník, účastníci, účastníka, účastníků
    událost, události, události, událostí
    úvazek, úvazky, úvazku, úvazků
    zařízení, zařízení, zařízení, zařízení
    zázemí, zázemí, zázemí, zázemí
    žadatel, žadatelé, žadatele, žadatelů
    žádost, žádosti, žádosti, žádostí
    žák, žáci, žáka, žáků
"""
UNCHANGING = ("Kč", "%", "Kč/osoba")

UNITS = {
    forms.one: forms
    for forms in (
        *(Forms(*line.strip().split(", ")) for line in DECLINED.strip().splitlines()),
        *(Forms(sign, sign, sign, sign) for sign in UNCHANGING),
    )
}
# Documents carry the form that fitted their own number ("osob"), so each form leads to its unit.
FORMS_OF = {form: forms for forms in UNITS.values() for form in forms}

PEOPLE = frozenset(
    UNITS[one]
    for one in (
        "dítě", "dospělý", "klient", "obyvatel", "osoba", "pachatel", "účastník", "žadatel", "žák",
    )
)  # fmt: skip

# Words whose beginning would swallow "z": dvou, tří, čtyř, šesti, sedmi and their teens and tens.
DIGITS_WITH_ZE = frozenset({2, 3, 4, 6, 7})


def plural(n: Decimal | int, one: str, few: str, many: str, other: str) -> str:
    """The form for n; a whole Decimal counts as whole, since columns pad 5 to 5.0000."""
    if n % 1:
        return many
    if abs(n) == 1:
        return one
    return few if 2 <= abs(n) <= 4 else other


def unit_text(n: Decimal | int, unit: str) -> str:
    """The unit in the form that fits n; an unknown unit stays as it was typed."""
    return plural(n, *FORMS_OF[unit]) if unit in FORMS_OF else unit


def genitive_text(n: Decimal | int, unit: str) -> str:
    """The unit after a preposition such as "z": z 1 žáka, z 2,5 bodu, ze 3 žáků; an unknown unit as typed."""
    if unit not in FORMS_OF:
        return unit
    return FORMS_OF[unit].many if n % 1 or abs(n) == 1 else FORMS_OF[unit].other


def is_of_people(unit: str) -> bool:
    """osoba, osob, žáci; an unknown unit says nothing of people."""
    return FORMS_OF.get(unit) in PEOPLE


def counted(n: Decimal | int, one: str, few: str, many: str, other: str) -> str:
    return f"{number_text(n)}{NBSP}{plural(n, one, few, many, other)}"


def out_of(n: Decimal | int) -> str:
    """The preposition for "out of n", by the word the spoken number begins with."""
    n = abs(int(n))
    for scale in (10**9, 10**6, 10**3):
        if n >= scale:
            return "z" if n // scale == 1 else out_of(n // scale)
    if 100 <= n < 200:
        return "ze"
    return "ze" if _leading_digit(n) in DIGITS_WITH_ZE else "z"


def _leading_digit(n: int) -> int:
    """The digit that is spoken first: 3 of 340 and of 34, but also 3 of 13 (třináct)."""
    if 10 <= n < 20:
        return n - 10
    return int(str(n)[0])
