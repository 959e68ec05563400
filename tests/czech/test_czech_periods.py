from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from czech.periods import Span, read_span, span_short, span_text
from czech.reading import Unreadable


def day(text):
    number, month, year = text.split(".")
    return date(int(year), int(month), int(number))


@pytest.mark.parametrize(
    ("start", "end", "text", "short"),
    [
        ("1.1.2023", "31.12.2023", "rok~2023", "2023"),
        ("1.1.2022", "31.12.2027", "2022–2027", "2022–2027"),
        ("1.11.2020", "30.11.2020", "listopad~2020", "11/2020"),
        ("1.2.2024", "29.2.2024", "únor~2024", "2/2024"),
        ("1.1.2023", "30.6.2024", "leden~2023~– červen~2024", "1/2023–6/2024"),
        ("1.6.2022", "30.6.2025", "červen~2022~– červen~2025", "6/2022–6/2025"),
        ("1.9.2022", "31.8.2023", "školní rok~2022/23", "2022/23"),
        ("1.9.1999", "31.8.2000", "školní rok~1999/00", "1999/00"),
        ("1.9.2022", "31.8.2024", "září~2022~– srpen~2024", "9/2022–8/2024"),
        ("1.1.2021", "30.6.2021", "1.~pololetí~2021", "1.~pol.~2021"),
        ("1.7.2021", "31.12.2021", "2.~pololetí~2021", "2.~pol.~2021"),
        ("30.4.2024", "30.4.2024", "k~30.~4.~2024", "30.~4.~2024"),
        ("2.7.2023", "30.6.2026", "2.~7.~2023–30.~6.~2026", "2.~7.~2023–30.~6.~2026"),
        ("1.2.2024", "28.2.2024", "1.~2.~2024–28.~2.~2024", "1.~2.~2024–28.~2.~2024"),
    ],
)
def test_a_period_is_printed_by_its_shape(start, end, text, short):
    span = Span(day(start), day(end))
    assert span.text.replace("\u00a0", "~") == text
    assert span.short.replace("\u00a0", "~") == short


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("rok 2023", "1.1.2023", "31.12.2023"),
        ("Rok 2019", "1.1.2019", "31.12.2019"),
        ("2023", "1.1.2023", "31.12.2023"),
        ("2022 – 2027", "1.1.2022", "31.12.2027"),
        ("období 2020 - 2023", "1.1.2020", "31.12.2023"),
        ("rok 2023 až 6/2024", "1.1.2023", "30.6.2024"),
        ("Rok 2022 až červen 2024", "1.1.2022", "30.6.2024"),
        ("leden 2023 až prosinec 2023", "1.1.2023", "31.12.2023"),
        ("Duben 2023 – březen 2024", "1.4.2023", "31.3.2024"),
        ("období březen 2023 až duben 2024", "1.3.2023", "30.4.2024"),
        ("září 2023 až do června 2024", "1.9.2023", "30.6.2024"),
        ("od listopadu 2022 do dubna 2024", "1.11.2022", "30.4.2024"),
        ("Prosinec\n 2021", "1.12.2021", "31.12.2021"),
        ("12/2021", "1.12.2021", "31.12.2021"),
        ("1/2023–6/2024", "1.1.2023", "30.6.2024"),
        ("6/2022 - 6/2025", "1.6.2022", "30.6.2025"),
        ("1–12/2023", "1.1.2023", "31.12.2023"),
        ("leden až březen 2023", "1.1.2023", "31.3.2023"),
        ("2018/2019", "1.9.2018", "31.8.2019"),
        ("2021/22", "1.9.2021", "31.8.2022"),
        ("školní rok 2020/21", "1.9.2020", "31.8.2021"),
        ("rok 2023/2024", "1.9.2023", "31.8.2024"),
        ("1. pol. 2021", "1.1.2021", "30.6.2021"),
        ("2. pololetí roku 2021", "1.7.2021", "31.12.2021"),
        ("II. pololetí 2021", "1.7.2021", "31.12.2021"),
        ("k 30. 4. 2024", "30.4.2024", "30.4.2024"),
        ("30.\u00a04.\u00a02024", "30.4.2024", "30.4.2024"),
        ("01.01.2023 až 31.12.2025", "1.1.2023", "31.12.2025"),
        ("1. 7. 2023–30. 6. 2026", "1.7.2023", "30.6.2026"),
        ("1. 1. 2018- -31. 12. 2020", "1.1.2018", "31.12.2020"),
        ("1. 1. – 31. 12. 2023", "1.1.2023", "31.12.2023"),
    ],
)
def test_periods_are_read_as_real_documents_write_them(text, start, end):
    assert read_span(text) == Span(day(start), day(end))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Každoročně",
        "Průběžně",
        "-",
        "28. 2. 202",
        "31. 2. 2023",
        "13/2023",
        "2021/23",
        "2020/2022",
        "22/23",
    ]
    + ["od ledna 2023", "do června 2024", "leden", "3. pol. 2021", "školní rok 2023", "2023-01-01", "3023"]
    + [
        "Minimálně jedno jednání ročně",
        "Prosinec 2020 – 2023",
        "1–2023",
        "2022–27",
        "rok 2023 a 2024",
        "1" * 10_000,
        "– " * 10_000,
        "a " * 10_000,
    ],
)
def test_what_is_not_clearly_a_period_is_refused(text):
    with pytest.raises(Unreadable):
        read_span(text)


def test_the_refusal_shows_how_to_write_a_period():
    with pytest.raises(Unreadable) as refusal:
        read_span("Každoročně")
    assert str(refusal.value) == (
        "Období „Každoročně“ nelze přečíst; "
        "napište například rok 2023, 1/2023–6/2024 nebo 1. 7. 2023–30. 6. 2026."
    )


def test_a_period_read_backwards_says_so():
    with pytest.raises(Unreadable, match="konec je dříve než začátek"):
        read_span("červen 2024 až leden 2023")


def test_a_span_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="Období nemůže skončit dříve, než začne."):
        Span(date(2024, 1, 2), date(2024, 1, 1))


def test_spans_are_ordered_by_start_and_then_by_end():
    year, half, later = read_span("2023"), read_span("1. pol. 2023"), read_span("2. pol. 2023")
    assert sorted([later, year, half]) == [half, year, later]


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))
MONTHS = st.tuples(st.integers(1900, 2198), st.integers(1, 12), st.integers(0, 40))


def whole_months(numbers):
    year, month, length = numbers
    last = year * 12 + month - 1 + length
    after = date((last + 1) // 12, (last + 1) % 12 + 1, 1)
    return Span(date(year, month, 1), date.fromordinal(after.toordinal() - 1))


SPANS = st.tuples(DAYS, DAYS).map(lambda days: Span(*sorted(days))) | MONTHS.map(whole_months).filter(
    lambda span: span.end.year < 2200
)


@settings(deadline=None, max_examples=200)
@given(SPANS)
def test_a_printed_period_reads_back(span):
    assert read_span(span_text(span.start, span.end)) == span
    assert read_span(span_short(span.start, span.end)) == span


@settings(deadline=None, max_examples=200)
@given(st.text() | st.text(alphabet="0123456789./ –-rokledna"))
def test_any_text_is_a_period_or_a_sentence(text):
    try:
        assert read_span(text).start <= read_span(text).end
    except Unreadable as refusal:
        assert str(refusal).endswith(".")
