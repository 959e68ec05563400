"""Indicators and measures of Ostrava's action plan (annex B of the evaluation), typed from the document.

A cell lists the parts that must stand in it, separated by semicolons; an empty one is not looked at.
"""

APRIL, DECEMBER = "k 30. 4. 2024", "k 31. 12. 2023"

# The specific goal, the beginning of the label, the value, and the day of the data.
IMPACT = [
    ("1.1.1", "Počet domácností v bytové nouzi zabydlených do sociálních bytů", "39", APRIL),
    ("1.1.1", "Počet vyčleněných sociálních bytů", "39", APRIL),
    ("1.1.2", "Počet klientů Kontaktního místa pro bydlení", "1 190", APRIL),
    ("1.1.2", "Počet podaných žádostí o sociální bydlení", "316", APRIL),
    ("1.1.2", "Počet provedených sociálních šetření", "267", APRIL),
    ("1.1.3", "Počet jednání odborných platforem", "6", APRIL),
    ("1.2.1", "Počet podpořených domácností ohrožených ztrátou bydlení", "53", APRIL),
    ("1.3.1", "Počet vystavěných nebo zrekonstruovaných bytů", "0", DECEMBER),
    ("2.1.1", "Počet osob, které si zvýšily kvalifikaci a jsou domovníci-preventisté", "15", APRIL),
    ("2.1.1", "Počet domů, ve kterých působí domovník", "89", APRIL),
    ("2.1.2", "Počet asistentů prevence kriminality, kteří si rozšířili dovednosti", "8", APRIL),
    ("2.1.3", "Počet osob, u kterých došlo k pozitivní změně v oblasti životních návyků", "0", APRIL),
    ("2.1.3", "Počet osob, které začaly řešit problémy se závislostí", "0", APRIL),
    ("2.1.3", "Počet osob, které během projektu nastoupily do léčby", "0", APRIL),
    ("2.1.3", "Počet osob, které změnily způsob užívání návykových látek", "0", APRIL),
    ("3.1.1", "Počet osob, které si zvýšily minimálně 2 kompetence", "15", APRIL),
    ("3.1.1", "Počet osob, které stály mimo legální trh práce", "10", APRIL),
    ("3.1.1", "Počet osob, které úspěšně absolvovaly tréninkové pracovní místo", "3", APRIL),
    ("3.1.1", "Počet osob, které zahájily výkon pracovní činnosti", "8", APRIL),
    ("3.1.1", "Počet osob, které si zaměstnání udržely 6 měsíců", "3", APRIL),
    ("3.1.2", "Počet uskutečněných setkání na podporu provázanosti", "2", DECEMBER),
    ("3.2.1", "Počet osob, u kterých se podařilo snížit jejich dluh", "32", APRIL),
    ("3.2.1", "Počet osob, kterým byl úspěšně podán návrh na povolení oddlužení", "38", APRIL),
    ("3.2.1", "Počet osob, u kterých byla zmapována jejich dluhová situace", "20", APRIL),
    ("3.2.1", "Počet osob, u kterých se podařilo z jakéhokoli důvodu zastavit exekuci", "2", APRIL),
    ("3.2.2", "Počet uskutečněných setkání na podporu provázanosti", "1", DECEMBER),
    ("4.1.1", "Počet osob, kterým se podařilo díky intervenci zpracovat trauma", "45", APRIL),
    ("4.1.1", "Počet osob, které díky krizové intervenci nebudou potřebovat hospitalizaci", "–", APRIL),
    ("4.1.2", "Počet rodin, u kterých došlo k pozitivní změně v oblasti životních návyků", "8", APRIL),
    ("4.1.2", "Počet rodin, u kterých došlo ke zlepšení v oblasti saturace potřeb dětí", "10", APRIL),
    ("4.1.2", "Počet rodin, u kterých díky podpoře došlo k návratu dítěte", "0", APRIL),
    ("4.1.3", "Počet zajištěných odborných podpůrných pozic na základních školách", "49", DECEMBER),
    ("4.2.1", "Počet zrekonstruovaných nebo zrenovovaných budov", "0", DECEMBER),
    ("5.1.1", "Počet osob, které si zvýšily kompetence metodou komunitní práce", "0", APRIL),
    ("5.1.1", "Počet osob v jádrových skupinách", "0", APRIL),
    ("5.2.1", "Počet multidisciplinárních setkání k propojení aktérů", "10", DECEMBER),
    ("5.2.2", "Počet informačních sdělení o problematice sociálního začleňování", "12", DECEMBER),
    ("6.1.1", "Počet výzkumných nebo odborných aktivit", "2", DECEMBER),
    ("6.2.1", "Počet osob, které si zvýšily kompetenci ke změně chování", "101", APRIL),
    ("6.2.1", "Počet osob, kterým realizátor projektu zprostředkoval odbornou službu", "58", APRIL),
    ("6.2.1", "Počet osob, které byly nově s podporou realizátora registrovány", "12/12/4/22", APRIL),
    ("6.2.1", "Počet osob, které nově absolvovaly s podporou realizátora", "11/12/4/13", APRIL),
    ("6.2.2", "Počet osob, kterým je poskytnuta potřebná péče v domácím prostředí", "1", APRIL),
    ("6.2.2", "Počet osob, kterým bylo zahájeno poskytování úkonů osobní hygieny", "1", APRIL),
    ("6.2.3", "Počet osob, u nichž se zvýšila schopnost pečovat o své zdraví", "0", APRIL),
    ("6.2.3", "Počet osob, kterým realizátor projektu zprostředkoval odbornou službu", "0", APRIL),
]

