"""What keeps the house in order: one direction of imports, nothing unused, nothing missing."""

import ast
import hashlib
import re
import subprocess
from pathlib import Path

import allauth
import pytest
from django.apps import apps
from django.core.management import call_command
from django.template.loader import get_template

ROOT = Path(__file__).resolve().parents[2]
# An app may import from those after it in this list, never from those before it.
ROOMS = ["inclusion", "exchange", "reports", "projects", "indicators", "plans", "accounts", "czech"]
SOURCES = [path for room in ROOMS for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts]
TEMPLATES = sorted(path.relative_to(ROOT / "templates") for path in (ROOT / "templates").rglob("*.html"))
# Django finds these by their names.
ALLAUTH_TEMPLATES = Path(allauth.__file__).parent / "templates"
FOUND_BY_DJANGO = {"404.html", "403.html", "500.html"}


def imports_of(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way_only(path):
    room = path.relative_to(ROOT).parts[0]
    before = set(ROOMS[: ROOMS.index(room)])
    assert not before & set(imports_of(path))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_imported_inside_a_function(path):
    functions = (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef))
    inside = [inner for function in functions for inner in ast.walk(function)]
    assert not [node.lineno for node in inside if isinstance(node, ast.Import | ast.ImportFrom)]


def test_most_functions_are_short():
    lengths = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef):
                lengths.append(node.end_lineno - node.lineno + 1)
    assert sum(length <= 30 for length in lengths) / len(lengths) >= 0.9
    assert max(lengths) <= 40


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_outgrows_a_room(path):
    assert len(path.read_text().splitlines()) <= 300


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_template_compiles():
    for name in TEMPLATES:
        get_template(str(name))


def test_every_template_is_used():
    texts = [path.read_text() for path in SOURCES] + [
        (ROOT / "templates" / name).read_text() for name in TEMPLATES
    ]
    everything = "\n".join(texts)
    # Block templates are named by a pattern, not by whole names.
    by_pattern = {str(name) for name in TEMPLATES if str(name).startswith("reports/blocks/")}
    # Our wording of a page that allauth finds by its own name.
    overriding = {str(name) for name in TEMPLATES if (ALLAUTH_TEMPLATES / name).exists()}
    unused = {str(name) for name in TEMPLATES} - FOUND_BY_DJANGO - by_pattern - overriding
    assert {name for name in unused if f'"{name}"' not in everything} == set()


def test_every_report_block_template_belongs_to_a_block():
    writer = (ROOT / "reports" / "writers" / "html.py").read_text()
    names = [path.stem for path in (ROOT / "templates" / "reports" / "blocks").glob("*.html")]
    assert [name for name in names if f'"{name}"' not in writer] == []


def test_templates_format_no_numbers_themselves():
    formatting = re.compile(r"\|\s*(floatformat|intcomma|date:|localize)")
    assert [
        str(name) for name in TEMPLATES if formatting.search((ROOT / "templates" / name).read_text())
    ] == []


def test_templates_carry_no_inline_style_or_script():
    """A strict content security policy forbids both; the report's own document inlines its stylesheet."""
    inline = re.compile(r"\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)")
    tags = re.compile(r"{%.*?%}")
    offenders = [
        name for name in TEMPLATES if inline.search(tags.sub("", (ROOT / "templates" / name).read_text()))
    ]
    assert offenders == []


def test_verbose_names_start_with_a_small_letter():
    """Django capitalises the first letter itself where a sentence starts."""
    ours = [model for model in apps.get_models() if model.__module__.split(".")[0] in ROOMS]
    fields = [field for model in ours for field in model._meta.get_fields() if hasattr(field, "verbose_name")]
    names = [str(field.verbose_name) for field in fields] + [str(model._meta.verbose_name) for model in ours]
    abbreviations = ("IČO", "ID")
    assert [name for name in names if name[:1].isupper() and name not in abbreviations] == []


def test_vendor_files_are_untouched():
    vendor = ROOT / "static" / "vendor"
    listed = dict(reversed(line.split("  ")) for line in (vendor / "SHA256SUMS").read_text().splitlines())
    found = {
        str(path.relative_to(vendor)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in vendor.rglob("*")
        if path.is_file() and path.name != "SHA256SUMS"
    }
    assert found == listed


def test_text_is_never_searched_blind_to_czech():
    """`icontains` knows only ASCII on SQLite; `fold` finds Čáslav by caslav on both databases."""
    assert [str(path) for path in SOURCES if "icontains" in path.read_text()] == []


def test_no_file_names_this_machine_or_a_registry():
    """Neither a path of somebody's machine nor the host of a package registry belongs here."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    names = [name for name in listed.stdout.splitlines() if not name.startswith("static/vendor/")]
    hosts = re.compile(
        "|".join(["pypi" + r"\.org", "registry\\.npm" + "js", "deb\\.deb" + "ian", "python" + "hosted"])
    )
    found = [name for name in names if (ROOT / name).is_file() and hosts.search(_text(ROOT / name))]
    assert found == []


def _text(path):
    try:
        return path.read_text()
    except UnicodeDecodeError:
        return ""
