"""Runs a command on a real PostgreSQL and a real Redis: `python -m scr_portal.setup.services COMMAND …`.

Servers that run on this machine are used (TEST_DATABASE_URL and TEST_REDIS_URL name others). Where there is none, one
is installed if need be and started for the length of the command, its data in a temporary folder. A service that
cannot be had ends this with a sentence and a failure.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from scr_portal.setup import apt

HOST = "127.0.0.1"
PATIENCE = 30.0  # seconds for a server of ours to answer


class ServiceMissing(Exception):
    """A service can be neither found nor started; the message says which and what to do."""


def main(command: Sequence[str]) -> int:
    """Run the command with DATABASE_URL and REDIS_URL set; returns its exit status, or 1 where a service is missing."""
    try:
        with contextlib.ExitStack() as stack:
            database, redis = stack.enter_context(postgres()), stack.enter_context(redis_server())
            print(f"On {database} and {redis}", flush=True)
            return subprocess.run(command, env=os.environ | {"DATABASE_URL": database, "REDIS_URL": redis}).returncode
    except ServiceMissing as missing:
        print(missing, file=sys.stderr)
        return 1


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL in which test databases can be made."""
    for url in filter(None, (os.environ.get("TEST_DATABASE_URL"), f"postgres://postgres@{HOST}:5432/scr_portal")):
        if postgres_serves(url):
            yield url
            return
    tools = _postgres_tools() or (apt.install(["postgresql"]) and _postgres_tools())
    if not tools:
        raise ServiceMissing(
            "There is no PostgreSQL on this machine and none could be installed: install it (Debian: "
            "sudo apt install postgresql) or name one in TEST_DATABASE_URL, and run this again."
        )
    with _own_postgres(tools) as url:
        yield url


def postgres_serves(url: str) -> bool:
    """Whether this server lets us in with the right to make databases."""
    import psycopg

    maintenance = url.rsplit("/", 1)[0] + "/postgres"
    try:
        with psycopg.connect(maintenance, connect_timeout=3) as connection:
            row = connection.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
    except psycopg.OperationalError:
        return False
    return bool(row and row[0])


@contextlib.contextmanager
def _own_postgres(tools: Path) -> Iterator[str]:
    """A throw-away server. PostgreSQL refuses to run as root, so root hands the folder to its user."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="scr-portal-postgres-") as folder:
        run_as: list[str] = []
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
            run_as = [_beside("runuser"), "-u", "postgres", "--"]
        data, log = f"{folder}/data", f"{folder}/log"
        _run(
            [*run_as, tools / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"], folder
        )
        # Nothing here outlives the tests, so nothing waits for the disk.
        options = f"-p {port} -c listen_addresses={HOST} -c unix_socket_directories={folder} -c fsync=off"
        _run([*run_as, tools / "pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "start"], folder)
        try:
            yield f"postgres://postgres@{HOST}:{port}/scr_portal"
        finally:
            _run([*run_as, tools / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop"], folder)


def _postgres_tools() -> Path | None:
    """Where initdb and pg_ctl are; Debian keeps them off the path."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return versions[-1].parent if versions else None


@contextlib.contextmanager
def redis_server() -> Iterator[str]:
    """The address of a Redis, up to the slash that the number of a database follows."""
    for url in filter(None, (os.environ.get("TEST_REDIS_URL"), f"redis://{HOST}:6379/5")):
        if redis_serves(url):
            yield url
            return
    if not shutil.which("redis-server") and not apt.install(["redis-server"]):
        raise ServiceMissing(
            "There is no Redis on this machine and none could be installed: install it (Debian: "
            "sudo apt install redis-server) or name one in TEST_REDIS_URL, and run this again."
        )
    with _own_redis() as url:
        yield url


def redis_serves(url: str) -> bool:
    """Whether a Redis answers there."""
    import redis

    try:
        with redis.Redis.from_url(url, socket_timeout=3, socket_connect_timeout=3) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


