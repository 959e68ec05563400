import pytest

from exchange.documents import ReportCount
from exchange.statuses import read_status
from plans.models import Status

WORDS = {
    "REALIZOVÁNO": Status.COMPLETED,
    "Dokončeno": Status.COMPLETED,
    "splněno": Status.COMPLETED,
    "Výstup splněn": Status.COMPLETED,
    "Výstup naplněn v průběhu roku 2023": Status.COMPLETED,
    "Výstup je naplňován každoročně": Status.CONTINUOUS,
    "Výstup je naplňován průběžně": Status.CONTINUOUS,
    "Výstup byl naplňován průběžně dle potřeby": Status.CONTINUOUS,
    "V REALIZACI": Status.IN_PROGRESS,
    "v\xa0realizaci": Status.IN_PROGRESS,
    "Výstup je naplňován": Status.IN_PROGRESS,
    "Výstup naplňován": Status.IN_PROGRESS,
    "probíhá": Status.IN_PROGRESS,
    "Výstup částečně splněn": Status.PARTIAL,
    "NEREALIZOVÁNO": Status.NOT_REALISED,
    "Výstup nesplněn": Status.NOT_REALISED,
    "NESLEDOVÁNO": Status.NOT_MONITORED,
    "Nerelevantní": Status.NOT_RELEVANT,
    "Zrušeno": Status.CANCELLED,
    "": Status.NOT_STATED,
}


@pytest.mark.parametrize(("word", "status"), WORDS.items())
def test_printed_words(word, status):
    assert read_status(word).status == status


@pytest.mark.parametrize("status", Status)
def test_our_own_labels_are_understood(status):
    assert read_status(status.label).status == status


def test_reports_counted_inside_the_word():
    status = read_status("V realizaci (2/6)")
    assert (status.status, status.label) == (Status.IN_PROGRESS, "V realizaci (2/6)")
    assert status.reports == ReportCount(2, 6)


@pytest.mark.parametrize(
    "word", ["hotovo", "V realizaci (dvě)", "V realizaci (7/6)", "realizováno a nesledováno"]
)
def test_other_words_are_refused(word):
    with pytest.raises(ValueError, match=r"\.$"):
        read_status(word)
