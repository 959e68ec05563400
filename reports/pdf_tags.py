"""What WeasyPrint 70.0 leaves out of an accessible PDF. Uses its private parts: pin the version.

Running heads become artifacts, header cells say what they head, tables what they are called, drawings what
they show and links where they lead, and the IDs of the tag tree are listed.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

import pydyf
from weasyprint import Document
from weasyprint.formatting_structure.boxes import Box

SVG, TITLE, DESCRIPTION = (f"{{http://www.w3.org/2000/svg}}{name}" for name in ("svg", "title", "desc"))


def finish(document: Document, pdf: pydyf.PDF):
    """The `finisher` of WeasyPrint, called just before the file is written."""
    objects = {item.reference: item for item in pdf.objects if item.number}
    for page in document.pages:
        for box in page._page_box.descendants(placeholders=True):
            say_scope(box)
            say_name(box, objects)
            say_target(box)
    root = objects[pdf.catalog["StructTreeRoot"]]
    elements = dict(reachable(root, objects))
    say_descriptions(document, elements.values())
    unread_margins(pdf, objects, objects[root["ParentTree"]]["Nums"], elements.keys())
    list_ids(pdf, root, elements)


def say_scope(box: Box):
    mark = getattr(box, "mark", None)
    if mark is not None and mark["S"] == "/TH":
        mark["A"]["Scope"] = "/Row" if box.element.get("scope") == "row" else "/Column"


def say_name(box: Box, objects: dict):
    """A table named only by its `aria-label` has no caption in the tag tree either."""
    name = box.element.get("aria-label") if box.element_tag == "table" else None
    marks = (cell.mark for cell in box.descendants() if hasattr(cell, "mark")) if name else ()
    for mark in islice(marks, 1):
        table = above(mark, "/Table", objects)
        table["A"] = pydyf.Dictionary({"O": "/Table", "Summary": pydyf.String(name)})


def above(element: pydyf.Dictionary, kind: str, objects: dict) -> pydyf.Dictionary:
    while element["S"] != kind:
        element = objects[element["P"]]
    return element


def say_target(box: Box):
    """By default a link is described by the name of its anchor."""
    annotation = getattr(box, "link_annotation", None)
    if annotation:
        words = " ".join("".join(box.element.itertext()).split())
        annotation["Contents"] = pydyf.String(box.element.get("aria-label") or words)


def say_descriptions(document: Document, elements: Iterable[pydyf.Dictionary]):
    """By default a drawing is described by its title alone."""
    described = {}
    for page in document.pages:
        for box in page._page_box.descendants(placeholders=True):
            description = box.element.findtext(DESCRIPTION) if box.element_tag == SVG else None
            if description:
                described[box.element.findtext(TITLE)] = description
    for element in elements:
        title = element["Alt"].string if "Alt" in element else None
        if title in described:
            element["Alt"] = pydyf.String(f"{title}. {described[title]}")


def reachable(root: pydyf.Dictionary, objects: dict) -> Iterator[tuple[bytes, pydyf.Dictionary]]:
    """The structure elements that hang on the tree, each with its reference."""
    waiting = list(root["K"])
    while waiting:
        reference = waiting.pop()
        element = objects.get(reference) if isinstance(reference, bytes) else None
        if element is not None and "S" in element:
            yield reference, element
            waiting.extend(element["K"])


def unread_margins(pdf: pydyf.PDF, objects: dict, parents: pydyf.Array, known: set[bytes]):
    """Content tagged outside the tree is a running head or foot: not to be read on every page."""
    for number, page in enumerate(pdf.page_references):
        stream, elements = objects[objects[page]["Contents"]].stream, parents[2 * number + 1]
        for position, item in enumerate(stream):
            if isinstance(item, dict) and "MCID" in item and elements[item["MCID"]] not in known:
                elements[item["MCID"]] = b"null"
                stream[position - 1 : position + 1] = b"/Artifact", pydyf.Dictionary({"Type": "/Pagination"})


def list_ids(pdf: pydyf.PDF, root: pydyf.Dictionary, elements: dict):
    named = sorted((str(e["ID"].string), e["ID"], ref) for ref, e in elements.items() if "ID" in e)
    names = pydyf.Array(part for _, *pair in named for part in pair)
    tree = pydyf.Dictionary({"Names": names})
    pdf.add_object(tree)
    root["IDTree"] = tree.reference
