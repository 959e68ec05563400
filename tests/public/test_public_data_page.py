"""An administrator brings a file in the browser, looks at what it would do, and only then writes it."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from exchange.models import PublicFile
from indicators.models import Statistic
from plans.models import Territory
from tests.html import page_text
from tests.public.tables import (
    CODE_LIST_HEAD,
    INDEX_HEAD,
    KRNOV,
    KRNOV_INDEX,
    make_municipality,
    write_book,
    write_text,
)

ADDRESS = reverse("exchange:public_data")
SIGN_IN = ("django_session", "accounts_user")


@pytest.fixture(autouse=True)
def kept_files(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    return tmp_path / "media"


@pytest.fixture
def administrator(db):
    return User.objects.create_superuser("spravce@example.cz", "x", name="Ivo Jelínek")


@pytest.fixture
def as_administrator(client, administrator):
    client.force_login(administrator)
    return client


@pytest.fixture
def krnov_town(db):
    return make_municipality("Krnov", "Bruntál", code="597520")


def bring(client, path: Path, follow=True, **fields):
    given = {"kind": "statistics", "definition": "isv", "year": 2023, "source": "ASZ"} | fields
    upload = SimpleUploadedFile(path.name, path.read_bytes())
    return client.post(ADDRESS, given | {"upload": upload}, follow=follow)


def write(client, response):
    return client.post(response.request["PATH_INFO"], follow=True)


def test_the_preview_shows_what_would_be_written_and_writes_nothing(as_administrator, krnov_town, tmp_path):
    book = write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX, ["Nikde", "", "Bruntál", "", 1, 1, 1, ""])
    text = page_text(bring(as_administrator, book))
    assert "Zkontrolujte před zapsáním" in text
    assert "<strong>3</strong> nové" in text
    assert "19 000" in text
    assert "řádek 3: Nikde (okres Bruntál) není v číselníku území" in text
    assert not Statistic.objects.exists()


def test_the_button_writes_it_and_the_log_says_who(as_administrator, krnov_town, tmp_path, kept_files):
    shown = bring(as_administrator, write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX))
    text = page_text(write(as_administrator, shown))
    assert Statistic.objects.filter(territory=krnov_town, source="ASZ").count() == 3
    assert "Index sociálního vyloučení, rok 2023, ASZ. Zapsáno" in text
    assert "sesit.xlsx" in page_text(as_administrator.get(ADDRESS))


def test_a_second_press_writes_nothing_more(as_administrator, krnov_town, tmp_path):
    shown = bring(as_administrator, write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX))
    write(as_administrator, shown)
    assert "<strong>3</strong> nové" in page_text(write(as_administrator, shown))
    assert Statistic.objects.count() == 3


def test_a_correction_is_kept_with_what_was_before(as_administrator, krnov_town, tmp_path):
    write(as_administrator, bring(as_administrator, write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX)))
    corrected = write_book(tmp_path, INDEX_HEAD, [*KRNOV_INDEX[:6], 16, ""])
    text = page_text(write(as_administrator, bring(as_administrator, corrected)))
    assert "Krnov (okres Bruntál), Index sociálního vyloučení: 15 → 16" in text


def test_another_source_is_a_change_before_and_after_it_is_written(as_administrator, krnov_town, tmp_path):
    book = write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX)
    write(as_administrator, bring(as_administrator, book))
    shown = bring(as_administrator, book, source="MPSV")
    for text in (page_text(shown), page_text(write(as_administrator, shown))):
        assert "<strong>3</strong> změněné" in text
        assert "<strong>0</strong> beze změny" in text
        assert "Index sociálního vyloučení: zdroj ASZ → MPSV, počet údajů 1" in text


def test_the_preview_names_figures_that_a_corrected_file_leaves_out(as_administrator, krnov_town, tmp_path):
    write(as_administrator, bring(as_administrator, write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX)))
    corrected = write_book(tmp_path, INDEX_HEAD, [*KRNOV_INDEX[:6], "i. d.", ""])
    text = page_text(bring(as_administrator, corrected))
    assert "V souboru už není: 1" in text
    assert "řádek 2: Krnov (okres Bruntál), Index sociálního vyloučení: 15" in text


def test_a_code_list_is_brought_the_same_way(as_administrator, tmp_path):
    shown = bring(as_administrator, write_text(tmp_path, CODE_LIST_HEAD, KRNOV), kind="territories")
    assert not Territory.objects.exists()
    write(as_administrator, shown)
    assert Territory.objects.filter(code="597520").exists()


def test_a_bad_file_is_refused_with_its_place(as_administrator, krnov_town, tmp_path):
    book = write_book(tmp_path, INDEX_HEAD, [*KRNOV_INDEX[:6], "patnáct", ""])
    response = bring(as_administrator, book)
    assert response.status_code == 422
    assert "řádek 2, sloupec „Index soc. vyloučení 2023 (0-30 bodů)“" in page_text(response)
    assert not Statistic.objects.exists()


def test_a_form_without_a_file_keeps_what_was_typed(as_administrator):
    response = as_administrator.post(
        ADDRESS, {"kind": "statistics", "definition": "isv", "year": "loni", "source": "ASZ"}
    )
    text = page_text(response)
    assert response.status_code == 422
    assert "Vyberte soubor." in text
    assert 'value="loni"' in text
    assert not PublicFile.objects.exists()


def test_the_file_waits_under_a_name_of_our_own_and_then_goes(
    as_administrator, krnov_town, tmp_path, kept_files, django_capture_on_commit_callbacks
):
    shown = bring(as_administrator, write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX, name="..sesit.xlsx"))
    (kept,) = [path for path in kept_files.rglob("*") if path.is_file()]
    assert len(kept.name) == 32
    with django_capture_on_commit_callbacks(execute=True):
        write(as_administrator, shown)
    assert not kept.exists()


def test_a_file_changed_meanwhile_is_not_written(as_administrator, krnov_town, tmp_path, kept_files):
    shown = bring(as_administrator, write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX))
    (kept,) = [path for path in kept_files.rglob("*") if path.is_file()]
    kept.write_bytes(write_book(tmp_path, INDEX_HEAD, [*KRNOV_INDEX[:6], 30, ""]).read_bytes())
    response = write(as_administrator, shown)
    assert response.status_code == 422
    assert "Uložený soubor už není" in page_text(response)
    assert not Statistic.objects.exists()


def test_a_file_that_nobody_confirmed_is_forgotten(as_administrator, krnov_town, tmp_path, kept_files):
    book = write_book(tmp_path, INDEX_HEAD, KRNOV_INDEX)
    bring(as_administrator, book)
    PublicFile.objects.update(brought_at=timezone.now() - timedelta(days=2))
    bring(as_administrator, book)
    assert PublicFile.objects.count() == 1
    assert len([path for path in kept_files.rglob("*") if path.is_file()]) == 1


def test_both_forms_carry_the_token_against_forgery(as_administrator):
    page = as_administrator.get(ADDRESS).content.decode()
    assert page.count("csrfmiddlewaretoken") == 3  # and the button that signs out


def test_only_an_administrator_finds_the_way(as_coordinator):
    assert "Veřejná data" not in page_text(as_coordinator.get("/"))
    assert as_coordinator.get(ADDRESS).status_code == 403


def test_the_page_costs_the_same_with_any_number_of_files(as_administrator, administrator):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            as_administrator.get(ADDRESS)
        return len([one for one in queries if not any(table in one["sql"] for table in SIGN_IN)])

    assert cost() <= 3
    for number in range(5):
        PublicFile.objects.create(
            kind="statistics",
            name=f"{number}.csv",
            year=2023,
            brought_by=administrator,
            written_at=timezone.now(),
        )
    assert cost() <= 3
