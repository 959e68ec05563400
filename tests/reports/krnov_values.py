"""Every value of the tables of the Krnov evaluation (leden 2023 až červen 2024), typed from the document.

Tables are named by the headings under which the report prints them, rows by the beginning of their label.
A cell lists the parts that must stand in it, separated by semicolons; an empty one is not looked at.
Slips of the pen in names and codes are not kept.
"""

INDEX = "Index sociálního vyloučení"
HOUSING, DEBTS, WORK = "1. Oblast bydlení", "2. Oblast dluhové problematiky", "3. Oblast zaměstnanosti"
FAMILY, HEALTH, COMMUNITY = "4. Rodina, ohrožené děti", "5. Oblast zdraví", "6. Oblast komunitní práce"
SERVICES, SAFETY = "7. Oblast sociální služby", "8. Oblast bezpečnost"

# The table, the label, and its cells: baseline, 2022 and 2023.
CONTEXT = [
    (INDEX, "Počet obyvatel", "23 397; rok 2019", "22 665", "22 848"),
    (INDEX, "Index sociálního vyloučení", "17; rok 2019", "15", "15"),
    (INDEX, "Počet vyplacených PnB", "896,4; rok 2019", "752", "998"),
    (INDEX, "% podíl příjemců PnB", "4,5 %; rok 2019", "3,83 %", "5,10 %"),
    (INDEX, "Počet vyplacených PnŽ", "367,7; rok 2019", "314,7", "330,1"),
    (INDEX, "% podíl příjemců PnŽ", "1,85 %; rok 2019", "1,60 %", "1,68 %"),
    (INDEX, "Podíl předčasných odchodů", "10 osob; 5,43 %; rok 2019", "7 osob; 2,3 %", "9 osob; 4,09 %"),
    (INDEX, "Celkový počet žáků", "184; 2018/19", "247; 2021/22", "220; 2022/23"),
    (HOUSING, "Počet obecních bytů", "1 531; rok 2017", "–", "1 535"),
    (HOUSING, "Dispoziční byty", "17; rok 2017", "–", "19"),
    (HOUSING, "Počet sociálních bytů", "9; rok 2017", "–", "14"),
    (HOUSING, "Počet osob v bytové nouzi", "256; rok 2017", "–", "–"),
    (HOUSING, "Počet sociálně vyloučených lokalit", "–", "3", "2"),
    (HOUSING, "Počet osob bez přístřeší", "–", "–", "22; březen 2023 – duben 2024"),
    (HOUSING, "Počet a podíl nájemníků", "–", "–", "0"),
    (DEBTS, "Počet a podíl osob v exekuci",
     "2 393 osob; 12 %; rok 2019", "1 937 osob; 10,3 %", "1 833; 9,7 %"),
    (DEBTS, "Počet a podíl osob v insolven", "–", "427 osob; 2,4 %", "neuvedeno"),
    (DEBTS, "Průměrná vymáhaná částka", "–", "1 009 154 Kč/osoba", "1 039 672 Kč/osoba"),
    (WORK, "Podíl uchazečů o zaměstnání",
     "418 osob; 2,86 %; rok 2019", "592 osob; 4,19 %", "641 osob; 4,58 %"),
    (FAMILY, "Počet rodin v péči OSPOD", "–", "258", "347"),
    (FAMILY, "Počet dětí v náhradní rodinné péči", "–", "115", "104"),
    (FAMILY, "Počet dětí s nařízenou ústavní", "–", "11", "18"),
    (FAMILY, "Počet dětí, které jsou pod dohledem kurátora", "–", "59", "87"),
    (FAMILY, "Počet dětí odebraných z péče rodičů", "–", "17", "10"),
    (HEALTH, "Počet obyvatel 65+", "5 437; prosinec 2021", "–", "3 879"),
    (HEALTH, "Dětský klinický psycholog", "–", "0", "0"),
    (HEALTH, "Počet lékařů v ordinacích stomatology", "–", "16", "15"),
    (HEALTH, "Počet lékařů v ordinacích všeobecného", "–", "10", "10"),
    (HEALTH, "Počet lékařů v ordinacích praktického lékaře pro děti", "–", "6", "6"),
    (HEALTH, "Počet psychiatrů", "–", "3", "3"),
    (COMMUNITY, "Počet sociálně vyloučených lokalit (SVL)", "–", "3", "0"),
    (COMMUNITY, "Kvalifikovaný odhad počtu osob", "–", "350", "–"),
    (COMMUNITY, "Počet jádrových skupin", "–", "0", "0"),
    (COMMUNITY, "Počet realizovaných komunitních akcí", "–", "0", "1"),
    (COMMUNITY, "Počet obyvatel zapojených", "–", "10 dospělých; 15 dětí", "–"),
    (SERVICES, "Počet poskytovatelů soc. služeb", "–", "12", "11"),
    (SERVICES, "Počet registrovaných sociálních služeb", "–", "34", "34"),
    (SERVICES, "Počet terénních služeb", "–", "4", "17"),
    (SERVICES, "Počet ambulantních služeb", "–", "17", "16"),
    (SAFETY, "Index kriminality", "9,4; listopad 2020", "–", "–"),
    (SAFETY, "Počet spáchaných trestných činů", "276; rok 2021", "–", "–"),
    (SAFETY, "Počet přestupků", "2 184; rok 2021", "–", "–"),
    (SAFETY, "Počet trestných činů v souvislosti", "48; rok 2021", "–", "–"),
    (SAFETY, "Počet klientů adiktologických služeb", "75; rok 2021", "145", "140"),
]  # fmt: skip

