"""From the bytes of a file to YAML nodes, which keep their lines; whatever YAML itself forbids stops here."""

import yaml
from yaml.reader import Reader

from czech.reading import tidy

from .problems import DocumentError, Problem

SIZE_LIMIT = 5 * 1024 * 1024
# A plan needs about fifteen; thousands would exhaust the stack of the composer.
DEPTH_LIMIT = 40
NULL = "tag:yaml.org,2002:null"
# The one in C is ten times faster but is not everywhere.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Beginnings of what both loaders say, and what the writer most likely did.
CAUSES = {
    "mapping values are not allowed": "uvnitř textu je dvojtečka, dejte text do uvozovek",
    "found character": "řádek začíná tabulátorem nebo znakem, který má být v uvozovkách",
    "found a tab": "řádek začíná tabulátorem, odsazujte mezerami",
    "found unexpected end of stream": "uvozovky tu začínají a nikde nekončí",
    "could not find expected ':'": "za klíčem chybí dvojtečka",
    "found unknown escape character": "zpětné lomítko patří do jednoduchých uvozovek",
    "expected ',' or ']'": "v hranatých závorkách chybí čárka nebo koncová závorka",
    "did not find expected ',' or ']'": "v hranatých závorkách chybí čárka nebo koncová závorka",
    "expected ',' or '}'": "ve složených závorkách chybí čárka nebo koncová závorka",
    "did not find expected ',' or '}'": "ve složených závorkách chybí čárka nebo koncová závorka",
}
USUAL_CAUSE = "zkontrolujte odsazení, dvojtečky a uvozovky na tomto řádku a nad ním"


def line_of(node: yaml.Node) -> int:
    return node.start_mark.line + 1


def is_blank(node: yaml.Node) -> bool:
    """Nothing is said there: no value, an empty text, an empty list or mapping."""
    if isinstance(node, yaml.ScalarNode):
        return node.tag == NULL or not tidy(node.value)
    return not node.value


def compose(content: bytes, name: str) -> list[yaml.Node]:
    """The root nodes of the documents in the file, at least one, or DocumentError."""
    text = _decode(content, name)
    try:
        _refuse_dangerous(text, name)
        roots = [root for root in yaml.compose_all(text, Loader=LOADER) if not is_blank(root)]
    except yaml.MarkedYAMLError as error:
        raise DocumentError(name, [_syntax_problem(error)]) from error
    except yaml.YAMLError as error:
        raise DocumentError(name, [Problem(None, f"Soubor není platné YAML; {USUAL_CAUSE}.")]) from error
    if not roots:
        raise DocumentError(name, [Problem(None, "Soubor je prázdný.")])
    return roots


def _decode(content: bytes, name: str) -> str:
    if len(content) > SIZE_LIMIT:
        raise DocumentError(name, [Problem(None, "Soubor je větší než 5 MB; plán tak velký nebývá.")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise DocumentError(
            name, [Problem(line, "Soubor není v kódování UTF-8; uložte ho v něm.")]
        ) from error
    if found := Reader.NON_PRINTABLE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise DocumentError(name, [Problem(line, "Na řádku je řídicí znak, který do textu nepatří.")])
    return text


def _refuse_dangerous(text: str, name: str):
    """Aliases can multiply a small file beyond memory, depth can exhaust the stack."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.AliasEvent):
            fault = "Odkaz začínající hvězdičkou tu být nemůže; text s hvězdičkou dejte do uvozovek."
            raise DocumentError(name, [Problem(line_of(event), fault)])
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEPTH_LIMIT:
            raise DocumentError(name, [Problem(line_of(event), "Údaje jsou do sebe vnořené příliš hluboko.")])


def _syntax_problem(error: yaml.MarkedYAMLError) -> Problem:
    said = error.problem or ""
    cause = next((cause for start, cause in CAUSES.items() if said.startswith(start)), USUAL_CAUSE)
    # For an open quote the end of the file is of no use, its beginning is.
    mark = error.context_mark if said.startswith("found unexpected end") else error.problem_mark
    mark = mark or error.problem_mark or error.context_mark
    return Problem(mark.line + 1 if mark else None, f"Zápis YAML nelze přečíst; {cause}.")