# Who is counted in the two values of goal 6.2.1 that consist of four numbers.
VECTOR_LABELS = ["pro dospělé", "pro děti a dorost", "gynekolog", "stomatolog"]

CITY, AGENCY = "Statutární město Ostrava", "Agentura pro sociální začleňování"
BOTH = f"{CITY}; {AGENCY}"
CSSO, CARITAS = "Centrum sociálních služeb Ostrava; o.p.s.", "Diecézní charita ostravsko-opavská"
SALVATION_ARMY = "Armáda spásy v České republice; z.s."
PROJECT, OTHER = "projektová", "neprojektová"
NOT_DONE, RUNNING = "Nerealizováno", "V realizaci"
NOBODY, NO_TERM, ALWAYS = "", "–", "Průběžně"
HOUSING_TERM, FROM_JULY = "1. 11. 2022–31. 10. 2025", "1. 7. 2023–30. 6. 2026"
FROM_SEPTEMBER, FROM_OCTOBER = "1. 9. 2023–31. 8. 2026", "1. 10. 2023–30. 9. 2026"
FROM_FEBRUARY = "1. 2. 2023–31. 1. 2026"

# The specific goal, code and title, status, implementers, kind of activity with its service, term.
MEASURES = [
    ("1.1.1", "1.1.1.1 Zajištění sociálních bytů včetně podpory zabydlených domácností",
     "V realizaci (3/6)", CITY, PROJECT, HOUSING_TERM),
    ("1.1.2", "1.1.2.1 Zajištění vzniku Kontaktního místa pro bydlení",
     "V realizaci (3/6)", CITY, PROJECT, HOUSING_TERM),
    ("1.1.3", "1.1.3.1 Organizace odborných platforem", "V realizaci (3/6)", CITY, PROJECT, HOUSING_TERM),
    ("1.2.1", "1.2.1.1 Posílení prevence ztráty bydlení", "V realizaci (3/6)", CITY, PROJECT, HOUSING_TERM),
    ("1.3.1", "1.3.1.1 Vytvoření nízkoprahového komunitního bydlení pro seniory v lokalitě Zárubek",
     NOT_DONE, NOBODY, PROJECT, NO_TERM),
    ("1.3.1", "1.3.1.2 Vytvoření sociálního bydlení v lokalitě Cihel", NOT_DONE, NOBODY, PROJECT, NO_TERM),
    ("2.1.1", "2.1.1.1 Zachování a rozšíření programu domovník-preventista v městském obvodu Mariánské Hory",
     "V realizaci (1/6)", f"{CITY}; Mariánské Hory a Hulváky", PROJECT, FROM_JULY),
    ("2.1.1", "2.1.1.2 Vznik pozic domovníků-preventistů v městském obvodu Poruba",
     "V realizaci (0/6)", f"{CITY}; Poruba", PROJECT, FROM_OCTOBER),
    ("2.1.1", "2.1.1.3 Vznik pozic domovníků-preventistů v městském obvodu Ostrava-Jih",
     "V realizaci (0/6)", f"{CITY}; Ostrava-Jih", PROJECT, FROM_OCTOBER),
    ("2.1.2", "3.2.1.1 Zachování a rozšíření programu asistentů prevence kriminality",
     "V realizaci (2/6)", CITY, PROJECT, FROM_FEBRUARY),
    ("2.1.3", "2.1.3.1 Rozvoj sociální služby odborné sociální poradenství pro osoby závislé",
     "V realizaci (0/6)", "Renarkon; o.p.s.", f"{PROJECT}; OSP", FROM_SEPTEMBER),
    ("2.1.3", "2.1.3.2 Vznik Recovery house", NOT_DONE, NOBODY, PROJECT, NO_TERM),
    ("2.1.3", "2.1.3.3 Rozšíření terénního programu pro osoby závislé", NOT_DONE, NOBODY, PROJECT, NO_TERM),
    ("2.1.3", "2.1.3.4 Vznik odpovídající služby pro rodiny ohrožené závislostí",
     "V realizaci (0/6)", "Slezská diakonie", f"{PROJECT}; SAS", FROM_OCTOBER),
    ("2.1.3", "2.1.3.3 Rozšíření terénního programu pro osoby závislé", NOT_DONE, NOBODY, PROJECT, NO_TERM),
    ("3.1.1", "3.1.1.1 Vytvoření tréninkových pracovních míst v sociálním podniku pro osoby s trestní",
     NOT_DONE, NOBODY, PROJECT, NO_TERM),
    ("3.1.1", "3.1.1.2 Komplex resocializačních služeb doplněných o praktický nácvik",
     NOT_DONE, NOBODY, PROJECT, NO_TERM),
    ("3.1.1", "3.1.1.3 Program zvyšování kompetencí pro uplatnění cizinců na trhu práce",
     "V realizaci (0/6)", "CENTROM; z.s.", PROJECT, "1. 10. 2023–30. 6. 2026"),
    ("3.1.1", "3.1.1.4 Zvyšování zaměstnatelnosti mladistvých", NOT_DONE, NOBODY, PROJECT, NO_TERM),
    ("3.1.1", "3.1.1.5 Komplex resocializačních služeb s využitím podpory peer konzultantů",
     "V realizaci (2/6)", "RUBIKON Centrum; z.ú.", PROJECT, "1. 1. 2023–31. 12. 2025"),
    ("3.1.1", "3.1.1.6 Rozvoj řemesel a zručnosti",
     RUNNING, "Impact Hub Ostrava", PROJECT, "1. 1. 2022–31. 12. 2026"),
    ("3.1.1", "3.1.1.7 Vytvoření tréninkových pracovních míst v sociálním podniku pro osoby s postižením",
     NOT_DONE, NOBODY, PROJECT, ""),
    ("3.1.2", "3.1.2.1 Organizace pracovní skupiny Zaměstnanost", RUNNING, BOTH, OTHER, ALWAYS),
    ("3.1.2", "3.1.2.2 Podpora podnikavosti a sociálního podnikání", RUNNING, BOTH, OTHER, ALWAYS),
    ("3.2.1", "3.2.1.1 Rozvoj práce s dluhy v rámci sociálně aktivizační služby pro rodiny s dětmi",
     "V realizaci (1/6)", CSSO, f"{PROJECT}; SAS", FROM_JULY),
    ("3.2.1", "3.2.1.2 Rozvoj odborného dluhového poradenství",
     "V realizaci (1/6)", CARITAS, f"{PROJECT}; OSP", FROM_JULY),
    ("3.2.1", "3.2.1.3 Rozvoj dluhového poradenství s nabídkou mediační podpory",
     "V realizaci (1/6)", "CENTROM; z.s.", PROJECT, FROM_JULY),
    ("3.2.2", "3.2.2.1 Organizace dluhové platformy", NOT_DONE, AGENCY, OTHER, ALWAYS),
    ("4.1.1", "4.1.1.1 Rozvoj služeb krizového centra pro děti a rodinu",
     "V realizaci (1/6)", CSSO, f"{PROJECT}; Krizová pomoc", FROM_JULY),
    ("4.1.2", "4.1.2.1 Rozšíření sociálně aktivizační služby pro rodiny s dětmi v městském obvodu",
     "V realizaci (1/6)", CARITAS, f"{PROJECT}; SAS", FROM_JULY),
    ("4.1.2", "4.1.2.2 Rozvoj služeb zaměřených na mladé dospělé", NOT_DONE, NOBODY, PROJECT, NO_TERM),
    ("4.1.2", "4.1.2.3 Rozvoj aktivit k obnovení nebo posílení kompetencí rodiny",
     NOT_DONE, NOBODY, PROJECT, NO_TERM),
    ("4.1.3", "4.1.3.1 Zajištění odborných pozic na základních školách", RUNNING, CITY, OTHER, ALWAYS),
    ("4.2.1", "4.2.1.1 Energetické úspory budovy azylového domu",
     RUNNING, SALVATION_ARMY, PROJECT, "1. 9. 2022–31. 12. 2026"),
    ("4.2.1", "4.2.1.2 Energetické úspory budovy pro zázemí sociálních služeb v městském obvodu Poruba",
     NOT_DONE, NOBODY, PROJECT, NO_TERM),
    ("4.2.1", "4.2.1.3 Vytvoření zázemí pro pobytovou službu sociální rehabilitace",
     NOT_DONE, NOBODY, PROJECT, NO_TERM),
    ("4.2.1", "4.2.1.4 Energetické úspory budovy azylového domu",
     RUNNING, SALVATION_ARMY, PROJECT, "1. 1. 2024–31. 12. 2024"),
    ("5.1.1", "5.1.1.1 Podpora stávající komunitní práce a rozšíření komunitní práce do lokality Čujkovova",
     "V realizaci (0/6)", CARITAS, PROJECT, "1. 1. 2024–31. 12. 2025"),
    ("5.2.1", "5.2.1.1 Organizace multidisciplinárních kulatých stolů", RUNNING, BOTH, OTHER, ALWAYS),
    ("5.2.2", "5.2.2.1 Organizace multidisciplinárních kulatých stolů", RUNNING, BOTH, OTHER, ALWAYS),
    ("6.1.1", "6.1.1.1 Odborná konference o dostupnosti zdravotní péče", NOT_DONE, BOTH, OTHER, NO_TERM),
    ("6.1.1", "6.1.1.2 Výzkum k dostupnosti zdravotní péče", "Dokončeno", AGENCY, OTHER, "2023"),
    ("6.2.1", "6.2.1.1 Rozšíření služby zdravotně-sociální pomoci",
     "V realizaci (1/6)", "Spolu pro rodinu; z.s.", f"{PROJECT}; TP", FROM_SEPTEMBER),
    ("6.2.1", "6.2.1.2 Mediátoři zdraví v sociálně vyloučených lokalitách",
     "V realizaci (2/6)", "CENTROM; z.s.", PROJECT, FROM_FEBRUARY),
    ("6.2.2", "6.2.2.1 Rozvoj terénní pečovatelské služby v městských obvodech",
     "V realizaci (1/6)", CSSO, f"{PROJECT}; Pečovatelská služba", FROM_JULY),
    ("6.2.3", "6.2.3.1 Vznik služby následné péče pro osoby s poruchou příjmu potravy",
     "V realizaci (1/6)", "Centrum Anabell; z. ú.", f"{PROJECT}; SNP", "1. 5. 2023–30. 4. 2026"),
    ("6.2.3", "6.2.3.2 Marodka pro osoby bez přístřeší",
     "V realizaci (0/6)", SALVATION_ARMY, f"{PROJECT}; Krizová pomoc", FROM_OCTOBER),
]  # fmt: skip

# Measures of other goals whose figures the impact of goal 4.1.2 includes.
COUNTED_IN_4_1_2 = ["2.1.3.4", "3.2.1.1"]
# An indicator of goal 6.2.1 whose value is counted from two others.
SUM_OF_TWO = "Počet osob, které si zvýšily kompetenci ke změně chování"
