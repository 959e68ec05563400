"""A small plan that uses every part of the format, and a way to spoil or correct one place of it."""

PLAN = """\
plan:
  slug: krnov-psz
  kind: psz
  title: Plán města Krnov
  municipality: {code: "597520", name: Krnov, district: Bruntál, region: Moravskoslezský kraj}
  valid: 2022–2027
  covers: [{name: Zátor, district: Bruntál}]
  planned_funding: 69 704 554 Kč
  approvals:
    - {approved_on: 16. 8. 2022, body: zastupitelstvo}

periods:
  - {slug: "2022", covers: rok 2022, approved_at: 15. 3. 2023}
  - {slug: "2023", covers: rok 2023, due_on: 31. 1. 2024}

definitions:
  - {code: isv, name: Index sociálního vyloučení, unit: bod}

abbreviations:
  ASZ: Agentura pro sociální začleňování
  UA: občané Ukrajiny

indicators:
  - name: Index sociálního vyloučení
    role: context
    unit: bod
    direction: down
    definition: isv
    values:
      baseline: {value: "17", covers: rok 2019}
      "2022": "15"

areas:
  - code: "4"
    title: Bydlení
    context: {heading: 1. Oblast bydlení, position: 1}
    indicators:
      - name: Počet obecních bytů
        role: context
        unit: byt
        values:
          "2022": nesledováno
          "2023": 1 535 bytů
      - name: Podíl osob v exekuci
        role: context
        kind: count_share
        unit: osoba
        values:
          "2023": 1 833 osob tj. 9,70 %
    goals:
      - code: "4.1"
        title: Zvýšit dostupnost bydlení
        evaluations:
          "2023": {status: REALIZOVÁNO}
        goals:
          - code: "4.1.1"
            title: Pomoc při hledání bydlení
            measures:
              - code: "4.1.1.1"
                title: Vytvořit kontaktní místo
                implementers: [Město Krnov, ASZ]
                activity: project
                term: 1. 7. 2023–30. 6. 2026
                cost: 10 000 Kč / setkání
                funding: [Rozpočet města, OPZ+]
                evaluations:
                  "2023":
                    status: V REALIZACI
                    reports: 2/6
                    covers: leden až červen 2023
                    summary: Místo otevřelo v dubnu.
                indicators:
                  - name: Počet osob
                    role: output
                    unit: osoba
                    parts: sum
                    categories: {ČR: občané ČR, UA: občané Ukrajiny}
                    targets:
                      - {value: "120", label: plánovaná hodnota, due: rok 2027}
                    values:
                      "2023":
                        value: 229 osob
                        parts: {ČR: 79, UA: 150}
                        footnote: Včetně dětí.
                  - name: Místo je otevřeno
                    role: output
                    kind: yes_no
                    values:
                      "2023": ANO
              - code: "4.1.1.1"
                title: Zachovat počet bytů
                term: Průběžně

projects:
  - title: Bydlení v Krnově
    area: Bydlení
    measures: ["4.1.1.1 Vytvořit"]
    registration_number: CZ.03.02.01/00/22_018/0000374
    recipients: ["Lexikona, z. s."]
    call: 018 OPZ+
    term: 1. 1. 2023–31. 12. 2025
    amount: 10 274 725 Kč
    outputs:
      - {name: Počet rodin, value: min. 35 rodin}

events:
  - {when: březen 2023, title: Porada}

reports:
  - period: "2023"
    layout: action-plan-table
    chapters:
      introduction: Zpráva hodnotí rok 2023.
"""


def line_with(text: str) -> int:
    return PLAN[: PLAN.index(text)].count("\n") + 1


def plan_with(old: str, new: str) -> tuple[str, int]:
    """The plan with one place rewritten, and the line where the last line of the new text stands."""
    before, found, after = PLAN.partition(old)
    assert found, f"The plan does not hold {old!r}."
    assert old not in after, f"The plan holds {old!r} more than once."
    return before + new + after, (before + new).count("\n") + 1
