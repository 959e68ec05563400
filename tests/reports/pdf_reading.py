"""Looks inside a PDF: its tag tree with pikepdf, its words with poppler."""

import io
import subprocess
from dataclasses import dataclass
from xml.etree import ElementTree

import pikepdf

BOX = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Word:
    text: str
    page: int
    right: float
    bottom: float
    page_width: float
    page_height: float


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def poppler(tool: str, *arguments: str, pdf: bytes) -> str:
    command = [tool, *arguments, "-", *(["-"] if tool == "pdftotext" else [])]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def pdf_text(pdf: bytes) -> str:
    return poppler("pdftotext", "-layout", pdf=pdf)


def pdf_words(pdf: bytes) -> list[Word]:
    tree = ElementTree.fromstring(poppler("pdftotext", "-bbox", pdf=pdf))
    return [
        Word(word.text, number, *sizes(word, "xMax", "yMax"), *sizes(page, "width", "height"))
        for number, page in enumerate(tree.iter(f"{BOX}page"), 1)
        for word in page.iter(f"{BOX}word")
    ]


def sizes(element, *names):
    return [float(element.get(name)) for name in names]


def structure(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Every structure element that hangs on the tree, in reading order."""
    found, waiting = [], [pdf.Root.StructTreeRoot.K]
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, pikepdf.Array):
            waiting.extend(reversed(list(kid)))
        elif isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found.append(kid)
            waiting.append(kid.get("/K"))
    return found


def elements(pdf: pikepdf.Pdf, *kinds: str) -> list[pikepdf.Dictionary]:
    return [element for element in structure(pdf) if element.S in kinds]


def marked_contents(pdf: pikepdf.Pdf):
    """(page number, operands) of everything that opens a marked content."""
    for number, page in enumerate(pdf.pages):
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "BDC":
                yield number, operands


def unreachable_pages(pdf: pikepdf.Pdf) -> list[int]:
    """Pages with content that is neither an artifact nor part of the tree."""
    known = {element.objgen for element in structure(pdf)}
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = {int(number): kids for number, kids in zip(numbers[::2], numbers[1::2], strict=True)}
    return [
        number
        for number, (tag, properties) in marked_contents(pdf)
        if tag != "/Artifact"
        and parents[int(pdf.pages[number].StructParents)][int(properties.MCID)].objgen not in known
    ]
