"""Every fault of a document is told by its line in a Czech sentence, and nothing is saved."""

import pytest
from django.apps import apps

from exchange.loading import load_plan_file
from exchange.problems import DocumentError
from exchange.yaml_nodes import DEPTH_LIMIT, SIZE_LIMIT
from exchange.yaml_reader import read_plans
from tests.exchange.plan_text import PLAN, line_with, plan_with

# What is in the plan, what stands there instead, and the sentence about the last line of it.
FAULTS = [
    # keys
    ("kind: psz", "kind: psz\n  titel: Plán", "Klíč „titel“ neznám; mysleli jste „title“?"),
    ("  slug: krnov-psz\n", "", "Chybí klíč „slug“ nebo jeho hodnota."),
    ("title: Plán města Krnov", "title:", "Chybí klíč „title“ nebo jeho hodnota."),
    ("name: Zátor, ", "", "Chybí klíč „name“ nebo jeho hodnota."),
    ("kind: psz", "kind: psz\n  kind: tap", "Klíč „kind“ už je na řádku 3."),
    ('"2022": nesledováno', '"2022": nesledováno\n          2022: "5"', "Klíč „2022“ už je na řádku 42."),
    ("  UA: občané Ukrajiny", "  ASZ: agentura", "Klíč „ASZ“ už je na řádku 20."),
    ("slug: krnov-psz", "slug: [krnov]", "Tady má být text, ale je tu seznam."),
    ("funding: [Rozpočet města, OPZ+]", "funding: město", "Tady má být seznam, ale je tu text."),
    (
        "funding: [Rozpočet města, OPZ+]",
        "funding: [a, ]\n                risks: [b, '']",
        "Položka seznamu je prázdná.",
    ),
    ("{status: REALIZOVÁNO}", "hotovo", "Tady má být dvojice klíč: hodnota, ale je tu text."),
    # words from a list
    ("kind: psz", "kind: pzs", "„pzs“ neznám; mysleli jste „psz“?"),
    (
        "role: context\n    unit: bod",
        "unit: bod\n    role: kruh",
        "„kruh“ neznám; může tu být context, impact, output.",
    ),
    ("kind: yes_no", "kind: yesno", "„yesno“ neznám; mysleli jste „yes_no“?"),
    ("direction: down", "direction: dolů", "„dolů“ neznám; může tu být up, down, none."),
    ("parts: sum", "parts: součet", "„součet“ neznám; může tu být sum, list, comparison."),
    ("label: plánovaná hodnota,", "operator: ris,", "„ris“ neznám; mysleli jste „rise“?"),
    ("activity: project", "activity: projekt", "„projekt“ neznám; mysleli jste „project“?"),
    ("call: 018 OPZ+", "state: runing", "„runing“ neznám; mysleli jste „running“?"),
    ("layout: action-plan-table", "layout: tabulka", "„tabulka“ neznám"),
    (
        "status: V REALIZACI",
        "status: V REALIZCI",
        "Stavu „V REALIZCI“ nerozumím; napište například REALIZOVÁNO",
    ),
    ("activity: project", "in_action_plan: asi", "„asi“ neznám; může tu být true, false."),
    # what cannot be read
    ('"2023": 1 535 bytů', '"2023": 1.535.0', "Hodnotu „1.535.0“ nelze přečíst; napište číslo"),
    ('"2023": 1 535 bytů', '"2023": 0,12345', "desetinn"),
    ("ČR: 79,", "ČR: 79 osob,", "Hodnotu „79 osob“ nelze přečíst; napište číslo"),
    ("due_on: 31. 1. 2024", "due_on: 31. 2. 2024", "Období „31. 2. 2024“ nelze přečíst"),
    ("due_on: 31. 1. 2024", "due_on: rok 2024", "„rok 2024“ není jeden den; napište například 1. 7. 2023."),
    ("covers: rok 2023, ", "covers: letos, ", "Období „letos“ nelze přečíst"),
    ("covers: leden až červen 2023", "covers: rok 2023 až rok 2022", "konec je dříve než začátek"),
    ("term: 1. 7. 2023–30. 6. 2026", "term: 1. 7. 2026–30. 6. 2023", "konec je dříve než začátek"),
    ("valid: 2022–2027", "valid: 2027–2022", "konec je dříve než začátek"),
    ("amount: 10 274 725 Kč", "amount: asi milion", "nelze přečíst; napište částku"),
    ("reports: 2/6", "reports: dvě", "Počet zpráv „dvě“ nelze přečíst; napište například 2/6."),
    ("reports: 2/6", "reports: 7/6", "Zohledněných zpráv nemůže být víc než očekávaných (7/6)."),
    ("value: min. 35 rodin", "value: nesledováno", "není počet"),
    (
        '{value: "120", ',
        '{value: "min. 120", ',
        "není jedno číslo; pro nejméně, nejvýše a podobně je klíč „operator“.",
    ),
    ("position: 1}", "position: první}", "nelze přečíst"),
    ("position: 1}", "position: '1,5'}", "není celé číslo."),
    ('"2023": 1 535 bytů', '"2023": 12/12/4', "je několik čísel; napište je po složkách pod klíč „parts“."),
    # names that lead nowhere, things said twice
    ('["4.1.1.1 Vytvořit"]', '["4.1.1.7"]', "Opatření „4.1.1.7“ v plánu není; mysleli jste „4.1.1.1“?"),
    ('["4.1.1.1 Vytvořit"]', '["4.1.1.1"]', "není jen jedno: je na řádcích 59 a 90; připište ke kódu název."),
    (
        '["4.1.1.1 Vytvořit"]',
        "[Vytvořit kontaktní místo, 4.1.1.1 Vytvořit]",
        "Totéž opatření už je v seznamu",
    ),
    ("area: Bydlení", "area: Bydleni", "Oblast „Bydleni“ v plánu není; mysleli jste „Bydlení“?"),
    (
        'baseline: {value: "17", covers: rok 2019}',
        '"2021": "17"',
        "Období „2021“ plán nemá; mysleli jste „202",
    ),
    ('"2023": {status: REALIZOVÁNO}', '"2024": {status: REALIZOVÁNO}', "Období „2024“ plán nemá"),
    ('"2023": {status: REALIZOVÁNO}', "baseline: {status: REALIZOVÁNO}", "Období „baseline“ plán nemá"),
    ('- period: "2023"', '- period: "2024"', "Období „2024“ plán nemá"),
    (
        '{slug: "2023", covers: rok 2023, due_on: 31. 1. 2024}',
        '{slug: "2022", covers: rok 2023}',
        "Období „2022“ už je na řádku 13.",
    ),
    ("covers: rok 2023, due_on", "covers: rok 2022, due_on", "Stejné období už je na řádku 13."),
    (
        '{slug: "2023", covers: rok 2023,',
        "{slug: baseline, covers: rok 2023,",
        "Adresa období začíná rokem",
    ),
    ("definition: isv", "definition: ivs", "Definice „ivs“ v dokumentu není; mysleli jste „isv“?"),
    ("UA: 150}", "SK: 150}", "Složku „SK“ indikátor nemá; "),
    ("[Město Krnov, ASZ]", "[ASZ, ASZ]", "Organizace „ASZ“ je v seznamu dvakrát."),
    (
        '["Lexikona, z. s."]',
        "[Lexikona, z. s.]",
        "„z. s.“ není název organizace; název s čárkou dejte celý do uvozovek.",
    ),
    (
        "  - period: ",
        "  - {period: '2023', layout: action-plan-table}\n  - period: ",
        "Zpráva za toto období a v tomto rozvržení už je na řádku",
    ),
    (
        "covers: [{name: Zátor, district: Bruntál}]",
        "covers: [{name: A, district: B}, {name: A, district: B}]",
        "Tatáž obec už je na řádku 7.",
    ),
    # differences
    (
        "kind: count_share",
        "kind: count_share\n        difference: [Počet obecních bytu, Počet obecních bytů]",
        "Indikátor „Počet obecních bytu“ na stejném místě plánu není; mysleli jste „Počet obecních bytů“?",
    ),
    (
        "kind: count_share",
        "kind: count_share\n        difference: [Počet osob, Počet obecních bytů]",
        "Indikátor „Počet osob“ na stejném místě plánu není;",
    ),
    (
        "kind: count_share",
        "kind: count_share\n        difference: [Počet obecních bytů]",
        "Rozdíl má právě dva indikátory: od čeho a co se odečítá.",
    ),
    (
        "kind: count_share",
        "kind: count_share\n        difference: [Počet obecních bytů, Podíl osob v exekuci]",
        "Indikátor nemůže být rozdílem, ve kterém sám je.",
    ),
    # values that do not fit their indicator
    (
        '"2023": 1 535 bytů',
        '"2023": 1 535 osob',
        "Hodnota je v jednotce „osob“, ale indikátor v jednotce „byt“; stačí napsat číslo.",
    ),
    (
        '"2023": 1 535 bytů',
        '"2023": 9,2 %',
        "Podíl v procentech patří jen k indikátoru druhu share nebo count_share.",
    ),
    ('"2023": 1 535 bytů', '"2023": ANO', "ANO a NE patří jen k indikátoru druhu yes_no."),
    ('"2023": ANO', '"2023": "1"', "Indikátor druhu yes_no má ANO, NE, nebo důvod, proč hodnota chybí."),
    ('"2023": 1 535 bytů', '"2023":', "Hodnota je prázdná; vynechte ji, nebo napište, proč chybí."),
    ("UA: 150}", "UA: 9 %}", "Podíl v procentech patří jen k indikátoru druhu share nebo count_share."),
    (
        '{value: "120", label: plánovaná hodnota, due: rok 2027}',
        "{label: cíl}",
        "Cílová hodnota potřebuje číslo, směr nebo slova.",
    ),
    # what columns do not hold
    ("title: Plán města Krnov", f"title: {'a' * 251}", "nejvýše 250 znaků"),
    ("slug: krnov-psz", "slug: krnov psz", "složený pouze z písmen"),
    ("footnote: Včetně dětí.", f"footnote: {'a' * 2001}", "nejvýše 2000 znaků"),
    ("amount: 10 274 725 Kč", "amount: 123456789012345 Kč", "číslic"),
]

