"""Every value of the tables of the first Ostrava evaluation (červen 2024), typed from the document.

Rows are named by the beginning of their label. A cell lists the parts that must stand in it, separated by
semicolons; an empty one is not looked at. Codes are those of the document, also where they repeat.
"""

TITLE = "Průběžné vyhodnocení I"

ABBREVIATIONS = {
    "APK": "Asistent prevence kriminality",
    "DPČ": "Dohoda o pracovní činnosti",
    "HPP": "Hlavní pracovní poměr",
    "IROP": "Integrovaný regionální operační program",
    "KPSV+": "Koordinovaný přístup k sociální vyloučení plus",
    "MPSV": "Ministerstvo práce a sociálních věcí",
    "NNO": "Nestátní nezisková organizace",
    "OPZ+": "Operační program Zaměstnanost plus",
    "OSP": "Odborné sociální poradenství",
    "OSPOD": "Orgán sociálně-právní ochrany dětí",
    "OSVČ": "Osoba samostatně výdělečně činná",
    "SNP": "Služba následné péče",
    "SPOD": "Sociálně-právní ochrana dětí",
    "TP": "Terénní program",
}

# The document shortens the region to MSK.
MSK = "Moravskoslezský kraj"
BELOW_REGION = "Pokles pod krajskou hodnotu"

# The label and its cells: baseline, latest available value, expected value or trend.
GLOBAL = [
    ("Index sociálního vyloučení", "21; 2021; Ostrava", "20; 2023; Ostrava", "Méně než 16"),
    ("Počet segregovaných základních sídelních jednotek", "11; 2020; Ostrava", "n. a.", "Pokles"),
    ("Počet sociálních bytů", "589; 1. pol. 2021; Ostrava", "310; 2023; Ostrava", "Minimálně 700"),
    ("Počet domácností v bytové nouzi", "cca 3 100; 2020; Ostrava", "n. a.", "Pokles o 500"),
    ("Index kriminality", "174,1; 2. v ČR; 2021; Ostrava", "278,7; 2. v ČR; 2023; Ostrava",
     "Pokles v pořadí krajských měst"),
    ("Počet pachatelů trestných činů mladších 18 let", "244; 2021; Ostrava", "328; 2023; Ostrava", "Pokles"),
    ("Podíl uchazečů o zaměstnání v evidenci 12+ měsíců",
     f"3,01 %; 2,28 %; 12/2021; Ostrava; {MSK}", f"2,17 %; 2,07 %; 12/2023; Ostrava; {MSK}",
     BELOW_REGION),
    ("Podíl exekvovaných osob",
     f"13,45 %; 9,2 %; 2021; Ostrava; {MSK}", f"12,3 %; 8,7 %; 2023; Ostrava; {MSK}", BELOW_REGION),
    ("Počet osob v insol", "4 667; 2021; Ostrava", "4 239; 2023; Ostrava", "Zvýšit o 500"),
    ("Počet dětí odebraných z péče rodičů", "199; 2021; Ostrava", "207; 2023; Ostrava", "Pokles"),
    ("Podíl předčasných odchodů z běžných tříd ZŠ",
     f"7,57 %; 4,14 %; 2020/21; Ostrava; {MSK}", f"6,88 %; 4,24 %; 2022/23; Ostrava; {MSK}",
     BELOW_REGION),
]  # fmt: skip

# Indicators commented on because they miss the expected trend, with the figures of the commentary.
COMMENTARY = [
    ("Index kriminality", "2 966; 24 %; 294,4; 333; 4 %; 278,7"),
    ("Počet sociálních bytů", "526"),
    ("Počet dětí odebraných z péče rodičů", "3 081; 3 395; 3 485"),
]

JANUARY, FEBRUARY, MARCH, APRIL = "leden", "únor", "březen", "duben"
MAY, JUNE, JULY, AUGUST = "květen", "červen", "červenec", "srpen"
SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = "září", "říjen", "listopad", "prosinec"

# The year of cooperation: the month of 2023 and names or figures of the event.
EVENTS = [
    (JANUARY, "18 OPZ+; 20; 18"),
    (FEBRUARY, "poradensk"),
    (MARCH, "velkých měst"),
    (MARCH, "Lokální; 18 OPZ+"),
    (APRIL, "asistent; 12"),
    (MAY, "bydlen"),
    (JUNE, "Zaměstnanost; Impact Hub; SPoint"),
    (JUNE, "Ostrav; Sousedství"),
    (JULY, "datasklad"),
    (AUGUST, "zdraví"),
    (SEPTEMBER, "Budišov; 7 obcí; Mariánské Hory a Hulváky; Porub"),
    (OCTOBER, "sousedsk"),
    (OCTOBER, "7 obc"),
    (NOVEMBER, "OSPOD"),
    (NOVEMBER, "Tým pro mládež; velkých měst"),
    (DECEMBER, "Lokální"),
    (DECEMBER, "workshop; vizualiz"),
]

ADVISORY_PROGRAMMES = ["Práce s daty", "Podpora zdraví"]

