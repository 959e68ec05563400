"""Links and files that a value rests on: what may be added, who may read it, and that nothing runs."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from indicators.evidence_forms import MOST_PIECES
from indicators.models import Evidence
from tests.builders import make_value
from tests.html import page_text

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\x00IEND\xaeB`\x82"
)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\xff\xd9"
WEBP = b"RIFF\x14\x00\x00\x00WEBPVP8 \x08\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


def archive(**parts) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return content.getvalue()


def office(main_part, **more) -> bytes:
    return archive(**{"[Content_Types].xml": "<Types/>", main_part: "<x/>"} | more)


def open_document(kind) -> bytes:
    return archive(**{"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": "<x/>"})


XLSX, DOCX = office("xl/workbook.xml"), office("word/document.xml")
ODS, ODT = open_document("spreadsheet"), open_document("text")
CSV = "Obec;Počet\r\nKrnov;1 535\r\n".encode("cp1250")


@pytest.fixture
def folder(settings, tmp_path):
    """Where files go, empty at first."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def value(krnov):
    return make_value(krnov.indicator, krnov.period, 40)


@pytest.fixture
def piece(as_coordinator, krnov, value):
    """A file added to the value."""
    add(as_coordinator, krnov, file=("Pasport bytů 2023.pdf", PDF))
    return Evidence.objects.get()


def of_cell(view, town, indicator=None):
    return reverse(
        f"indicators:{view}", args=[town.plan.slug, town.period.slug, (indicator or town.indicator).pk]
    )


def of_piece(view, town, piece):
    return reverse(f"indicators:{view}", args=[town.plan.slug, town.period.slug, piece.pk])


def add(client, town, file=None, indicator=None, **typed):
    data = {f"podklad-{name}": text for name, text in typed.items()}
    if file:
        data["podklad-file"] = SimpleUploadedFile(*file)
    return client.post(of_cell("add_evidence", town, indicator), data, follow=True)


def files_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("name", "content", "content_type"),
    [
        ("a.pdf", PDF, "application/pdf"),
        ("a.PNG", PNG, "image/png"),
        ("a.jpg", JPEG, "image/jpeg"),
        ("a.jpeg", JPEG, "image/jpeg"),
        ("a.webp", WEBP, "image/webp"),
        ("a.xlsx", XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("a.docx", DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.ods", ODS, "application/vnd.oasis.opendocument.spreadsheet"),
        ("a.odt", ODT, "application/vnd.oasis.opendocument.text"),
        ("a.csv", CSV, "text/csv"),
    ],
)
def test_files_of_an_office_are_taken(as_coordinator, coordinator, krnov, value, name, content, content_type):
    response = add(as_coordinator, krnov, file=(name, content, "text/html"))
    piece = value.evidence.get()
    assert "Podklad je přidaný." in page_text(response)
    assert (piece.kind, piece.content_type, piece.size) == ("file", content_type, len(content))
    assert (piece.filename, piece.added_by, len(piece.sha256)) == (name, coordinator, 64)
    assert piece.history.get().history_user == coordinator


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.html", HTML, "Takový soubor přidat nejde"),
        ("a.svg", SVG, "Takový soubor přidat nejde"),
        ("a.exe", b"MZ", "Takový soubor přidat nejde"),
        ("bez přípony", PDF, "Takový soubor přidat nejde"),
        ("a.pdf.html", PDF, "Takový soubor přidat nejde"),
        ("a.pdf", HTML, "Obsah souboru neodpovídá příponě .pdf"),
        ("a.pdf", HTML + PDF, "Obsah souboru neodpovídá příponě .pdf"),
        ("a.pdf", b"%PDF-1.7 zbytek chyb", "Obsah souboru neodpovídá příponě .pdf"),
        ("a.png", SVG, "Obsah souboru neodpovídá příponě .png"),
        ("a.jpg", PNG, "Obsah souboru neodpovídá příponě .jpg"),
        ("a.webp", b"RIFF\xff\x00\x00\x00WEBPVP8 ", "Obsah souboru neodpovídá příponě .webp"),
        ("a.csv", HTML, "Obsah souboru neodpovídá příponě .csv"),
        ("a.csv", SVG, "Obsah souboru neodpovídá příponě .csv"),
        ("a.csv", PNG, "Obsah souboru neodpovídá příponě .csv"),
        ("a.xlsx", PDF, "Obsah souboru neodpovídá příponě .xlsx"),
        ("a.xlsx", DOCX, "Obsah souboru neodpovídá příponě .xlsx"),
        ("a.xlsx", archive(readme="nic"), "Obsah souboru neodpovídá příponě .xlsx"),
        ("a.xlsx", XLSX[:-30], "Obsah souboru neodpovídá příponě .xlsx"),
        ("a.ods", ODT, "Obsah souboru neodpovídá příponě .ods"),
        ("a.xlsx", office("xl/workbook.xml", **{"xl/vbaProject.bin": "x"}), "Soubor obsahuje makra"),
        ("a.pdf", b"", "Soubor je prázdný"),
    ],
)
def test_what_is_no_such_file_is_refused(as_coordinator, krnov, value, folder, name, content, sentence):
    response = add(as_coordinator, krnov, file=(name, content))
    assert response.status_code == 422
    assert sentence in page_text(response)
    assert not value.evidence.exists()
    assert files_in(folder) == []