# Faults of YAML itself, with the line on which they are reported.
BROKEN = [
    (b"", None, "Soubor je prázdný."),
    (b"# jen pozn\xc3\xa1mka\n", None, "Soubor je prázdný."),
    (b"- plan\n", 1, "Tady má být dvojice klíč: hodnota, ale je tu seznam."),
    (b"plan\n", 1, "Tady má být dvojice klíč: hodnota, ale je tu text."),
    (b"areas: [{code: a}]\nplan: {}\n", 2, "Chybí klíč „plan“ nebo jeho hodnota."),
    (b"plan:\n  title: a: b\n", 2, "uvnitř textu je dvojtečka, dejte text do uvozovek."),
    (b"plan:\n\ttitle: a\n", 2, "Zápis YAML nelze přečíst"),
    (b'plan:\n  title: "a\n  kind: psz\n', 2, "uvozovky tu začínají a nikde nekončí."),
    (b"plan:\n  covers: [a, b\n  kind: psz\n", 3, "Zápis YAML nelze přečíst"),
    (b"plan:\n  title: \xe1\n", 2, "Soubor není v kódování UTF-8; uložte ho v něm."),
    (b"plan:\n  title: a\x00b\n", 2, "Na řádku je řídicí znak, který do textu nepatří."),
    (b"plan:\n  title: &a x\n  kind: *a\n", 3, "Odkaz začínající hvězdičkou tu být nemůže"),
    (b"plan: " + b"[" * (DEPTH_LIMIT + 10), 1, "Údaje jsou do sebe vnořené příliš hluboko."),
    (b"- " * 100_000, 1, "Údaje jsou do sebe vnořené příliš hluboko."),
    (b" " * (SIZE_LIMIT + 1), None, "Soubor je větší než 5 MB; plán tak velký nebývá."),
    (b"? [a]\n: b\n", 1, "Tady má být text, ale je tu seznam."),
]