CITY = "Statutární město Ostrava"
CSSO, CARITAS = "Centrum sociálních služeb Ostrava; o.p.s.", "Diecézní charita ostravsko-opavská"
CENTROM, RUBIKON = "CENTROM; z. s.", "RUBIKON Centrum; z.ú."
SALVATION_ARMY = "Armáda spásy v České republice; z. s."
OPZ, IROP = "018 OPZ+", "14 IROP"

# The area, the measure, who, the registration number, the budget and the call.
PROJECTS = [
    ("Prevence kriminality", "2.1.1.1", f"{CITY}; Mariánské Hory a Hulváky",
     "CZ.03.02.01/00/22_018/0001145", "14 964 994,80 Kč", OPZ),
    ("Prevence kriminality", "2.1.1.2", f"{CITY}; Poruba",
     "CZ.03.02.01/00/22_018/0001346", "14 999 040,00 Kč", OPZ),
    ("Prevence kriminality", "2.1.1.3", f"{CITY}; Ostrava-Jih",
     "CZ.03.02.01/00/22_018/0001212", "14 819 112,00 Kč", OPZ),
    ("Prevence kriminality", "2.1.2.1", f"{CITY}; Městská policie Ostrava",
     "CZ.03.02.01/00/22_018/0000328", "12 287 520,00 Kč", OPZ),
    ("Prevence kriminality", "2.1.3.1", "Renarkon; o.p.s.",
     "CZ.03.02.01/00/22_018/0001316", "4 686 780,00 Kč", OPZ),
    ("Prevence kriminality", "2.1.3.4", "Slezská diakonie",
     "CZ.03.02.01/00/22_018/0001333", "12 170 133,36 Kč", OPZ),
    ("Zaměstnanost a dluhová problematika", "3.1.1.3", "Organizace pro pomoc uprchlíkům; z.s.",
     "CZ.03.02.01/00/22_018/0001195", "2 608 704,00 Kč", OPZ),
    ("Zaměstnanost a dluhová problematika", "3.1.1.5", RUBIKON,
     "CZ.03.02.01/00/22_018/0000438", "10 619 055,00 Kč", OPZ),
    ("Zaměstnanost a dluhová problematika", "3.2.1.1", CSSO,
     "CZ.03.02.01/00/22_018/0000528", "2 697 408,00 Kč", OPZ),
    ("Zaměstnanost a dluhová problematika", "3.2.1.2", CARITAS,
     "CZ.03.02.01/00/22_018/0001139", "4 144 700,00 Kč", OPZ),
    ("Zaměstnanost a dluhová problematika", "3.2.1.3", CENTROM,
     "CZ.03.02.01/00/22_018/0001127", "6 752 088,00 Kč", OPZ),
    ("Rodina", "4.1.1.1", CSSO, "CZ.03.02.01/00/22_018/0000525", "5 673 024,00 Kč", OPZ),
    ("Rodina", "4.1.2.1", CARITAS, "CZ.03.02.01/00/22_018/0001118", "2 872 800,00 Kč", OPZ),
    ("Rodina", "4.2.1.1", SALVATION_ARMY, "CZ.06.04.02/00/22_014/0002527", "30 969 331,66 Kč", IROP),
    ("Rodina", "4.2.1.4", SALVATION_ARMY, "CZ.06.04.02/00/22_014/0002958", "3 815 990,69 Kč", IROP),
    ("Zdraví", "6.2.1.1", "Spolu pro rodinu; z.s.",
     "CZ.03.02.01/00/22_018/0001156", "5 383 722,40 Kč", OPZ),
    ("Zdraví", "6.2.1.2", CENTROM, "CZ.03.02.01/00/22_018/0000551", "10 117 926,00 Kč", OPZ),
    ("Zdraví", "6.2.2.1", CSSO, "CZ.03.02.01/00/22_018/0000526", "4 720 464,00 Kč", OPZ),
    ("Zdraví", "6.2.3.1", "Centrum Anabell; z. ú.",
     "CZ.03.02.01/00/22_018/0000421", "6 519 240,00 Kč", OPZ),
    ("Zdraví", "6.2.3.2", SALVATION_ARMY, "CZ.03.02.01/00/22_018/0001157", "7 908 794,60 Kč", OPZ),
]  # fmt: skip

# One measure has another code in annex B; the report has one code for it and says the other in the same row.
CODE_IN_ANNEX_B = {"2.1.2.1": "3.2.1.1"}

# Sums of the rows, and what the town printed instead: it rounded the tenths away.
TOTALS = [("OPZ+", "143 945 506,16 Kč"), ("IROP", "34 785 322,35 Kč"), ("Celkem", "178 730 828,51 Kč")]
PRINTED_TOTALS = ["143 945 506,20 Kč", "178 730 828,50 Kč"]