def test_a_bomb_is_not_unpacked(as_coordinator, krnov, value):
    bomb = office("xl/workbook.xml", **{"xl/sheet.xml": b"0" * (101 * 1024 * 1024)})
    assert len(bomb) < 200_000
    assert "do nezvyklé velikosti" in page_text(add(as_coordinator, krnov, file=("a.xlsx", bomb)))
    many = office("xl/workbook.xml", **{f"xl/{number}.xml": "" for number in range(2_001)})
    assert "do nezvyklé velikosti" in page_text(add(as_coordinator, krnov, file=("a.xlsx", many)))
    assert not value.evidence.exists()


def test_a_part_that_lies_about_its_size_is_refused(as_coordinator, krnov, value):
    honest = office("xl/workbook.xml", **{"xl/sheet.xml": b"0" * 5_000_000})
    # The directory at the end of the archive says ten bytes.
    lying = honest.replace((5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != honest
    response = add(as_coordinator, krnov, file=("a.xlsx", lying))
    assert "Obsah souboru neodpovídá příponě .xlsx" in page_text(response)


def test_a_large_file_is_refused_and_not_kept(as_coordinator, krnov, value, folder, settings):
    settings.EVIDENCE_MAX_MB = 1
    response = add(as_coordinator, krnov, file=("a.pdf", PDF + b" " * 1024 * 1024))
    assert response.status_code == 422
    assert "Soubor je větší než 1 MB." in page_text(response)
    assert files_in(folder) == []
    assert add(as_coordinator, krnov, file=("a.csv", b"1;2\n" * 262_144)).status_code == 200


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\eva\\Pasport.pdf", "Pasport.pdf"),
        ("a\u202efdp.exe\u202c.pdf", "afdp.exe.pdf"),
        ("x" * 300 + ".pdf", "x" * 146 + ".pdf"),
    ],
)
def test_a_path_in_the_name_leads_nowhere(as_coordinator, krnov, value, folder, sent, kept):
    lines = [
        "--mez", f'Content-Disposition: form-data; name="podklad-file"; filename="{sent}"',
        "Content-Type: application/pdf", "", PDF.decode(), "--mez--", "",
    ]  # fmt: skip
    body = "\r\n".join(lines).encode()
    as_coordinator.post(
        of_cell("add_evidence", krnov), body, content_type="multipart/form-data; boundary=mez"
    )
    piece = value.evidence.get()
    assert piece.filename == kept
    assert [str(path.relative_to(folder)) for path in files_in(folder)] == [piece.file.name]
    assert "pdf" not in piece.file.name


