"""What the environment says, read for the settings: each value may stand in a file of its own."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from scr_portal.lib.replica import REPLICA

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(os.environ.get("VAR_DIR", BASE_DIR / "var"))


def env(name: str, default: str = "") -> str:
    """The value of `name`, or the content of the file that `name`_FILE points to, or the default."""
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text().strip()
    return os.environ.get(name, default)


def flag(name: str, default: bool = False) -> bool:
    """Whether `name` is switched on."""
    return env(name, "1" if default else "0").lower() in {"1", "true", "yes", "on"}


def databases() -> dict[str, Any]:
    """Django's databases: the one that DATABASE_URL names, and the copy of it that DATABASE_REPLICA_URL names, where there is one.

    The copy is read and never written; tests find in it what they wrote into the other. Raises ImproperlyConfigured.
    """
    found, copy = {"default": database(env("DATABASE_URL"))}, env("DATABASE_REPLICA_URL")
    if copy and not env("DATABASE_URL"):
        raise ImproperlyConfigured("DATABASE_REPLICA_URL names a copy, and DATABASE_URL nothing of which it is one.")
    if copy:
        found[REPLICA] = read_only(database(copy, "DATABASE_REPLICA_URL")) | {"TEST": {"MIRROR": "default"}}
    return found


def read_only(settings: dict[str, Any]) -> dict[str, Any]:
    """The same, for connections that cannot write even where the server would let them. Who finds none there waits for a second."""
    options = dict(settings["OPTIONS"])
    if pool := options.get("pool"):
        options["pool"] = pool | {"timeout": 1}
    if not settings["DISABLE_SERVER_SIDE_CURSORS"]:  # A pooler takes no options of a connection.
        options["options"] = "-c default_transaction_read_only=on"
    return settings | {"OPTIONS": options | {"connect_timeout": 2}}


def database(url: str, said: str = "DATABASE_URL") -> dict[str, Any]:
    """Django's database settings for a postgres:// address that `said` gives; the embedded SQLite where there is none."""
    if not url:
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": VAR_DIR / "scr_portal.sqlite3",
            # IMMEDIATE: a write takes its lock at the start, so two writers queue rather than fail half way. Recursive
            # triggers: what REPLACE takes away is refused like any other deletion of what was recorded.
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(f"{said} must begin with postgres:// ; leave it unset for the embedded database.")
    # A pooler such as PgBouncer lends its connections for one transaction each: nothing may be left in them, such as a cursor
    # that is read from after its transaction; a pool of our own before it would only hold them longer.
    pooler = flag("DATABASE_POOLER")
    own_pool = flag("DATABASE_POOL", True) and not pooler
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": parts.port or "",
        # A connection that broke while it lay in the pool is not handed out; who finds none waits for so many seconds. The
        # pool itself gives up soon too: left to itself it tries more and more seldom, and stays away after the database.
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": pooler,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 5, "reconnect_timeout": 3}} if own_pool else {},
    }


def files() -> dict[str, Any]:
    """Django's storage settings: the bucket that FILES_BUCKET names, on any server that speaks S3; else the folder MEDIA_ROOT.

    Without FILES_S3_ACCESS_KEY the machine's own role lets the portal in, as boto3 finds it. Raises ImproperlyConfigured.
    """
    bucket, server = env("FILES_BUCKET"), env("FILES_S3_ENDPOINT")
    key, kept_secret = env("FILES_S3_ACCESS_KEY"), env("FILES_S3_SECRET_KEY")
    if not bucket:
        if server or key or kept_secret:
            raise ImproperlyConfigured("FILES_BUCKET is not set, and FILES_S3_… is: name the bucket for the files.")
        return {"BACKEND": "scr_portal.lib.sealed_files.SealedFiles"}
    if server and urlsplit(server).scheme not in {"http", "https"}:
        raise ImproperlyConfigured("FILES_S3_ENDPOINT must begin with https:// ; leave it unset for Amazon’s own.")
    if bool(key) != bool(kept_secret):
        raise ImproperlyConfigured("FILES_S3_ACCESS_KEY and FILES_S3_SECRET_KEY go together: one of them is not set.")
    said = {
        "bucket_name": bucket,
        "location": env("FILES_S3_FOLDER").strip("/"),
        "endpoint_url": server or None,
        "region_name": env("FILES_S3_REGION") or None,
        "access_key": key or None,
        "secret_key": kept_secret or None,
    }
    return {"BACKEND": "scr_portal.lib.sealed_objects.SealedObjects", "OPTIONS": said}


def secret(name: str, size: int) -> str:
    """The secret from the environment; else one of `size` random bytes, made once and kept under var/ for this machine alone."""
    if said := env(name):
        return said
    path = VAR_DIR / name.lower()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        # Two processes that begin at once use one and the same: the name is given to the first that is whole.
        with NamedTemporaryFile("w", dir=VAR_DIR) as made, suppress(FileExistsError):
            made.write(secrets.token_urlsafe(size))
            made.flush()
            os.link(made.name, path)
    return path.read_text()
