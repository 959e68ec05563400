"""Small readers from which tables of keys are built; each notes what is wrong and reads on.

A reader takes a node and the list of problems and gives a value, or None after noting why it cannot.
A document with a missing required part is made all the same, so that everything else in it is checked too;
it never leaves `yaml_reader.read_plan`, which raises when there is any problem.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import yaml
from django.core.exceptions import ValidationError

from czech.reading import tidy

from .cells import unknown
from .documents import Reference
from .problems import Problem
from .yaml_nodes import is_blank, line_of

Problems = list[Problem]
NodeReader = Callable[[yaml.Node, Problems], Any]
SHAPES = {yaml.ScalarNode: "text", yaml.SequenceNode: "seznam", yaml.MappingNode: "dvojice klíč: hodnota"}


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping and how its value is read; the document has an attribute of the same name."""

    name: str
    read: NodeReader
    required: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    name: str
    key: yaml.Node
    value: yaml.Node


def refuse(problems: Problems, node: yaml.Node, text: str):
    problems.append(Problem(line_of(node), text))


def has_shape(node: yaml.Node, shape: type[yaml.Node], problems: Problems) -> bool:
    if isinstance(node, shape):
        return True
    refuse(problems, node, f"Tady má být {SHAPES[shape]}, ale je tu {SHAPES[type(node)]}.")
    return False


def scalar(read: Callable[[str], Any]) -> NodeReader:
    def read_scalar(node, problems):
        if not has_shape(node, yaml.ScalarNode, problems):
            return None
        try:
            return read(node.value)
        except ValidationError as error:
            refuse(problems, node, " ".join(error.messages))
        except ValueError as error:
            refuse(problems, node, str(error))
        return None

    return read_scalar


def reference(read: Callable[[str], str] = tidy) -> NodeReader:
    read_text = scalar(read)

    def read_reference(node, problems):
        text = read_text(node, problems)
        return Reference(line=line_of(node), text=text) if text else None

    return read_reference


def list_of(read: NodeReader) -> NodeReader:
    def read_list(node, problems):
        if not has_shape(node, yaml.SequenceNode, problems):
            return None
        items = [_read_item(item, read, problems) for item in node.value]
        return tuple(item for item in items if item is not None)

    return read_list


def _read_item(node, read, problems):
    if not is_blank(node):
        return read(node, problems)
    refuse(problems, node, "Položka seznamu je prázdná.")
    return None


def record(document: type, *keys: Key) -> NodeReader:
    """A mapping with these keys and no others."""
    known = {key.name: key for key in keys}

    def read_record(node, problems):
        if not has_shape(node, yaml.MappingNode, problems):
            return None
        given = {entry.name: entry for entry in entries(node, problems)}
        _refuse_unknown(given, known, problems)
        attributes = {
            key.name: key.read(given[key.name].value, problems)
            for key in keys
            if key.name in given and not is_blank(given[key.name].value)
        }
        read = {name: value for name, value in attributes.items() if value is not None and value != ()}
        missing = dict.fromkeys(key.name for key in keys if key.required and key.name not in read)
        for name in [name for name in missing if name not in attributes]:
            place = given[name].key if name in given else node
            refuse(problems, place, f"Chybí klíč „{name}“ nebo jeho hodnota.")
        return document(line=line_of(node), **missing, **read)

    return read_record


def _refuse_unknown(given, known, problems):
    for name, entry in given.items():
        if name not in known:
            refuse(problems, entry.key, f"Klíč „{name}“ neznám; {unknown(name, known)}")


def entries(node: yaml.MappingNode, problems: Problems) -> list[Entry]:
    """What the mapping holds; of a key given twice, which YAML would silently overwrite, the first."""
    found: dict[str, Entry] = {}
    for key, value in node.value:
        if not has_shape(key, yaml.ScalarNode, problems):
            continue
        name = tidy(key.value)
        if name in found:
            refuse(problems, key, f"Klíč „{name}“ už je na řádku {line_of(found[name].key)}.")
        else:
            found[name] = Entry(name, key, value)
    return list(found.values())


def keyed(attribute: str, read: NodeReader) -> NodeReader:
    """A mapping of documents that carry their key as an attribute: values by period."""

    def read_keyed(node, problems):
        if not has_shape(node, yaml.MappingNode, problems):
            return None
        documents = []
        for entry in entries(node, problems):
            document = read(entry.value, problems)
            if document is not None:
                documents.append(replace(document, line=line_of(entry.key), **{attribute: entry.name}))
        return tuple(documents)

    return read_keyed


def pairs(document: type, name: Key, value: Key) -> NodeReader:
    """A mapping of two texts to each other: abbreviation and meaning, part and number."""

    def read_pairs(node, problems):
        if not has_shape(node, yaml.MappingNode, problems):
            return None
        return tuple(_read_pair(entry, document, name, value, problems) for entry in entries(node, problems))

    return read_pairs


def _read_pair(entry: Entry, document: type, name: Key, value: Key, problems: Problems):
    if value.required and is_blank(entry.value):
        refuse(problems, entry.key, f"U klíče „{entry.name}“ chybí hodnota.")
    attributes = {
        name.name: name.read(entry.key, problems),
        value.name: None if is_blank(entry.value) and value.required else value.read(entry.value, problems),
    }
    return document(line=line_of(entry.key), **attributes)


def shorthand(name: str, read: NodeReader) -> NodeReader:
    """A lone text stands for a mapping with one key."""

    def read_shorthand(node, problems):
        if isinstance(node, yaml.ScalarNode):
            key = yaml.ScalarNode("", name, node.start_mark, node.end_mark)
            node = yaml.MappingNode("", [(key, node)], node.start_mark, node.end_mark)
        return read(node, problems)

    return read_shorthand


def chosen_by(name: str, readers: dict[str, NodeReader], default: str, unknown_word: str) -> NodeReader:
    """The text at one key says which reader the whole mapping needs."""

    def read_chosen(node, problems):
        word = _word_at(name, node) or default
        return readers.get(word, readers[unknown_word])(node, problems)

    return read_chosen


def _word_at(name: str, node: yaml.Node) -> str:
    pairs_of_nodes = node.value if isinstance(node, yaml.MappingNode) else []
    words = [
        value for key, value in pairs_of_nodes if key.value == name and isinstance(value, yaml.ScalarNode)
    ]
    return tidy(words[0].value) if words and not is_blank(words[0]) else ""