def test_a_link_is_added_by_its_address(as_coordinator, krnov, value):
    response = add(as_coordinator, krnov, url="https://www.czso.cz/data?a=1", title="Data ČSÚ")
    piece = value.evidence.get()
    assert (piece.kind, piece.url, piece.title) == ("link", "https://www.czso.cz/data?a=1", "Data ČSÚ")
    assert 'href="https://www.czso.cz/data?a=1"' in page_text(response)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "ftp://a.cz/b", "data:text/html,x", "file:///etc/passwd"]
)
def test_a_link_leads_only_to_the_web(as_coordinator, krnov, value, url):
    response = add(as_coordinator, krnov, url=url)
    assert response.status_code == 422
    assert "Odkaz začíná https://" in page_text(response)
    assert not value.evidence.exists()


def test_one_of_both_is_asked_for(as_coordinator, krnov, value):
    assert "jedno z toho" in page_text(add(as_coordinator, krnov))
    both = add(as_coordinator, krnov, file=("a.pdf", PDF), url="https://a.cz", title="Moje data")
    assert "jedno z toho" in page_text(both)
    assert "Moje data" in page_text(both)
    assert not value.evidence.exists()


def test_evidence_belongs_to_a_value(as_coordinator, krnov):
    response = add(as_coordinator, krnov, file=("a.pdf", PDF))
    assert response.status_code == 422
    assert "Nejdřív ji zapište" in page_text(response)


def test_there_is_an_end_to_pieces(as_coordinator, coordinator, krnov, value):
    for number in range(MOST_PIECES):
        link = {"kind": "link", "title": f"{number}", "url": "https://a.cz"}
        Evidence.objects.create(value=value, added_by=coordinator, **link)
    assert "nejvýš 20 podkladů" in page_text(add(as_coordinator, krnov, file=("a.pdf", PDF)))


def test_a_file_is_a_download_that_runs_nothing(as_coordinator, krnov, piece):
    response = as_coordinator.get(of_piece("evidence_file", krnov, piece))
    assert response.content == PDF
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    disposition = response["Content-Disposition"]
    assert disposition == "attachment; filename*=utf-8''Pasport%20byt%C5%AF%202023.pdf"


def test_a_quote_in_the_name_does_not_end_it(as_coordinator, krnov, piece):
    Evidence.objects.update(filename='a"; filename=b.html\r\n.pdf')
    disposition = as_coordinator.get(of_piece("evidence_file", krnov, piece))["Content-Disposition"]
    assert "\n" not in disposition
    assert disposition.startswith("attachment; ")
    assert "b.html" not in disposition.replace("%20", " ").split("''")[0]


@pytest.mark.parametrize("person", ["reader", "consultant", "contributor"])
def test_who_sees_the_value_reads_its_files(request, sign_in, krnov, piece, person):
    client = sign_in(request.getfixturevalue(person))
    assert client.get(of_piece("evidence_file", krnov, piece)).status_code == 200
    assert "Pasport bytů 2023.pdf" in page_text(client.get(of_cell("value", krnov)))


def test_a_reader_changes_nothing(sign_in, reader, krnov, piece):
    client = sign_in(reader)
    assert "Přidat podklad" not in page_text(client.get(of_cell("value", krnov)))
    assert add(client, krnov, file=("a.pdf", PDF)).status_code == 403
    assert client.post(of_piece("retire_evidence", krnov, piece)).status_code == 403
    assert Evidence.objects.active().count() == 1


def test_a_stranger_finds_nothing(sign_in, stranger, krnov, piece):
    client = sign_in(stranger)
    assert client.get(of_piece("evidence_file", krnov, piece)).status_code == 404
    assert add(client, krnov, file=("a.pdf", PDF)).status_code == 404
    assert client.post(of_piece("retire_evidence", krnov, piece)).status_code == 404


