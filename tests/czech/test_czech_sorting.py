"""Order and search are asked of the database in use: the suite runs on SQLite and on PostgreSQL."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from czech.sorting import compare, fold, sort_key

IN_ORDER = ["", "1. máje", "10", "2", "a", "A", "á", "Adamov", "Brno", "cihla", "Cvikov", "Čáslav", "Čejč"]
IN_ORDER += ["Dačice", "Děčín", "Hodonín", "Hrob", "Cheb", "Chodov", "Jáchymov", "Most", "Nová Ves"]
IN_ORDER += ["Nová Ves nad Nisou", "Novákov", "resort", "Ryba", "řeka", "Říčany", "Sokolov", "Šumperk"]
IN_ORDER += ["ulice", "Úštěk", "Zlín", "Žatec"]

CZECH = "aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzž"
WORDS = st.text(alphabet=CZECH + CZECH.upper() + "0123456789 -–,.()/", max_size=12)
TYPED_BY_WORD = st.text(
    alphabet=CZECH + CZECH.upper() + "\u00a0\u2009\u202f„“”‚‘’–—\u2011\u2212…ß", max_size=12
)


def in_database_order(words):
    rows = ", ".join(["(%s)"] * len(words))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT column1 FROM (VALUES {rows}) AS words ORDER BY column1 COLLATE cs_sort", words
        )
        return [row[0] for row in cursor.fetchall()]


def folded_by_database(text):
    with connection.cursor() as cursor:
        cursor.execute("SELECT cs_fold(%s)", [text])
        return cursor.fetchone()[0]


def test_words_are_sorted_as_in_a_czech_dictionary():
    assert sorted(IN_ORDER, key=sort_key) == IN_ORDER


@pytest.mark.django_db
def test_the_database_sorts_as_in_a_czech_dictionary():
    assert in_database_order(IN_ORDER[::-1]) == IN_ORDER


@pytest.mark.django_db
@settings(deadline=None, max_examples=100)
@given(st.lists(WORDS, min_size=2, max_size=20))
def test_the_database_and_python_agree_on_any_order(words):
    assert in_database_order(words) == sorted(words, key=sort_key)


@settings(deadline=None, max_examples=100)
@given(st.text(), st.text())
def test_only_the_same_text_compares_as_equal(a, b):
    assert compare(a, b) == -compare(b, a)
    assert (compare(a, b) == 0) == (a == b)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Příliš ŽLUŤOUČKÝ kůň", "prilis zlutoucky kun"),
        ("Łódź, Großdorf, Ærø", "lodz, grossdorf, aero"),
        ("Člověk v\u00a0tísni, o.\u00a0p.\u00a0s.", "clovek v tisni, o. p. s."),
        ("PSZ 2022–2027", "psz 2022-2027"),
        ("„Most“ a…", '"most" a...'),
        ("", ""),
        (None, None),
    ],
)
@pytest.mark.django_db
def test_accents_and_capitals_are_folded_alike_in_python_and_in_the_database(text, folded):
    assert fold(text) == folded
    assert folded_by_database(text) == folded


@pytest.mark.django_db
@settings(deadline=None, max_examples=100)
@given(WORDS | TYPED_BY_WORD)
def test_the_database_and_python_fold_any_czech_text_alike(text):
    assert folded_by_database(text) == fold(text)


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["prerov", "PŘEROV", "Přerov", "rero"])
def test_search_minds_neither_accents_nor_capitals(query):
    found = ContentType.objects.create(app_label="Lipník, Přerov", model="město")
    ContentType.objects.create(app_label="Prostějov", model="město")
    assert ContentType.objects.get(app_label__fold__contains=query) == found


@pytest.mark.django_db
def test_a_per_cent_sign_in_a_query_is_only_a_sign():
    ContentType.objects.create(app_label="Kroměříž", model="město")
    assert not ContentType.objects.filter(app_label__fold__contains="k%z").exists()