DONE, RUNNING, NOT_DONE, UNWATCHED = "Realizováno", "V realizaci", "Nerealizováno", "Nesledováno"
BLANK = "Neuvedeno"

# The goal in whose table the row stands, the label and the status.
ACTION_PLAN = [
    ("1.1.1", "1.1.1.1 Realizovat systematické aktivity", DONE),
    ("1.1.1", "1.1.1.2 Realizovat preventivní, volnočasové", DONE),
    ("2.2.1", "2.2.1.1 Realizovat aktivity a činnosti", UNWATCHED),
    ("2.2.1", "2.1.1.2 Poskytovat komplexní pracovní poradenství", UNWATCHED),
    ("2.2", "2.2.1.1 Zajistit dostupné zaměstnávání", UNWATCHED),
    ("2.2", "2.2.1.2 Zvýšit dostupnost tréninkových", UNWATCHED),
    ("2.2", "2.2.1.3 Realizovat setkání NNO", NOT_DONE),
    ("2.2", "2.2.1.4 Realizace sociálního podnikání", UNWATCHED),
    ("3.1.1", "Bez opatření – indikátor Počet osob, které kontinuálně", DONE),
    ("3.1.1", "3.1.1.1 Každoročně realizovat 1 setkání", DONE),
    ("3.1.1", "3.1.1.2 Uspořádat Den sociální práce", DONE),
    ("3.1.1", "3.1.1.3 Vytvořit mobilní aplikaci", NOT_DONE),
    ("3.1.2", "Bez opatření – indikátor Počet osob, které využily terénní", DONE),
    ("3.1.2", "3.1.2.1 Mapovat potřeby CS", UNWATCHED),
    ("3.1.2", "3.1.2.2 Rozšířit ambulantní službu NZDM", UNWATCHED),
    ("3.1.2", "3.1.2.3 Vznik nových terénních služeb", UNWATCHED),
    ("3.1.3", "3.1.3.1 Vytvořit multidisciplinární tým", UNWATCHED),
    ("4.1.1", "4.1.1.1 Vytvořit kontaktní místo", RUNNING),
    ("4.1.1", "4.1.1.2 Vyhodnotit a revidovat Koncep", RUNNING),
    ("4.1.1", "4.1.1.3 Spolupracovat v rámci utváření", RUNNING),
    ("4.1.2", "4.1.2.1 Realizovat aktivity v oblasti prevence", RUNNING),
    ("4.1.2", "4.1.2.2 Rozvoj spolupráce se správou", RUNNING),
    ("4.1.2", "4.1.2.3 Prostřednictvím sociální práce", UNWATCHED),
    ("4.1.3", "4.1.3.1 Revitalizace bytového fondu", BLANK),
    ("4.1.3", "4.1.3.2 Navýšení bytových kapacit", DONE),
    ("4.1.3", "4.1.3.3 Rekonstrukce azylového domu pro matky", BLANK),
    ("4.1.3", "4.1.3.4 Rekonstrukce azylového domu pro muže", RUNNING),
    ("4.1.3", "4.1.3.5 Rekonstrukce zázemí NZDM", DONE),
    ("4.2.1", "4.2.1.1 Realizovat opatření uvedená", DONE),
    ("4.2.1", "4.2.1.2 Vytvořit funkční spolupráci", DONE),
    ("4.3.1", "4.3.1.1 Zřízení pracovních pozic", DONE),
    ("4.3.1", "4.3.1.2 Informovat obyvatele", RUNNING),
    ("5.1.1", "5.1.1.1 Poskytovat komplexní dluhové", RUNNING),
    ("5.1.1", "5.1.1.2 Uspořádat skupinové vzdělávací", RUNNING),
    ("5.1.1", "5.1.1.3 Vyhledávat osoby", RUNNING),
    ("5.1.2", "5.1.2.1 Realizovat setkání se zaměstnavateli", RUNNING),
    ("5.1.3", "5.1.3.1 Zajistit dostupnou psychologickou", DONE),
    ("6.1.1", "6.1.1.1 Realizace a rozvoj komunitní práce", RUNNING),
    ("6.1.1", "6.1.1.2 Zapojit CS do realizace", RUNNING),
    ("6.1.1", "6.1.1.3 Na území města zmapovat", RUNNING),
    ("7.1.1", "7.1.1.1 Realizace preventivní osvětové akce", UNWATCHED),
    ("7.1.1", "7.1.1.2 Zvýšit motivaci CS", UNWATCHED),
    ("7.1.2", "7.1.2.1 Podpora pečujících", UNWATCHED),
    ("7.1.2", "7.1.2.2 Vzdělávání a tematické aktivity", UNWATCHED),
    ("7.1.2", "7.1.2.3 Pečující budou orientovaní", UNWATCHED),
    ("8.1.1", "8.1.1.1 Realizovat ambulantní i terénní", UNWATCHED),
    ("8.1.1", "8.1.1.2 Zajistit a zrekonstruovat zázemí", DONE),
    ("8.1.1", "8.1.1.3 Realizovat preventivních opatření", UNWATCHED),
    ("8.1.2", "8.1.2.1 Mapovat potřeby CS", UNWATCHED),
    ("8.1.2", "8.1.2.2 Realizovat preventivní aktivity", UNWATCHED),
]

