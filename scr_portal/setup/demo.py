"""Prepares the demonstration and serves it: `python -m scr_portal.setup.demo 8000`.

One process does what four commands would, because each of them would load Django again.
"""

from __future__ import annotations

import os
import shutil
import socket
import sys
from pathlib import Path

from scr_portal.setup import VAR

HOST = "127.0.0.1"
MADE = ("scr_portal.sqlite3", "scr_portal.sqlite3-wal", "scr_portal.sqlite3-shm", "files", "demo", "mail")


def reset(var: Path = VAR) -> None:
    """Remove the demonstration's database, files and letters."""
    for name in MADE:
        path = var / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    print("The demonstration begins anew.", flush=True)


def free(port: int) -> bool:
    """Whether nothing serves on this port yet."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def prepare(port: int) -> None:
    """Bring the embedded database up to date, fill it if it is empty, and print the address and the sign-ins."""
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    django.setup()
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("demo")
    print(f"\nSCR Portal is at http://{HOST}:{port}    (Ctrl+C stops it)\n")
    call_command("demo", sign_ins=True)
    connections.close_all()
    sys.stdout.flush()


def serve(port: int) -> None:
    """Become the web server. One process with threads: the embedded cache is shared by threads only."""
    command = [sys.executable, "-m", "gunicorn", "scr_portal.wsgi", "--bind", f"{HOST}:{port}"]
    options = ["--workers", "1", "--threads", "8", "--timeout", "300", "--log-level", "warning"]
    os.execv(sys.executable, [*command, *options])  # noqa: S606 - the words are ours


def main(words: list[str]) -> int:
    """`PORT` prepares and serves, `--reset PORT` clears first; returns the exit status where it does not serve."""
    port = int(words[-1]) if words and words[-1].isdigit() else 0
    if not 0 < port < 65536:
        print("Give the port as a number from 1 to 65535, for example: make demo PORT=8001", file=sys.stderr)
        return 1
    if not free(port):
        print(
            f"Port {port} is in use already: stop what runs there, or choose another: make demo PORT={port + 1}",
            file=sys.stderr,
        )
        return 1
    for name in ("DATABASE_URL", "DATABASE_URL_FILE", "REDIS_URL", "REDIS_URL_FILE"):
        os.environ.pop(name, None)  # The demonstration never touches a real database, whatever this shell knows.
    os.environ |= {"DJANGO_SETTINGS_MODULE": "scr_portal.settings", "DEMO": "1", "SITE_URL": f"http://{HOST}:{port}"}
    if "--reset" in words:
        reset()
    prepare(port)
    serve(port)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
