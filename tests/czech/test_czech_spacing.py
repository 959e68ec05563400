import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from czech.spacing import nbsp


@pytest.mark.parametrize(
    "text",
    [
        "V~obci a~u~škol i~v~okolí",
        "setkání s~rodiči, K~tomu z~rozpočtu",
        "celkem 1~009~154~Kč",
        "69~704~554,50~Kč",
        "ISO 9001 a~rok 2023 150",
        "4,5~% a~12~rodin",
        "5~pracovních skupin",
        "stav k~30.~4.~2024 a~k~1.~1.",
        "od 1.~září do 2.~pololetí",
        "bod 3. Dále 15 jiných",
        "č.~18, r.~2027, tj.~12~%, cca~6, min.~15~osob",
        "Romodrom, o.~p.~s., Salinger, z.~s., Zdislava, z.~ú., Vzor, s.~r.~o.",
        "auta, ale ne kočky a",
        "4.1.1 V~roce 2022",
        "100~mil. Kč",
        "+420~601~234~567",
    ],
)
def test_spaces_are_bound_where_a_line_must_not_end(text):
    assert nbsp(text.replace("~", " ")).replace("\u00a0", "~") == text


TEXTS = st.text() | st.lists(
    st.sampled_from("k s V a 1 12 009 154 2024 30. 4. Kč % osob o. p. s. č. tj. cca, školu \u00a0".split(" "))
).map(" ".join)


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_a_second_pass_finds_nothing_to_do(text):
    assert nbsp(nbsp(text)) == nbsp(text)


@settings(deadline=None, max_examples=200)
@given(TEXTS)
def test_nothing_but_spaces_changes(text):
    assert nbsp(text).replace("\u00a0", " ") == text.replace("\u00a0", " ")