# What the table of the action plan says of indicators that have no measure.
GOAL_VALUES = [
    ("3.1.1", "Bez opatření – indikátor Počet osob, které kontinuálně", "71 osob"),
    ("3.1.2", "Bez opatření – indikátor Počet osob, které využily terénní", "177 osob"),
]

# The periods for which areas of the action plan are evaluated.
AREA_PERIODS = {
    "Rodina a prorodinná opatření": "rok 2023",
    "Zaměstnanost": "rok 2023",
    "Sociální služby": "rok 2023",
    "Bydlení": "leden 2023 – červen 2024",
    "Dluhová problematika": "únor 2023 – duben 2024",
    "Komunitní práce": "září 2023 – červen 2024",
    "Zdraví a postcovidové následky": "září 2023 – červen 2024",
    "Bezpečnost a prevence kriminality": "září 2023 – červen 2024",
}

ONE_YEAR, FROM_APRIL = "duben 2023 – březen 2024", "duben 2023 – červen 2024"
DEBT_PERIOD, COMMUNITY_PERIOD = "únor 2023 – duben 2024", "září 2023 – červen 2024"
YEAR_2023 = "rok 2023"
TOWN, AGENCY, ARMY, NNO = "Město Krnov", "ASZ", "Armáda spásy", "NNO"
BOTH = "Armáda spásy – misijní, Krnov; EUROTOPIA.CZ"

