"""Every card of the evaluation of the Kroměříž KPSS (prosinec 2023), typed from the document.

A field lists the parts that must stand in it, separated by semicolons. Codes printed with a space (1. 2) are
written without it; the ends of long outputs and sources are left out where they repeat the title.
"""

from typing import NamedTuple


class Card(NamedTuple):
    """A measure as the document prints it; `status` is the printed wording, empty where there is none."""

    section: str
    priority: str
    code: str
    title: str
    output: str
    responsibility: str
    term: str
    cost: str
    funding: str
    status: str
    risks: str = ""
    intentions: str = ""

    @property
    def label(self) -> str:
        return f"{self.code} {self.title}"


SYSTEMIC, SENIORS, FAMILIES = "systémové", "senioři", "rodiny s dětmi"
DISABILITY, EXCLUSION = "osoby se zdravotním postižením", "osoby ohrožené sociálním vyloučením"

TOWN, CITY_BUDGET = "Město Kroměříž", "Rozpočet města Kroměříže"
PROVIDERS = "Poskytovatelé sociálních služeb"
UNKNOWN = "Nelze specifikovat"
# Printed as 100 mil Kč.
HUNDRED_MILLION = "100 000 000 Kč"
PER_MEETING = "10 000 Kč / setkání"
DECEMBER_2023, JANUARY_2020, JUNE_2020 = "Prosinec 2023", "Leden 2020", "Červen 2020"
DONE, NOT_DONE, PARTLY = "Výstup splněn", "Výstup nesplněn", "Výstup částečně splněn"
BEING_MET, YEARLY = "Výstup je naplňován", "Výstup je naplňován každoročně"
CONTINUOUS = "Výstup je naplňován průběžně"
AS_NEEDED = "byl výstup naplňován průběžně dle potřeby poskytovatelů"
NO_WORD = ""