def test_nobody_guesses_a_file_through_another_plan(sign_in, stranger, krnov, piece):
    """A number of a foreign file in an address of the own plan."""
    own = stranger.memberships.get().territory.plans.get()
    address = reverse("indicators:evidence_file", args=[own.slug, own.periods.get().slug, piece.pk])
    assert sign_in(stranger).get(address).status_code == 404


def test_a_contributor_reads_files_of_own_measures(sign_in, contributor, coordinator, krnov, foreign):
    value = make_value(foreign, krnov.period, 7)
    add(sign_in(coordinator), krnov, file=("a.pdf", PDF), indicator=foreign)
    client = sign_in(contributor)
    assert client.get(of_piece("evidence_file", krnov, value.evidence.get())).status_code == 404
    assert add(client, krnov, file=("a.pdf", PDF), indicator=foreign).status_code == 404
    make_value(krnov.indicator, krnov.period, 8)
    assert add(client, krnov, file=("a.pdf", PDF)).status_code == 200


def test_a_closed_period_takes_no_evidence(as_coordinator, coordinator, krnov, piece):
    krnov.period.submit(by=coordinator)
    assert add(as_coordinator, krnov, file=("a.pdf", PDF)).status_code == 403
    assert as_coordinator.post(of_piece("retire_evidence", krnov, piece)).status_code == 403
    assert Evidence.objects.active().count() == 1


def test_what_is_taken_away_stays_and_comes_back(as_coordinator, coordinator, reader, sign_in, krnov, piece):
    text = page_text(as_coordinator.post(of_piece("retire_evidence", krnov, piece), follow=True))
    assert "Odebrané podklady" in text
    assert "odebráno, Koordinatorka" in text
    piece.refresh_from_db()
    assert piece.retired_by == coordinator
    assert as_coordinator.get(of_piece("evidence_file", krnov, piece)).status_code == 200
    as_coordinator.post(of_piece("restore_evidence", krnov, piece))
    assert [version.retired_by for version in piece.history.all()] == [None, coordinator, None]


def test_what_is_taken_away_is_no_longer_for_readers(as_coordinator, sign_in, reader, krnov, piece):
    as_coordinator.post(of_piece("retire_evidence", krnov, piece))
    assert sign_in(reader).get(of_piece("evidence_file", krnov, piece)).status_code == 404


def test_a_file_lost_on_the_disk_is_not_found(as_coordinator, krnov, piece):
    piece.file.storage.delete(piece.file.name)
    assert as_coordinator.get(of_piece("evidence_file", krnov, piece)).status_code == 404


def test_the_grid_and_the_review_say_how_many(as_coordinator, sign_in, coordinator, consultant, krnov, piece):
    grid = reverse("indicators:values", args=[krnov.plan.slug, krnov.period.slug])
    assert "1 podklad<" in page_text(as_coordinator.get(grid))
    krnov.period.submit(by=coordinator)
    assert "1 podklad<" in page_text(as_coordinator.get(grid))
    review = reverse("indicators:review", args=[krnov.plan.slug, krnov.period.slug])
    assert "1 podklad<" in page_text(sign_in(consultant).get(review + "?vse"))


def test_evidence_answers_a_doubt(as_coordinator, krnov, value):
    make_value(krnov.indicator, None, 4_000)
    grid = reverse("indicators:values", args=[krnov.plan.slug, krnov.period.slug])
    assert "Předchozí hodnota byla 4 000" in page_text(as_coordinator.get(grid))
    add(as_coordinator, krnov, file=("a.pdf", PDF))
    assert "Předchozí hodnota byla 4 000" not in page_text(as_coordinator.get(grid))
    assert "Předchozí hodnota byla 4 000" not in page_text(as_coordinator.get(of_cell("value", krnov)))