@contextlib.contextmanager
def _own_redis() -> Iterator[str]:
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="scr-portal-redis-") as folder:
        options = ["--port", str(port), "--bind", HOST, "--save", "", "--appendonly", "no", "--dir", folder]
        server = subprocess.Popen(["redis-server", *options], stdout=subprocess.DEVNULL)
        url, deadline = f"redis://{HOST}:{port}/5", time.monotonic() + PATIENCE
        try:
            while not redis_serves(url):
                if time.monotonic() > deadline or server.poll() is not None:
                    raise ServiceMissing(
                        "Redis was started for the tests and does not answer: try redis-server by hand."
                    )
                time.sleep(0.1)
            yield url
        finally:
            server.terminate()
            server.wait()


@contextlib.contextmanager
def clamd(signatures: str) -> Iterator[str]:
    """The address of a virus scanner that knows these signatures alone, one a line as an .ndb file has them.

    Its own are downloaded by another program, which has no part in what is tested here.
    """
    if not clamd_program() and not (apt.install(["clamav-daemon"]) and clamd_program()):
        raise ServiceMissing(
            "There is no virus scanner on this machine and none could be installed: install it (Debian: "
            "sudo apt install clamav-daemon) and run this again."
        )
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="scr-portal-clamd-") as folder:
        Path(folder, "local.ndb").write_text(signatures)
        settings = (
            f"DatabaseDirectory {folder}\nTCPAddr {HOST}\nTCPSocket {port}\nForeground yes\nStreamMaxLength 64M\n"
        )
        Path(folder, "settings").write_text(settings)
        with _running([clamd_program(), f"--config-file={folder}/settings"], port, "The virus scanner"):
            yield f"{HOST}:{port}"


@contextlib.contextmanager
def pgbouncer(host: str, port: int, user: str, password: str) -> Iterator[int]:
    """The port of a PgBouncer in transaction mode before this PostgreSQL, with two connections for each database."""
    if not pgbouncer_program() and not (apt.install(["pgbouncer"]) and pgbouncer_program()):
        raise ServiceMissing(
            "There is no PgBouncer on this machine and none could be installed: install it (Debian: "
            "sudo apt install pgbouncer) and run this again."
        )
    own, known = free_port(), f" password={password}" if password else ""
    with tempfile.TemporaryDirectory(prefix="scr-portal-pgbouncer-") as folder:
        Path(folder, "users").write_text(f'"{user}" "{password}"\n')
        Path(folder, "settings").write_text(
            f"[databases]\n* = host={host} port={port} user={user}{known}\n[pgbouncer]\nlisten_addr = {HOST}\n"
            f"listen_port = {own}\nauth_type = any\nauth_file = {folder}/users\nunix_socket_dir =\n"
            "pool_mode = transaction\ndefault_pool_size = 2\nserver_reset_query_always = 0\nignore_startup_parameters = options\n"
        )
        command = [pgbouncer_program(), f"{folder}/settings"]
        if os.geteuid() == 0:  # It refuses to run as root.
            for path in (folder, f"{folder}/users", f"{folder}/settings"):
                shutil.chown(path, "postgres", "postgres")
            command = [_beside("runuser"), "-u", "postgres", "--", *command]
        with _running(command, own, "PgBouncer"):
            yield own


def pgbouncer_program() -> str:
    """Where the pooler is."""
    return _beside("pgbouncer")


def _beside(name: str) -> str:
    """Where a program is that Debian keeps off the path of ordinary users; empty where it is not."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin") or ""


@contextlib.contextmanager
def _running(command: Sequence[str], port: int, name: str) -> Iterator[None]:
    """A server that listens at the port, ended afterwards."""
    server, deadline = (
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL),
        time.monotonic() + PATIENCE,
    )
    try:
        while not listens(port):
            if time.monotonic() > deadline or server.poll() is not None:
                raise ServiceMissing(f"{name} was started for the tests and does not answer.")
            time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait()


def clamd_program() -> str:
    """Where the scanner is."""
    return _beside("clamd")


def listens(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection((HOST, port), timeout=1):
        return True
    return False


def _run(command: Sequence[str | Path], folder: str) -> None:
    # Output goes to a file: a server that inherits a pipe would keep it open and us waiting.
    with open(Path(folder, "output"), "w+") as output:
        done = subprocess.run(command, cwd="/", stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        output.seek(0)
        if done.returncode:
            raise ServiceMissing(f"PostgreSQL could not be started for the tests: {output.read()[-500:]}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