CARDS = [
    Card(SYSTEMIC, "Zajištění informovanosti o poskytovaných sociálních službách na území SO ORP Kroměříž",
         "1.2", "Vyhodnocení Komunitního plánu sociálních služeb na období 2020 - 2023",
         output="Vyhodnocení Komunitního plánu sociálních služeb na období 2020 – 2023 minimálně 1 x ročně",
         responsibility="Koordinátor komunitního plánování",
         term="Každoročně – nejpozději do konce prvního pololetí následujícího roku",
         cost="0", funding="0", status=YEARLY),
    Card(SYSTEMIC, "Zajištění informovanosti o poskytovaných sociálních službách na území SO ORP Kroměříž",
         "1.3", "Aktualizace přehledu sociálních služeb na území SO ORP Kroměříž",
         output="Aktualizace přílohy dokumentu Komunitní plánování sociálních služeb na období 2020 - 2023",
         responsibility=TOWN,
         term="Každoročně – nejpozději do konce prvního pololetí následujícího kalendářního roku",
         cost="0", funding="0", status=YEARLY),
    Card(SYSTEMIC, "Zajištění informovanosti o poskytovaných sociálních službách na území SO ORP Kroměříž",
         "1.4", "Předání informací praktickým lékařům o přehledu poskytovaných sociálních služeb",
         output="Setkání zástupců města Kroměříže, zástupců komunitního plánování, zástupců lékařů;"
                " nejméně 1 setkání",
         responsibility=TOWN, term=DECEMBER_2023, cost=PER_MEETING, funding=CITY_BUDGET, status=NO_WORD),
    Card(SYSTEMIC, "Nastavení komunikační strategie mezi poskytovateli sociálních služeb",
         "2.1", "Vzájemné předávání informací mezi organizacemi zajišťujícími sociální služby",
         output="Setkání poskytovatelů sociálních služeb v SO ORP Kroměříž minimálně 1 x ročně",
         responsibility=TOWN, term=DECEMBER_2023, cost=PER_MEETING, funding=CITY_BUDGET, status=NO_WORD),
    Card(SYSTEMIC, "Nastavení komunikační strategie mezi poskytovateli sociálních služeb",
         "2.2", "Podpora sociálního partnerství mezi poskytovateli sociálních služeb",
         output="Rejstřík v podobě mentální mapy sociálních partnerů",
         responsibility=PROVIDERS, term="2020 - 2023", cost="30 000 Kč", funding=CITY_BUDGET, status=DONE),
    Card(SYSTEMIC, "Nastavení komunikační strategie mezi poskytovateli sociálních služeb",
         "2.3", "Podpora sociálního partnerství v rámci síťování poskytovatelů sociálních služeb",
         output="Setkání sociálních partnerů mezi poskytovateli; minimálně 1 x ročně",
         responsibility="Město Kroměříž; poskytovatel",
         term=DECEMBER_2023, cost=PER_MEETING, funding=CITY_BUDGET,
         status=AS_NEEDED),
    Card(SYSTEMIC, "Podpora svépomocné skupiny pro pečující osoby v domácím prostředí",
         "3.1", "Podpora vzniku a setkávání se svépomocné skupiny",
         output="Setkání svépomocné skupiny pro SO ORP Kroměříž minimálně 2x ročně",
         responsibility="Poskytovatel sociálních služeb; Nezisková organizace; Město Kroměříž",
         term="Prosinec 2020 - 2023", cost=UNKNOWN, funding=f"{CITY_BUDGET}; Další zdroje", status=NO_WORD),
    Card(SYSTEMIC, "Integrace osob ohrožených sociálním vyloučením do společnosti v SO ORP Kroměříž",
         "4.1", "Podpora sociálního podnikání",
         output="Vznik nového sociálního podniku pro osoby těžce umístitelné na veřejném trhu práce",
         responsibility="Zakladatel sociálního podniku",
         term=DECEMBER_2023, cost=UNKNOWN, funding=UNKNOWN, status=NOT_DONE),
    Card(SYSTEMIC, "Integrace osob ohrožených sociálním vyloučením do společnosti v SO ORP Kroměříž",
         "4.2", "Koordinace a meziresortní spolupráce subjektů řešící problematiku osob bez přístřeší",
         output="Setkání zástupců města Kroměříže a subjektů řešící problematiku osob bez přístřeší;"
                " minimálně 1 x ročně",
         responsibility=TOWN, term="Prosinec 2020 – 2023", cost=PER_MEETING, funding=CITY_BUDGET,
         status=DONE),
    Card(SYSTEMIC, "Snížení bariér v SO ORP Kroměříž",
         "5.1", "Podpora zajištění informací o bezbariérovosti v Kroměříži pro širokou veřejnost",
         output="Mapa bezbariérovosti veřejných služeb v Kroměříži",
         responsibility=TOWN, term=DECEMBER_2023, cost=UNKNOWN, funding=CITY_BUDGET, status=NOT_DONE),
    Card(SYSTEMIC, "Snížení bariér v SO ORP Kroměříž",
         "5.2", "Podpora odstranění komunikačních a architektonických bariér ve veřejných službách",
         output="Jednání se zástupci poskytovatelů veřejných služeb;"
                " Jednání mezi osobami se smyslovým postižením a institucemi",
         responsibility="Město Kroměříž; Zástupci veřejných služeb", term="Minimálně jedno jednání ročně",
         cost=PER_MEETING, funding=CITY_BUDGET, status=CONTINUOUS),
    Card(SYSTEMIC, "Financování sociálních služeb v SO ORP Kroměříž",
         "6.1", "Zajištění informovanosti při zavádění finanční podpory obcí poskytovatelům sociálních",
         output="Setkání se zástupci obcí v SO ORP Kroměříž",
         responsibility="Město Kroměříž; Obce v SO ORP Kroměříž", term="Minimálně jedno jednání ročně",
         cost="20 000 Kč", funding=CITY_BUDGET, status="Výstup naplněn v průběhu roku 2023"),
    Card(SYSTEMIC, "Zkvalitnění komunikace mezi veřejnými institucemi, občany a městem Kroměříž",
         "7.1", "Zajištění pracovní pozice koordinátora/mediátora",
         output="Proškolený kvalifikovaný koordinátor/mediátor",
         responsibility="město Kroměříž; poskytovatelé sociálních služeb;"
                        " další fyzické i právnické osoby",
         term=DECEMBER_2023, cost=UNKNOWN, funding=f"{CITY_BUDGET}; Dotace EU", status=DONE),
    Card(SYSTEMIC, "Zajištění sociální péče seniorům s vysokou mírou podpory",
         "8.1", "Vybudování nové pobytové registrované sociální služby pro seniory",
         output="Vznik nového pobytového zařízení domova pro seniory; kapacitou minimálně 50 lůžek",
         responsibility="město Kroměříž; Sociální služby města Kroměříže, p. o.",
         term=DECEMBER_2023, cost=HUNDRED_MILLION, funding=f"{CITY_BUDGET}; Dotace EU; Dotace ČR",
         status=BEING_MET),
    Card(SYSTEMIC, "Podpora a zajištění informovanosti o možnostech odborné pomoci pro rodiny s dětmi",
         "9.1", "Podpora a zajištění informovanosti o možnostech odborné pomoci pro rodiny s dětmi",
         output="Informační materiály s cílem zvýšení informovanosti",
         responsibility="Město Kroměříž; Obce ORP Kroměříž; Poskytovatelé sociálních služeb;"
                        " Ostatní fyzické i právnické osoby",
         term=DECEMBER_2023, cost=UNKNOWN, funding="Dotace obcí; Dotace EU; Další zdroje", status=DONE),
    Card(SENIORS, "Podpora setrvání seniorů v domácím prostředí",
         "2.1", "Zajištění bydlení pro aktivní seniory v Kroměříži",
         output="Vznik komunitního bydlení pro seniory v Kroměříži v kapacitě minimálně 15 bytů",
         responsibility=TOWN, term=DECEMBER_2023, cost="20 000 000 Kč",
         funding="Dotační tituly EU; Vlastní zdroje", status=NOT_DONE,
         risks="Nedostatečné krytí nákladů; Nevhodně zvolená lokalita;"
               " Nedostatečná podpora ze strany zástupců města Kroměříž",
         intentions="Podpora rozšíření kapacity ambulantních a terénních sociálních služeb;"
                    " Spolupráce s pobytovými sociálními službami"),
    Card(SENIORS, "Vznik a rozšíření pobytových sociálních služeb pro seniory v SO ORP Kroměříž",
         "3.1", "Podpora vzniku a rozšíření pobytových sociálních služeb pro seniory",
         output="Vznik a rozšíření kapacity pobytových sociálních služeb pro seniory v SO ORP Kroměříž",
         responsibility=PROVIDERS, term=DECEMBER_2023, cost=UNKNOWN,
         funding="Dotace MPSV; Zlínský kraj; Dotace měst a obcí; Úhrady uživatelů", status=BEING_MET,
         risks="Nezájem poskytovatelů; Nezajištěné finanční krytí; Chybějící podpora obcí Zlínského kraje;"
               " Nezařazení do Sítě sociálních služeb",
         intentions="Podpora rozvojových záměrů vzniku a rozšíření pobytových sociálních služeb"),
    Card(SENIORS, "Zajištění informovanosti pro cílovou skupinu senioři v SO ORP Kroměříž",
         "4.1", "Podpora vzniku centra koordinace komplexních proseniorských aktivit v SO ORP Kroměříž",
         output="Vznik informačního centra pro koordinaci komplexních proseniorských aktivit",
         responsibility=TOWN, term=JUNE_2020, cost=UNKNOWN,
         funding="Dotační tituly EU; Dotace měst a obcí", status=CONTINUOUS,
         risks="Finanční náročnost; Nezájem ze strany měst a obcí; Absence vhodných prostor",
         intentions="Vznik centra pro seniory v Kroměříži"),
    Card(FAMILIES, "Podpora rodin s dětmi bez přístřeší v krizi",
         "1.1", "Vznik pobytové sociální služby pro rodiny s dětmi bez přístřeší v krizi",
         output="Vznik pobytové sociální služby pro rodiny s dětmi v SO ORP Kroměříž",
         responsibility="Poskytovatel sociální služby", term="prosinec 2020", cost=UNKNOWN,
         funding="Dotace MPSV; Dotace obce a města; Vlastní zdroje; Dotace Zlínský kraj", status=NOT_DONE,
         risks="Chybějící návaznost na sociální bydlení; Nedostatek finančních prostředků;"
               " Nepodpora ze strany obcí a měst v SO ORP Kroměříž;"
               " Nezájem poskytovatelů sociálních služeb o vznik služby",
         intentions="Vznik pobytové sociální služby pro rodiny s dětmi bez přístřeší v krizi;"
                    " s nutnou návazností sociálního bydlení"),
    Card(FAMILIES, "Podpora rodin s dětmi bez přístřeší v krizi",
         "1.2", "Vznik sociálního bydlení pro rodiny s dětmi",
         output="Sociální bydlení pro rodiny s dětmi v SO ORP Kroměříž",
         responsibility="Obce a města v SO ORP Kroměříž", term=JUNE_2020, cost=UNKNOWN, funding=UNKNOWN,
         status="Výstup naplňován",
         risks="Nezájem ze strany obcí a měst; Chybějící legislativa zákona o sociálním bydlení;"
               " Absence bytových prostor; Nedostatek finančních prostředků",
         intentions="Vznik sociálního bydlení"),
    Card(FAMILIES, "Rozvoj sociální služby odborného sociálního poradenství pro rodiny s dětmi",
         "2.1", "Podpora odborného sociálního poradenství v SO ORP Kroměříž pro rodiny s dětmi",
         output="Finanční podpora sociální služby odborného sociálního poradenství pro rodiny s dětmi",
         responsibility="Obce a města v SO ORP Kroměříž", term=JANUARY_2020, cost=UNKNOWN,
         funding="Dotace obce a města; Dotace MPSV; Dotace Zlínského kraje",
         status="Výstup naplňován průběžně",
         risks="Nedostatek přidělených finančních prostředků",
         intentions="Podání rozvojového záměru pro zařazení do Sítě poskytovatelů sociálních služeb"
                    " Zlínského kraje od 1. ledna 2020;"
                    " Podání žádostí o dotace na města a obce v SO ORP Kroměříž; Pomoc právníka"),
    Card(FAMILIES, "Podpora služeb pro děti s psychiatrickými potížemi",
         "4.1", "Podpora časové a místní dostupnosti psychiatrů pro děti v SO ORP Kroměříž",
         output="Pokrytí ambulantní služby dětského psychiatra; minimálně dvou psychiatrů",
         responsibility="Odbor sociálních věcí a zdravotnictví; Městský úřad Kroměříž",
         term=JANUARY_2020, cost=UNKNOWN,
         funding="Dotace obce a města; Úhrady od zdravotních pojišťoven", status=PARTLY,
         risks="Nedostatek dětských psychiatrů; Nedostatek finančních prostředků;"
               " Nezájem zdravotních pojišťoven",
         intentions="Koordinace zainteresovaných subjektů"),
    Card(DISABILITY, "Podpora sociálních služeb pro osoby s duševním onemocněním a poruchami chování",
         "1.1", "Podpora ambulantních a terénních sociálních služeb v SO ORP Kroměříž",
         output="Vznik nebo rozšíření kapacity ambulantních a terénních sociálních služeb",
         responsibility=PROVIDERS, term=DECEMBER_2023, cost=UNKNOWN,
         funding="Dotace z MPSV; Dotace od obcí; Dotační tituly EU; Úhrady od uživatelů", status=DONE,
         risks="Nezájem o nabízené služby; Nedostatek finančních prostředků;"
               " Absence vhodného nájemního bydlení; Nedostatek personálního obsazení",
         intentions="Vznik a rozvoj ambulantních a terénních sociálních služeb;"
                    " Vznik Centra duševního zdraví; 18 měsíců; květen 2019"),
    Card(DISABILITY, "Podpora sociálních služeb pro osoby s duševním onemocněním a poruchami chování",
         "1.2", "Podpora vzniku a rozšíření kapacity pobytových služeb v SO ORP Kroměříž",
         output="Vznik nebo rozšíření pobytové sociální služby; 25 osob",
         responsibility=PROVIDERS, term=DECEMBER_2023, cost=UNKNOWN,
         funding="Dotace z MPSV; Dotace od obcí; Dotační tituly EU; Úhrady od uživatelů", status=NOT_DONE,
         risks="Nedostatečná podpora od zástupců měst, obcí a Zlínského kraje;"
               " Nedostatek kvalifikovaného personálu; Absence vhodných pobytových prostor;"
               " Nezájem poskytovatelů sociálních služeb; Obavy veřejnosti z poskytované služby",
         intentions="Vznik, rozšíření pobytových sociálních služeb"),
    Card(DISABILITY, "Podpora transformace sociálních služeb pro osoby se zdravotním postižením",
         "2.1", "Podpora vzniku a rozšíření návazných ambulantních a terénních sociálních služeb",
         output="Vznik nebo rozšíření ambulantních a terénních sociálních služeb",
         responsibility=PROVIDERS, term=DECEMBER_2023, cost=UNKNOWN,
         funding="Dotace z MPSV; Dotace od obcí; Dotační tituly EU; Úhrady od uživatelů; Vlastní zdroje",
         status=CONTINUOUS,
         risks="Nedostatek finančních prostředků; Nedostatek personálního obsazení;"
               " Absence vhodných prostor pro zajištění služby; Technické zabezpečení služeb;"
               " Finanční náročnost služby",
         intentions="Vznik nebo rozšíření ambulantních a terénních sociálních služeb"),
    Card(DISABILITY, "Podpora a zajištění terénních, ambulantních sociálních služeb",
         "5.1", "Podpora vzniku a rozvoje sociálních služeb pro osoby se zdravotním postižením",
         output="Vznik a rozvoj ambulantních, terénních sociálních služeb",
         responsibility=PROVIDERS, term=DECEMBER_2023, cost=UNKNOWN,
         funding="Dotační tituly MPSV; Dotační tituly EU; Dotační tituly od obcí; Úhrady od uživatelů;"
                 " Vlastní zdroje",
         status=CONTINUOUS,
         risks="Nedostatek finančních prostředků; Nedostatek kvalifikovaného personálního obsazení;"
               " Nezájem poskytovatelů sociálních služeb; Nedostatečné technické zajištění služby",
         intentions="Vznik a rozšíření ambulantních a terénních sociálních služeb"),
    Card(EXCLUSION, "Zajištění přechodného bydlení pro ženy v krizové životní situaci",
         "1.1", "Zajištění služby krizového lůžka pro ženy v SO ORP Kroměříž",
         output="Vznik krizového lůžka pro ženy; v kapacitě minimálně jedné bytové jednotky",
         responsibility="Město Kroměříž; Poskytovatelé sociálních služeb; Jiný subjekt",
         term=JANUARY_2020, cost=UNKNOWN, funding=UNKNOWN, status=NOT_DONE,
         risks="Nezájem poskytovatelů sociálních služeb; Nepodpora města Kroměříž;"
               " Ekonomická neefektivita služby",
         intentions="Vznik sociální služby krizové pomoci"),
    Card(EXCLUSION, "Zajištění přechodného bydlení pro osoby v krizové životní situaci",
         "1.2", "Zajištění služby noclehárny pro osoby v SO ORP Kroměříž",
         output="Vznik sociální služby noclehárny pro osoby v krizové životní situaci",
         responsibility=PROVIDERS, term=JANUARY_2020, cost=UNKNOWN,
         funding="Dotace MPSV; Dotace obcí v ORP Kroměříž; Dotační tituly EU; Úhrady od klientů",
         status=NOT_DONE,
         risks="Nezařazení do sítě sociálních služeb ve Zlínském kraji; Absence vhodných prostor;"
               " Nezájem poskytovatelů sociálních služeb; Nedostatek finančních prostředků",
         intentions="Vznik sociální služby noclehárny"),
    Card(EXCLUSION, "Podpora pro osoby ohrožené ztrátou bydlení a pro osoby bez přístřeší",
         "2.1", "Zajištění terénní sociální práce pro osoby ohrožené ztrátou bydlení",
         output="Vznik terénní sociální služby pro osoby ohrožené ztrátou bydlení",
         responsibility=PROVIDERS, term=JUNE_2020, cost=UNKNOWN,
         funding="Dotační tituly EU; Dotace MPSV; Dotace obcí SO ORP Kroměříž", status=DONE,
         risks="Absence kvalifikovaných pracovníků; Nezájem poskytovatelů sociálních služeb;"
               " Nedostatek finanční; Motivace a zájem klientů",
         intentions="Vznik nebo rozšíření terénních sociálních služeb"),
    Card(EXCLUSION, "Podpora pro osoby ohrožené ztrátou bydlení a pro osoby bez přístřeší",
         "2.2", "Podpora vzniku nízkonákladového bydlení v SO ORP Kroměříž",
         output="Vznik sociálního bydlení s nízkými náklady v SO ORP Kroměříž",
         responsibility="Město Kroměříž; Obce v SO ORP Kroměříž; Soukromí investoři;"
                        " Poskytovatelé sociálních služeb",
         term=DECEMBER_2023, cost=UNKNOWN, funding=UNKNOWN, status=NOT_DONE,
         risks="Absence zákona o sociálním bydlení;"
               " Nedostatečná podpora ze strany zástupců měst a obcí v SO ORP Kroměříž;"
               " Nedostatek vhodných bytových kapacit; Vznik vyloučené lokality",
         intentions="vyčlenění bytů z bytového fondu města; výstavba bytů; rekonstrukce;"
                    " zapojení soukromých investorů"),
    Card(EXCLUSION, "Posílení personální kapacity pracovníků v přímé práci s klienty",
         "3.1", "Navýšení terénní sociální práce v rámci obcí v SO ORP Kroměříž",
         output="Navýšení pracovních úvazků terénních sociálních pracovníků na obcích",
         responsibility="Obce v SO ORP Kroměříž", term=DECEMBER_2023, cost=UNKNOWN,
         funding="Rozpočty obcí", status=DONE,
         risks="Nepodpora ze strany obcí; Legislativní změny; Nedostatek sociálních pracovníků",
         intentions="Vznik nových pracovních míst a úprava pracovních pozic"),
    Card(EXCLUSION, "Podpora osob opouštějící pobytovou léčbu závislostí",
         "4.1", "Podpora vzniku ambulantních a terénních sociálních služeb pro osoby opouštějící",
         output="Vznik ambulantní a terénní služby pro osoby opouštějící pobytovou léčbu závislostí",
         responsibility=PROVIDERS, term=JANUARY_2020, cost=UNKNOWN,
         funding="Rada vlády pro koordinaci protidrogové politiky; MPSV; Zlínský kraj;"
                 " Dotace měst a obcí",
         status=DONE,
         risks="Nedostatek finančních prostředků; Negativní reakce / předsudky ze strany veřejnosti;"
               " Absence vhodných prostor",
         intentions="Podání rozvojových záměrů"),
    Card(EXCLUSION, "Zamezení prohloubení sociální exkluze nízkopříjmových osob",
         "5.1", "Podpora vzniku pobytové sociální služby pro nízkopříjmové osoby",
         output="Vznik pobytové sociální služby pro nízkopříjmové osoby se zdravotním postižením",
         responsibility="Poskytovatelé sociálních služeb; Města a obce; Zlínský kraj",
         term="2020", cost=UNKNOWN, funding="Města a obce; Zlínský kraj; MPSV ČR", status=NOT_DONE,
         risks="Absence vhodné lokality a prostor; Nedostatek finančních prostředků;"
               " Negativní reakce ze strany veřejnosti; Nezájem ze strany poskytovatelů sociálních služeb",
         intentions="Společný postup měst a obcí při zajišťování této služby; Zažádání o vstup do Sítě;"
                    " Podání rozvojového záměru"),
]  # fmt: skip

# How many cards say what, in the order of the table of statuses.
WORDINGS = {
    DONE: 8,
    NOT_DONE: 9,
    PARTLY: 1,
    BEING_MET: 2,
    "Výstup naplňován": 1,
    YEARLY: 2,
    CONTINUOUS: 4,
    "Výstup naplňován průběžně": 1,
    AS_NEEDED: 1,
    "Výstup naplněn v průběhu roku 2023": 1,
    NO_WORD: 3,
}