def problems_in(content: bytes):
    with pytest.raises(DocumentError) as caught:
        read_plans(content, "krnov.yaml")
    return caught.value.problems


@pytest.mark.parametrize(("old", "new", "sentence"), FAULTS)
def test_fault(old, new, sentence):
    text, line = plan_with(old, new)
    problems = problems_in(text.encode())
    told = [problem.text for problem in problems if problem.line == line]
    assert any(sentence in one for one in told), problems


@pytest.mark.parametrize(("content", "line", "sentence"), BROKEN)
def test_broken_file(content, line, sentence):
    assert any(problem.line == line and sentence in problem.text for problem in problems_in(content))


def test_one_fault_is_told_once_and_causes_no_other():
    text, line = plan_with("status: V REALIZACI", "status: V REALIZCI")
    (problem,) = problems_in(text.encode())
    assert problem.line == line


def test_a_measure_with_a_fault_is_still_known_to_projects():
    text, _ = plan_with("activity: project", "activity: projekt")
    assert len(problems_in(text.encode())) == 1


def test_term_and_start_at_once_are_a_fault_of_the_project():
    text, _ = plan_with("term: 1. 1. 2023–31. 12. 2025", "term: rok 2023\n    starts_on: 1. 4. 2023")
    (problem,) = problems_in(text.encode())
    assert problem.line == line_with("title: Bydlení v Krnově")
    assert problem.text == "Napište buď „term“ s daty, nebo „starts_on“; ne obojí."


def test_all_faults_are_told_in_the_order_of_lines():
    text = PLAN.replace("kind: psz", "kind: pzs").replace("2/6", "dvě").replace("area: Bydlení", "area: X")
    problems = problems_in(text.encode())
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)
    assert len(problems) == 3


def test_printed_with_file_and_line():
    with pytest.raises(DocumentError) as caught:
        read_plans(PLAN.replace("kind: psz", "kind: pzs").encode(), "krnov.yaml")
    assert str(caught.value) == "krnov.yaml, řádek 3: „pzs“ neznám; mysleli jste „psz“?"


@pytest.mark.django_db
def test_database_stays_empty(tmp_path):
    path = tmp_path / "krnov.yaml"
    path.write_text(PLAN.replace("kind: psz", "kind: pzs"), encoding="utf-8")
    with pytest.raises(DocumentError):
        load_plan_file(path)
    assert not [model for model in apps.get_app_config("plans").get_models() if model.objects.exists()]