# Each card: code, title, period, implementers and specific goal.
CARDS = [
    ("4.1.1.1", "Vytvořit kontaktní místo pro bydlení", ONE_YEAR, TOWN, "4.1.1"),
    ("4.1.1.2", "Vyhodnotit a revidovat Koncep", FROM_APRIL, "Město Krnov; ASZ", "4.1.1"),
    ("4.1.1.3", "Vznik Platformy pro spolupráci partnerů", FROM_APRIL, "Město Krnov; ASZ", "4.1.1"),
    ("4.1.2.1", "Realizovat aktivity v oblasti prevence", ONE_YEAR, "Město Krnov; Armáda spásy", "4.1.2"),
    ("4.1.2.2", "Rozvoj spolupráce se správou majetku", ONE_YEAR, "Město Krnov; ASZ", "4.1.2"),
    ("4.1.2.3", "Prostřednictvím sociální práce", ONE_YEAR, "Město Krnov; NNO", "4.1.2"),
    ("4.1.3.1", "Revitalizace bytového fondu", YEAR_2023, TOWN, "4.1.3"),
    ("4.1.3.2", "Navýšení bytových kapacit", YEAR_2023, TOWN, "4.1.3"),
    ("4.1.3.3", "Rekonstrukce azylového domu pro matky", YEAR_2023, ARMY, "4.1.3"),
    ("4.1.3.4", "Rekonstrukce azylového domu pro muže", YEAR_2023, NNO, "4.1.3"),
    ("4.1.3.5", "Rekonstrukce zázemí NZDM", "leden 2022 – červen 2024", ARMY, "4.1.3"),
    ("4.2.1.1", "Realizovat opatření uvedená", YEAR_2023, TOWN, "4.2.1"),
    ("4.2.1.2", "Vytvořit funkční spolupráci", YEAR_2023, "Město Krnov; ASZ", "4.2.1"),
    ("4.3.1.1", "Zřízení pracovních pozic", YEAR_2023, TOWN, "4.3.1"),
    ("4.3.1.2", "Informovat obyvatele", YEAR_2023, TOWN, "4.3.1"),
    ("5.1.1.1", "Poskytovat komplexní dluhové", DEBT_PERIOD, "Lexikona", "5.1.1"),
    ("5.1.1.2", "Uspořádat skupinové vzdělávací", "leden 2023 – červen 2024", AGENCY, "5.1.1"),
    ("5.1.1.3", "Vyhledávat osoby", DEBT_PERIOD, "Lexikona", "5.1.1"),
    ("6.1.1.1", "Realizace a rozvoj komunitní práce", COMMUNITY_PERIOD, BOTH, "6.1.1"),
    ("6.1.1.2", "Zapojit CS do realizace", COMMUNITY_PERIOD, BOTH, "6.1.1"),
    ("6.1.1.3", "Na území města zmapovat", COMMUNITY_PERIOD, BOTH, "6.1.1"),
    ("6.1.2.1", "Vybudovat důstojné zázemí", "", BOTH, "6.1.2.1"),
    ("6.1.3.1", "Vznik reflektivní Koncepce", "leden 2023 – červen 2024", "", "6.1.3"),
]

# The card, the label, and its cells: baseline, planned value and reality.
OUTPUTS = [
    ("4.1.1.1", "Vznik kontaktního místa", "", "1", "1 kontaktní místo"),
    ("4.1.1.1", "Počet osob, kterým bylo poskytnuto poradenství", "", "", "229 osob; 79 ČR; 150 UA"),
    ("4.1.1.1", "Počet osob, kterým bylo zprostředkováno bydlení", "", "", "22 osob; 18 ČR; 4 UA"),
    ("4.1.1.2", "Vyhodnocení a revize současné Koncepce", "", "", "splněno"),
    ("4.1.1.2", "Aktualizovaná metodika koncepce bydlení", "", "", "probíhá"),
    ("4.1.1.3", "Vznik Platformy pro spolupráci partnerů", "", "",
     "2 pracovní skupiny; řídicí skupina + pracovní skupina"),
    ("4.1.1.3", "Počet setkání", "", "", "4 setkání; 3 řídicí skupina; 1 pracovní skupina"),
    ("4.1.2.1", "Počet osob bez přístřeší", "", "", "18 osob"),
    ("4.1.2.1", "Počet a podíl nájemníků v obecních bytech", "", "", "0 osob"),
    ("4.1.2.1", "Počet domácností ohrožených ztrátou bydlení", "", "", "27"),
    ("4.1.2.1", "Počet nově vytvořených pozic", "", "", "4"),
    ("4.1.2.2", "Rozvoj spolupráce se správou majetku", "", "", "2"),
    ("4.1.2.2", "Počet setkání všech aktivních skupin", "", "", "16"),
    ("4.1.2.3", "Počet osob, kterým bylo poskytnuto poradenství", "", "", "nesledováno"),
    ("4.1.2.3", "Počet osob, kterým byla poskytnuta podpora", "", "", "nesledováno"),
    ("4.1.2.3", "Počet osob, které získaly bydlení", "", "", "nesledováno"),
    ("4.1.3.1", "Počet bytů, které prošly revitalizací", "", "", "nesledováno"),
    ("4.1.3.1", "Počet bytů ve správě majetku města", "1 531", "", "1 535"),
    ("4.1.3.2", "Počet sociálních bytů", "9", "", "14"),
    ("4.1.3.2", "Počet bytů zvláštního určení", "17", "", "19"),
    ("4.1.3.2", "Počet dostupných bytů", "", "", "nesledováno"),
    ("4.1.3.3", "Rekonstrukce azylového domu pro matky", "", "", "ANO"),
    ("4.1.3.4", "Rekonstrukce azylového domu pro muže", "", "", "probíhá"),
    ("4.1.3.5", "Rekonstrukce nízkoprahového zařízení", "", "", "ANO"),
    ("4.2.1.1", "Počet realizovaných opatření", "", "", "6"),
    ("4.2.1.2", "Funkční spolupráce se správou majetku", "", "", "ANO"),
    ("4.2.1.2", "Počet setkání zapojených aktérů", "", "3; 3 roky", "16"),
    ("4.3.1.1", "Počet expertů/mediátorů sousedských vztahů", "", "2", "2"),
    ("4.3.1.1", "Počet osob, které využily služby expertů", "", "", "0"),
    ("4.3.1.1", "Počet osob, kterým byla poskytnuta mediace", "", "", "0"),
    ("4.3.1.1", "Počet poradenství v oblasti prevence", "", "", "83"),
    ("4.3.1.1", "Počet událostí, řešených experty", "", "", "17"),
    ("4.3.1.2", "Počet informativních oznámení", "", "", "cca 6"),
    ("4.3.1.2", "Počet osob zapojených do participace", "", "", "–"),
    ("4.3.1.2", "Funkční způsob předávání informací", "", "", "–"),
    ("5.1.1.1", "Počet podpořených osob", "", "450; do roku 2027; cílová hodnota", "276"),
    ("5.1.1.1", "Počet osob, které využily dluhové poradenství", "", "", "276"),
    ("5.1.1.1", "Počet osob, které využily právní poradenství", "", "", "60"),
    ("5.1.1.1", "Počet osob, které využily psychologické", "", "", "60"),
    ("5.1.1.1", "Počet osob, které snížily svou zadluženost", "", "", "92"),
    ("5.1.1.1", "Počet pracovníků, kteří se zúčastnili", "", "", "4"),
    ("5.1.1.2", "Počet realizovaných skupinových setkání", "", "", "2"),
    ("5.1.1.3", "Počet osob, se kterými byl navázán kontakt", "", "", "97"),
    ("6.1.1.1", "Počet realizovaných aktivit", "", "", "53"),
    ("6.1.1.1", "Počet zapojených osob do aktivit", "", "120", "235"),
    ("6.1.1.1", "Počet akcí, které komunita zrealizovala", "", "", "46"),
    ("6.1.1.2", "Počet zapojených osob", "", "120", "235"),
    ("6.1.1.2", "Počet jádrových skupin", "", "", "0"),
    ("6.1.1.2", "Počet setkání jádrových skupin", "", "1", "0"),
    ("6.1.1.3", "Výstup z monitoringu v území", "", "", "ANO"),
    ("6.1.1.3", "Nově definované lokality", "", "", "NE"),
    ("6.1.2.1", "Počet vybudovaných zázemí pro komunitní práci", "", "1", "ANO"),
    ("6.1.3.1", "Zpracovaná Koncepce pro komunitní práci", "", "1", "nerealizováno"),
    ("6.1.3.1", "Počet osob, kterým byla koncepce distribuována", "", "", "nerelevantní"),
]  # fmt: skip

