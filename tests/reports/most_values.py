"""Tables of the answer on Most and Litvínov (30. 11. 2018), typed from the document.

A cell lists the parts that must stand in it, separated by semicolons; an empty one is not looked at.
Dates are written with spaces; groups of three digits that the document broke are put right.
"""

CENTRE, WEST, EAST = "RCS", "RCZ", "RCV"

# The locality, the Agency's regional centre, and the days on which its MPI was approved.
MPI = [
    ("Brno", EAST, "2. 8. 2016"),
    ("Bruntál", EAST, "19. 9. 2017"),
    ("Břeclav", EAST, "11. 9. 2017"),
    ("České Velenice", CENTRE, "28. 11. 2016"),
    ("Děčín", WEST, "22. 2. 2018"),
    ("Frýdlantsko", CENTRE, "26. 10. 2016"),
    ("Chomutov", WEST, "21. 11. 2016"),
    ("Jesenicko", EAST, "26. 9. 2017"),
    ("Kadaň", WEST, "27. 9. 2018"),
    ("Vejprty", WEST, "9. 8. 2016"),
    ("Havlíčkův Brod", CENTRE, "18. 6. 2018"),
    ("Kolín", CENTRE, "21. 11. 2016"),
    ("Krnov", EAST, "13. 12. 2017"),
    ("Liberec", CENTRE, "24. 11. 2016"),
    ("Litvínov", WEST, "28. 6. 2018"),
    ("Most", WEST, "23. 11. 2017"),
    ("Nový Bor", CENTRE, "26. 10. 2016"),
    ("Odry", EAST, "19. 9. 2018"),
    ("Ostrava", EAST, "16. 12. 2016"),
    ("Písek", CENTRE, "20. 9. 2018"),
    ("Postoloprty", WEST, "28. 2. 2018"),
    ("Příbram", CENTRE, "14. 11. 2016"),
    ("Roudnice n", WEST, "20. 6. 2018"),
    ("Rumburk", WEST, "28. 6. 2018"),
    ("Slaný", CENTRE, "9. 11. 2016"),
    ("Smržovka", CENTRE, "26. 9. 2018"),
    ("Sokolov", WEST, "28. 6. 2018"),
    ("Štětí", WEST, "29. 6. 2017"),
    ("Valašské Meziříčí", EAST, "21. 6. 2018"),
    ("Velké Hamry", CENTRE, "16. 11. 2016"),
    ("Vítkov, Budišov n. B., Čermná", EAST,
     "21. 6. 2017; Čermná ve Slezsku; 28. 6. 2017; Vítkov; 29. 6. 2017; Budišov nad Budišovkou"),
    ("Vrbensko", EAST,
     "21. 6. 2017; Vrbno pod Pradědem; 26. 6. 2017; Karlovice; 28. 6. 2017; Široká Niva;"
     " 13. 9. 2017; Karlova Studánka; 20. 9. 2017; Ludvíkov"),
    ("Vsetín", EAST, "19. 6. 2017"),
    ("Žďár nad Sázavou", CENTRE, "15. 12. 2016"),
]  # fmt: skip

# The two strategic plans the questions are about.
SPSZ = [("Most", "2017–2019", "7. 3. 2017"), ("Litvínov", "2018–2021", "28. 6. 2018")]

CARITAS = "Oblastní charita Most"
LITVINOV_CALL, MOST_CALL = "03_15_042", "052"