STRATEGIC_GOALS = [
    ("1.1", "Podporovat domácnosti v bytové nouzi při řešení jejich bytové situace"),
    ("1.2", "Předcházet riziku ztráty bydlení"),
    ("1.3", "Rozvíjet kapacity sociálního bydlení"),
    ("2.1", "Vytvářet bezpečné prostředí k životu na individuální, komunitní a společenské úrovni"),
    ("3.1", "Zvyšovat kompetence pro uplatnění na trhu práce a snižovat nezaměstnanost strukturálně "
            "ohrožených skupin"),
    ("3.2", "Snižovat počet osob v exekuci a předcházet vzniku této situace"),
    ("4.1", "Vytvářet bezpečné a podnětné prostředí pro vývoj dětí a mládeže a přispívat ke zvyšování "
            "školní úspěšnosti"),
    ("4.2", "Posilovat a modernizovat infrastrukturu sociálních služeb"),
    ("5.1", "Zapojovat obyvatele města do řešení problematiky sociálního vyloučení, života komunity a "
            "správy věcí veřejných"),
    ("5.2", "Vytvářet prostor ke sdílení zkušeností a informací o tématu sociálního vyloučení"),
    ("6.1", "Zvyšovat dostupnost zdravotní péče a mezioborovou spolupráci"),
    ("6.2", "Rozvíjet kompetence v oblastech podpory zdraví"),
]  # fmt: skip

GOALS = [
    ("1.1.1", "Do roku 2025 bude vyčleněno 40 sociálních bytů a zabydleno 40 domácností s podporou "
              "sociálního pracovníka"),
    ("1.1.2", "Do roku 2025 vznikne Kontaktní místo pro bydlení, kde získá odpovídající podporu "
              "300 klientů"),
    ("1.1.3", "Do roku 2025 bude aktualizována Koncepce sociálního bydlení a čtyřikrát ročně budou "
              "realizována jednání odborných platforem"),
    ("1.2.1", "Do roku 2025 bude podpořeno 50 domácností ohrožených ztrátou bydlení"),
    ("1.3.1", "Do roku 2025 se zahájí výstavba nebo rekonstrukce 50 bytů sociálního určení"),
    ("2.1.1", "Do roku 2025 si 40 osob zvýší kvalifikaci a stanou se domovníky-preventisty v městských "
              "obvodech"),
    ("2.1.2", "Do roku 2025 si rozšíří dovednosti a získá nové kompetence 8 asistentů prevence "
              "kriminality"),
    ("2.1.3", "Do roku 2025 dojde u 900 osob ohrožených závislostí k pozitivní změně v oblasti jejich "
              "životních návyků a způsobu života"),
    ("3.1.1", "Do konce roku 2025 si 280 osob zvýší minimálně 2 kompetence pro vstup/návrat na trh práce "
              "minimálně o 50 %"),
    ("3.1.2", "Ročně uspořádat alespoň dvě aktivity na podporu provázanosti a sdílení zkušeností mezi "
              "aktéry v oblasti zaměstnanosti a sociálního podnikání"),
    ("3.2.1", "Do roku 2025 300 osob sníží svůj dluh a 200 osob si úspěšně podá návrh na povolení "
              "oddlužení"),
    ("3.2.2", "Ročně uspořádat alespoň tři aktivity na podporu provázanosti a sdílení zkušeností mezi "
              "aktéry v oblasti dluhové problematiky"),
    ("4.1.1", "Do roku 2025 se podaří díky krizové pomoci 120 osobám zpracovat prožité trauma/ krizovou "
              "situaci a minimálně 40 osob nebude potřeba zásahem krizové intervence hospitalizovat"),
    ("4.1.2", "Do roku 2025 si 200 rodin obnoví nebo posílí kompetence v péči o děti a pro samostatné "),
    ("4.1.3", "Do roku 2025 bude zajištěno 30 odborných pozic na základních školách"),
    ("4.2.1", "Do roku 2025 bude zkvalitněno zázemí sociálních služeb ve 4 budovách včetně energetické "
              "úspornosti a s využitím obnovitelných zdrojů"),
    ("5.1.1", "Do roku 2025 si 40 osob zvýší své kompetence metodou komunitní práce"),
    ("5.2.1", "Minimálně dvakrát ročně organizovat multidisciplinární setkání vedoucí k propojení aktérů "
              "působících v různých oblastech sociálního začleňování"),
    ("5.2.2", "Minimálně třikrát ročně informovat širokou i odbornou veřejnost o problematice sociálního "
              "začleňování prostřednictvím komunikačních nástrojů města a Agentury"),
    ("6.1.1", "Do roku 2025 realizovat alespoň dvě aktivity za účelem zmapování dostupnosti zdravotní péče "
              "a podpory vzájemné spolupráce"),
    ("6.2.1", "Do roku 2025 si 220 osob zvýší kompetenci ke změně chování ve prospěch udržitelného "
              "zdravého životního stylu"),
    ("6.2.2", "Do roku 2025 zůstane poskytnutím terénní sociální péče 60 osob ve svém přirozeném domácím "
              "prostředí"),
    ("6.2.3", "Do roku 2025 si 220 osob zvýší kompetenci ke změně chování ve prospěch udržitelného "
              "zdravého životního stylu"),
]  # fmt: skip