# Impact of the area of debts, for únor 2023 až únor 2024.
IMPACT_AREA, IMPACT_PERIOD = "Dluhová problematika", "únor 2023 – únor 2024"
IMPACT = [
    ("Počet osob, u kterých byla zmapována jejich dluhová situace", "70"),
    ("Počet osob, u kterých se podařilo z jakéhokoli důvodu zastavit exekuci", "71"),
]

# The area, measures, who, what and under which number, from and to (or why not), amount and call.
PROJECTS = [
    ("Dluhová problematika", "5.1.1.1; 5.1.3.1; 5.1.2.1; 5.1.1.3",
     "Lexikona; Poskytování komplexního dluhového poradenství ve městě Krnově; CZ.03.02.01/00/22_018/0000374",
     "1. 1. 2023; 31. 12. 2025", "10 274 725 Kč; 018 OPZ+"),
    ("Komunitní práce", "6.1.1.1; 6.1.1.2; 6.1.1.3; 6.1.3.1",
     "Armáda spásy – misijní; EUROTOPIA.CZ; Komunitní práce v Krnově – spolu a smysluplně;"
     " CZ.03.02.01/00/22_018/0001337",
     "1. 9. 2023; 31. 1. 2026", "10 763 550 Kč; 018 OPZ+"),
    ("Bezpečnost a prevence kriminality", "3.1.1.3; 8.1.1.1; 8.1.1.3",
     "Krystal Help; Rozšíření služeb v oblasti závislostí na území města Krnova;"
     " CZ.03.02.01/00/22_018/0001043",
     "Neschváleno; roku 2024", "0 Kč; 018 OPZ+"),
]  # fmt: skip
TOTAL = ("Celkem", "21 038 275 Kč")

STATUS_COUNTS = {DONE: 13, RUNNING: 14, NOT_DONE: 2, UNWATCHED: 19, BLANK: 2}