# The title, the recipient, the term, eligible costs, key activities, and planned numbers.
LITVINOV_PROJECTS = [
    ("Aktivním přístupem ke změně v SVL města Litvínova", "Město Litvínov",
     "1. 8. 2016–31. 7. 2019", "14 316 792 Kč",
     "1 Terénní programy; 2 Sociálně aktivizační služba pro rodiny s dětmi;"
     " 3 Asistenti prevence kriminality",
     "Počet účastníků: 102; KA 1 - 30; KA 2 - 35 rodin (60 osob nad 15 let); KA 3 - 12;"
     " Využívání podpořených služeb: 250"),
    ("Preventivní programy v Rodinném centru Petrklíč", CARITAS,
     "1. 7. 2017–30. 6. 2020", "3 220 318,75 Kč",
     "1 Preventivní programy pro rodiče; 2 Psychosociální aktivity; 3 Konzultační, informační činnost;"
     " 4 Beseda, diskuzní skupina; 5 Poradenství; 6 Terénní práce",
     "Počet účastníků: 30"),
    ("Realizace preventivních služeb charity v Litvínově", CARITAS,
     "1. 1. 2017–31. 12. 2019", "9 978 071,25 Kč",
     "1 Zajištění sociálních služeb NZDM Domino;"
     " 2 Sociálně aktivizační služby pro rodiny s dětmi v Litvínově",
     "Počet účastníků: 110; KA 1 - 65; KA 2 - 45"),
    ("Realizace preventivních služeb charity v Litvínově 2", CARITAS,
     "1. 1. 2017–31. 12. 2019", "10 394 446,25 Kč",
     "1 Terénní programy v Litvínově; 2 Odborné sociální poradenství v Litvínově;"
     " 3 Sociální rehabilitace",
     "Počet účastníků: 365"),
    ("Komplexní program podpory sociálního začleňování v Litvínově", "Litvínovská vzdělávací s.r.o.",
     "1. 5. 2017–30. 4. 2020", "4 075 955,20 Kč",
     "1 Řízení projektu a sestavení realizačního týmu; 2 Oslovení cílové skupiny;"
     " 3 Sociálně aktivizační poradna;"
     " 4 Cyklus vzdělávacích programů a individuální poradenství;"
     " 5 Cyklus aktivizačních a motivačních programů",
     "Počet účastníků: 70; Využívání podpořených služeb: 210"),
    ("PRACOVNÍ PORADNA LIBUŠE pro osoby ze sociálně vyloučené lokality Janov", "Libuše, z. s.",
     "1. 1. 2017–31. 3. 2019; 30. 6. 2018", "4 041 287,50 Kč",
     "1 Networking v oblasti zaměstnanosti; 2 Pracovní poradna vč. právního poradenství;"
     " 3 Aktivizační program Rodina; 4 Podpora mladých lidí – program Orientace; 5 Finanční gramotnost",
     "Počet účastníků: 110; KA 2 - 40; KA 3 - 20; KA 4 - 20; KA 5 - 30"),
    ("Sociální protidrogová poradna", "Most k naději, z. s.",
     "1. 3. 2017–29. 2. 2020", "4 883 273,75 Kč",
     "1 Sestavení realizačního týmu; 2 Informační kampaň;"
     " 3 Poradenská činnost v oblasti drogových závislostí;"
     " 4 Společná setkání poskytovatelů sociálních služeb v Janově",
     "Počet účastníků: 6; Využívání podpořených služeb: 250"),
]  # fmt: skip

# The document names the recipient of the first one only, in another answer.
MOST_PROJECTS = [
    ("Rozšíření charitních služeb prevence v Most", CARITAS,
     "1. 1. 2018–31. 12. 2020", "9 907 678", "", "140; 40; 3; 20"),
    ("Protidluhové poradenství v Mostě", "",
     "1. 3. 2018–28. 2. 2021", "4 734 385", "", "300; 80; 120; 15; 20"),
    ("Dluhové poradenství pro osoby žijící v sociálně vyloučených lokalitách města Mostu", "",
     "1. 1. 2018–31. 12. 2020", "6 745 786", "", "350"),
    ("Program podpory ke zvýšení uplatnitelnosti ve společnosti a na trhu práce", "",
     "1. 2. 2018–30. 1. 2021", "7 244 534", "", "175"),
    ("Předcházení sociálnímu vyloučení pachatelů trestných činů", "",
     "1. 1. 2018–31. 12. 2020", "2 929 170", "", "55; 15"),
    ("AD pro rodiny s dětmi v Mostě", "",
     "1. 1. 2018–31. 12. 2020", "10 093 475", "", "18 rodin"),
    ("Tréninková pracovní místa Most (TPM)", "",
     "1. 1. 2018–31. 12. 2020", "6 805 625", "", "50; 30"),
    ("BEZPEČNĚJŠÍ MOST: Asistenti prevence kriminality", "",
     "1. 1. 2018–31. 12. 2020", "10 874 600", "", "10; min. 10 osob; 3 roky"),
]  # fmt: skip

# Social flats in Litvínov by city part: at most, now and free.
CAPACITY = [
    ("Horní Litvínov", 32, 18, 14),
    ("Janov", 10, 10, 0),
    ("Hamr", 4, 0, 4),
    ("Chudeřín", 3, 0, 3),
    ("Šumná", 1, 0, 1),
    ("Křížatky", 0, 0, 0),
    ("Dolní Litvínov", 0, 0, 0),
    ("Lounice", 0, 0, 0),
    ("Písečná", 0, 0, 0),
    ("Horní Ves", 0, 0, 0),
    ("Záluží", 0, 0, 0),
]
CAPACITY_TOTAL = ("Celkem", 50, 28, 22)
