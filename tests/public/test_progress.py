"""Bringing the figures of many towns takes a while, and the page says how far it has come."""

import os
import pty

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import User
from exchange.models import PublicFile
from exchange.progress_page import answer
from exchange.public.statistics import Delivery, importing_statistics
from exchange.public.steps import READING, Step, finish
from exchange.public.territories import importing_territories
from indicators.models import Statistic
from tests.html import page_text
from tests.public.tables import write_text
from tools.country import build_territories, write_code_list, write_workbook

pytestmark = pytest.mark.django_db
TENTH = 0.1  # of the country: 626 municipalities
FIGURES = 626 * 7
# A request that ends closes the connection, which is then no longer that of the test.
CLOSING = pytest.mark.django_db(transaction=True)


@pytest.fixture
def book(tmp_path):
    build_territories(TENTH)
    write_workbook(tmp_path / "index.xlsx", 2023, TENTH)
    return tmp_path / "index.xlsx"


@pytest.fixture
def as_administrator(client):
    client.force_login(User.objects.create_superuser("spravce@example.cz", "x", name="Ivo Jelínek"))
    return client


@pytest.fixture
def brought(as_administrator, book):
    """The address of a file that waits for a look at it."""
    return bring(as_administrator, book)


def bring(client, path) -> str:
    upload = SimpleUploadedFile(path.name, path.read_bytes())
    given = {"kind": "statistics", "definition": "isv", "year": 2023, "source": "ASZ", "upload": upload}
    return client.post(reverse("exchange:public_data"), given).url


def sent(response) -> list[str]:
    """The parts of the page in the order in which they came."""
    return [part.decode().replace("\u00a0", " ") for part in response.streaming_content]


def told(work) -> list[Step]:
    steps = []
    finish(work, steps.append)
    return steps


def test_steps_name_the_row_and_how_many_there_are(book):
    steps = told(importing_statistics(book, Delivery("isv", 2023, "ASZ")))
    words = [str(step).replace("\u00a0", " ") for step in steps]
    assert words[:2] == ["Čteme řádek 500 ze 627", "Porovnáváme s databází: 626 ze 4 382"]
    assert [step.percent for step in steps] == sorted(step.percent for step in steps)
    assert steps[-1].percent == 100


def test_a_code_list_tells_its_steps_too(tmp_path):
    write_code_list(tmp_path / "obce.csv", TENTH)
    steps = told(importing_territories(tmp_path / "obce.csv"))
    assert str(steps[0]).replace("\u00a0", " ") == "Čteme řádek 500 ze 627"
    assert steps[-1].percent == 100


def test_only_rows_of_the_sheet_that_is_read_are_counted(book):
    whole = load_workbook(book)
    whole.create_sheet("Delší list")
    for number in range(1_000):
        whole["Delší list"].append([number])
    whole.save(book)
    steps = told(importing_statistics(book, Delivery("isv", 2023, "ASZ")))
    assert steps[0].whole == 627


@pytest.mark.parametrize("whole", [None, 0, 20])
def test_where_the_length_is_not_known_the_row_is_told_alone(whole):
    step = Step(READING, 1_500, whole)
    assert (str(step).replace("\u00a0", " "), step.percent) == ("Čteme řádek 1 500", None)


def test_the_preview_comes_after_its_steps_and_writes_nothing(as_administrator, brought):
    response = as_administrator.get(brought)
    head, first, *others, end = sent(response)
    assert response["X-Accel-Buffering"] == "no"
    assert "Připravujeme náhled" in head
    assert 'value="63"' in first
    assert "Čteme řádek 500 ze 627" in first
    assert len(others) == 7
    assert "Zkontrolujte před zapsáním" in end
    assert end.rstrip().endswith("</html>")
    assert not Statistic.objects.exists()


def test_writing_shows_its_steps_and_then_the_result(as_administrator, brought):
    head, *steps, end = sent(as_administrator.post(brought))
    assert "nic se nezapíše" in head
    assert len(steps) == 8
    assert "Index sociálního vyloučení, rok 2023, ASZ. Zapsáno" in end
    assert Statistic.objects.count() == FIGURES


@CLOSING
def test_whoever_closes_the_page_writes_nothing(as_administrator, brought):
    response = as_administrator.post(brought)
    parts = iter(response.streaming_content)
    assert "Porovnáváme s databází" in [next(parts).decode() for _ in range(5)][-1].replace("\u00a0", " ")
    assert Statistic.objects.exists()
    response.close()
    assert not Statistic.objects.exists()
    assert PublicFile.objects.get().written_at is None


@CLOSING
def test_whoever_is_gone_before_the_first_word_writes_nothing_either(as_administrator, brought):
    as_administrator.post(brought).close()
    assert not Statistic.objects.exists()
    assert PublicFile.objects.get().written_at is None


@CLOSING
def test_a_double_click_writes_once(as_administrator, brought):
    """A browser drops the first answer when the button is pressed again."""
    as_administrator.post(brought).close()
    sent(as_administrator.post(brought))
    assert "Zapsáno" in page_text(as_administrator.post(brought))
    assert Statistic.objects.count() == FIGURES


def test_a_fault_far_in_the_file_is_told_with_its_place(as_administrator, book):
    whole = load_workbook(book)
    whole.active["K600"] = "patnáct"
    whole.save(book)
    response = as_administrator.post(bring(as_administrator, book))
    *_, end = sent(response)
    # The status went out with the head, when nobody knew of the fault.
    assert response.status_code == 200
    assert "Soubor nejde zapsat" in end
    assert "řádek 600, sloupec „Index soc. vyloučení 2023 (0-30 bodů)“" in end
    assert not Statistic.objects.exists()


def test_a_failure_of_ours_is_admitted_and_not_hidden(rf, as_administrator):
    def breaking():
        yield Step(READING, 500, 1_000)
        raise RuntimeError

    request = rf.get("/")
    request.user = User.objects.get()
    context = {
        "brought": PublicFile(kind="territories", name="obce.csv"),
        "is_writing": True,
        "tab": "public",
    }
    parts = iter(answer(request, context, breaking()).streaming_content)
    shown = b"".join(next(parts) for _ in range(3)).decode()
    assert "Práci přerušila chyba" in shown
    assert "Nic se nezapsalo" in shown
    with pytest.raises(RuntimeError):
        next(parts)


def test_a_short_file_needs_no_steps(as_administrator, tmp_path):
    short = write_text(tmp_path, "Kód obce;Hodnota", "599999;1")
    assert not as_administrator.get(bring(as_administrator, short)).streaming


def test_a_command_rewrites_one_line_of_a_terminal(book):
    ours, theirs = pty.openpty()
    with os.fdopen(theirs, "w") as terminal:
        given = {"definition": "isv", "year": 2023, "source": "ASZ"}
        call_command("import_statistics", str(book), **given, stderr=terminal, no_color=True)
    said = os.read(ours, 4096).decode().replace("\u00a0", " ")
    assert said.startswith("\r\x1b[KČteme řádek 500 ze 627\r\x1b[KPorovnáváme s databází")
    assert "\r\x1b[Kindex.xlsx: nových 4 382" in said
