"""Figures, names and dates of the summary of cooperation with Sokolov (duben 2024), typed from the document.

A cell lists the parts that must stand in it, separated by semicolons; an empty one is not looked at.
"""

TITLE = "Tematický akční plán města Sokolov pro oblast bezpečnosti a prevence kriminality"
PERIOD = "listopad 2022 – duben 2024"
VALID, APPROVED_ON = "6/2022–6/2025", "16. 8. 2022"
PLANNED_FUNDING, LISTED_FUNDING = "69 704 554 Kč", "39 093 054 Kč"
PLANNED_PROJECTS = 4

# The document writes OPZ + 18 and OPZ 52; a call is its number of three digits and its programme.
NEW_CALL, OLD_CALL = "018 OPZ+", "052 OPZ"
MONTHS = "36 měsíců"

# The title, the recipient, start and end or length, the amount, posts, state and call.
PROJECTS = [
    ("Asistenti prevence kriminality", "město Sokolov", f"1. 4. 2023; {MONTHS}", "14 408 856 Kč",
     "9 pozic; mentor; koordinátor; částečný úvazek", "", NEW_CALL),
    ("Domovníci preventisté v Sokolově", "město Sokolov", f"1. 1. 2024; {MONTHS}", "14 905 800 Kč",
     "9 pozic; koordinátor; mentor; částečný úvazek", "", NEW_CALL),
    ("Sokolov řeší práci a dluhy", "RUBIKON centrum", f"1. 4. 2023; {MONTHS}", "9 778 398 Kč",
     "1,5 pozice; odborný garant; asistent přímé práce s CS; koordinátor CS ve VTOS;"
     " mentor pro tréninková místa; peer pracovník; částečn", "", NEW_CALL),
    ("Zapojování osob ze sociálně vyloučených lokalit do práce bezpečnostních složek v Sokolově",
     "město Sokolov", "1. 1. 2018; 31. 12. 2020", "11 486 920,85 Kč",
     "12 pozic; mentor; částečný úvazek", "ukončen", OLD_CALL),
    ("Poradenské činnosti KOTEC Sokolov", "KOTEC; o.p.s", "1. 3. 2018; 28. 2. 202", "2 286 937,5 Kč",
     "", "ukončen", OLD_CALL),
    ("Učíme se být spolu, bez dluhů a násilí", "Pomoc v nouzi, o.p.s", "1. 4. 2018; 31. 3. 2021",
     "3 469 425 Kč", "", "ukončen", OLD_CALL),
    ("Sociální práce v Sokolově", "město Sokolov", "", "", "", "neschválen", OLD_CALL),
]  # fmt: skip

MEASURES = [("4.1.1", "V roce 2022 lokální partnerství projedná náměty na zřízení kontaktního poradenského")]

# What the Agency found out, with the year.
RESEARCHES = [
    ("zpráva z dotazníkového šetření mezi obyvateli Sokolova", "2020"),
    ("Bydlení ve městě Sokolov", "2017"),
    ("migrace Kraslice, Sokolov, Vřesová", "2021"),
]

# The log: the day or month as printed, and names or figures of the event.
EVENTS = [
    ("2012–2014", "bydlení"),
    ("2021–2022", "akčn"),
    ("2022", "388; SPSS"),
    ("8. 11. 2022", "starost"),
    ("podzim 2022", "poradensk; Dluhová prevence"),
    ("březen 2023", "Jak na dluhy"),
]
