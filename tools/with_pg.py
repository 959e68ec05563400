"""Run a command against a PostgreSQL of its own: `python tools/with_pg.py pytest -q`.

TEST_PG_URL names a running server; otherwise a temporary cluster is started (a socket in a
temporary folder, no port, no durability) and removed afterwards. The server refuses to run
as root, so root starts it as the `postgres` user.
"""

import contextlib
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CANNOT = "PostgreSQL chybí a nelze ho doinstalovat. Napište: sudo apt-get install postgresql"


def main() -> int:
    if url := os.environ.get("TEST_PG_URL"):
        return run(sys.argv[1:], url)
    with temporary_cluster(server_programs()) as url:
        return run(sys.argv[1:], url)


def run(command: list[str], url: str) -> int:
    return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode


def server_programs() -> Path:
    """The folder of the newest installed initdb and pg_ctl; installs Debian's package when missing."""
    if found := newest_programs():
        return found
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(CANNOT)
    apt_env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, stdout=sys.stderr)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "postgresql"]
    subprocess.run(install, check=True, stdout=sys.stderr, env=apt_env)
    return newest_programs() or sys.exit(CANNOT)


def newest_programs() -> Path | None:
    versions = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    if versions:
        return max(versions, key=lambda path: float(path.parent.name))
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


@contextlib.contextmanager
def temporary_cluster(programs: Path):
    """A fresh cluster for one command; yields its DATABASE_URL."""
    owner = server_owner()
    # The socket's path is limited to 107 bytes, so the folder stays directly under /tmp.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    if owner:
        os.chown(folder, owner["user"], owner["group"])
    # Statistics taken while tests roll back call every table empty, and joins of "nothing" take minutes.
    settings = "-c fsync=off -c autovacuum=off"
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} {settings}"
    create = "-D data -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync".split()
    try:
        server(programs / "initdb", *create, cwd=folder, owner=owner)
        server(programs / "pg_ctl", *"-D data -w -l log start -o".split(), options, cwd=folder, owner=owner)
        yield f"postgres://postgres@/postgres?host={folder}"
    finally:
        stop = "-D data -m immediate stop".split()
        server(programs / "pg_ctl", *stop, cwd=folder, owner=owner, check=False)
        shutil.rmtree(folder, ignore_errors=True)


def server_owner() -> dict:
    """Arguments of subprocess.run that make root start the server as the postgres user."""
    if os.geteuid() != 0:
        return {}
    postgres = pwd.getpwnam("postgres")
    return {"user": postgres.pw_uid, "group": postgres.pw_gid, "extra_groups": []}


def server(*command, cwd: Path, owner: dict, check: bool = True):
    words = [str(word) for word in command]
    subprocess.run(words, check=check, cwd=cwd, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, **owner)


if __name__ == "__main__":
    sys.exit(main())
