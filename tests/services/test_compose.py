"""docker-compose.yml without Docker: it is valid, nothing in it is root, and each command line runs as it stands there."""

from __future__ import annotations

import json
import os
import re
import secrets
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
import yaml
from django.conf import settings

from scr_portal.setup import ROOT
from scr_portal.setup.services import clamd, clamd_program, free_port, listens
from tests.services.conftest import PATIENCE, database_url

FILE = ROOT / "docker-compose.yml"
COMPOSE = yaml.safe_load(FILE.read_text())
SERVICES = COMPOSE["services"]
OURS = ["migrations", "web", "worker", "beat"]


def environment(**more: str) -> dict[str, str]:
    """What the services of our image are given, with this machine's services in place of the compose file's."""
    given = SERVICES["web"]["environment"]
    named = {name: re.sub(r"\$\{HOST:-([^}]*)\}", r"\1", value) for name, value in given.items()}
    secrets = {"SECRET_KEY": "for-this-test-only", "SEAL_KEYS": settings.SEAL_KEYS}
    here = {"DATABASE_URL": database_url(), "REDIS_URL": settings.REDIS_URL, **secrets, **more}
    kept = {name: value for name, value in named.items() if not name.endswith("_FILE") and name != "CLAMD"}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, **kept, **here, "PATH": path, "HOSTNAME": os.uname().nodename}


@contextmanager
def running(service: str, **more: str) -> Iterator[tuple[subprocess.Popen[bytes], dict[str, str]]]:
    """The command line of a service, started; ended afterwards."""
    given = environment(**more)
    command = [word.replace("8000", more.get("PORT", "8000")) for word in SERVICES[service]["command"]]
    with subprocess.Popen(command, cwd=ROOT, env=given) as process:
        try:
            yield process, given
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def healthy(service: str, given: dict[str, str]) -> bool:
    """What the service's own health check says."""
    kind, *words = SERVICES[service]["healthcheck"]["test"]
    words = [word.replace("8000", given.get("PORT", "8000")).replace("$$", "$") for word in words]
    command = ["sh", "-c", *words] if kind == "CMD-SHELL" else words
    return subprocess.run(command, cwd=ROOT, env=given, capture_output=True).returncode == 0


def comes_up(service: str, **more: str) -> bool:
    """Whether the health check passes within the tests' patience while the command runs."""
    with running(service, **more) as (process, given):
        deadline = time.monotonic() + PATIENCE
        while not healthy(service, given):
            if process.poll() is not None or time.monotonic() > deadline:
                return False
            time.sleep(0.5)
    return True


def test_the_file_is_what_the_compose_specification_allows() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(FILE)]
    found = subprocess.run(command, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize("name", SERVICES)
def test_no_service_is_root_or_writes_its_image_or_gains_a_right(name: str) -> None:
    service = SERVICES[name]
    assert service.get("user", "root") not in {"root", "0"}
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "healthcheck" in service or service["restart"] == "no"


def test_no_secret_is_written_in_the_file() -> None:
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            assert not re.search("PASSWORD|SECRET|KEY|DATABASE_URL", name) or name.endswith("_FILE"), (name, value)


def test_one_image_serves_all_that_is_ours() -> None:
    assert {SERVICES[name]["image"] for name in OURS} == {"scr-portal"}


def test_the_deployment_check_of_the_framework_says_nothing(tmp_path: Path) -> None:
    given = environment(SECRET_KEY=secrets.token_urlsafe(50), VAR_DIR=str(tmp_path))
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    found = subprocess.run(command, cwd=ROOT, env=given, capture_output=True, text=True)
    assert (found.returncode, found.stdout) == (0, "System check identified no issues (0 silenced).\n"), found.stderr


def test_the_image_starts_as_the_web_service_does() -> None:
    said = re.search(r"^CMD (\[.*\])$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
    assert said is not None
    assert json.loads(said[1]) == SERVICES["web"]["command"]


@pytest.mark.django_db(transaction=True)
def test_migrations_run_and_end() -> None:
    with running("migrations") as (process, _):
        assert process.wait(timeout=600) == 0


@pytest.mark.django_db(transaction=True)
def test_the_web_service_answers_its_health_check(tmp_path: Path) -> None:
    given = environment(VAR_DIR=str(tmp_path))
    subprocess.run([sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"], cwd=ROOT, env=given, check=True)
    assert comes_up("web", PORT=str(free_port()), VAR_DIR=str(tmp_path))


@pytest.mark.django_db(transaction=True)
def test_the_figures_are_those_of_all_processes_of_the_web_service(tmp_path: Path) -> None:
    port, token = free_port(), "of-this-test-only"
    with running("web", PORT=str(port), VAR_DIR=str(tmp_path), METRICS_TOKEN=token) as (_, given):
        deadline = time.monotonic() + PATIENCE
        while not healthy("web", given):
            assert time.monotonic() < deadline
            time.sleep(0.5)

        def answered(path: str) -> str:
            asked = Request(f"http://127.0.0.1:{port}{path}", headers={"X-Forwarded-Proto": "https", "Authorization": f"Bearer {token}"})  # fmt: skip
            with urlopen(asked) as answer:
                return str(answer.read().decode())

        def counted() -> float:
            found = re.search(
                r'portal_requests_total\{method="GET",status="200",view="healthz"\} (\S+)', answered("/metrics")
            )
            return float(found[1]) if found else 0.0

        before = counted()
        for _ in range(20):
            answered("/healthz")
        assert {counted() for _ in range(10)} == {before + 20}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", ["worker", "beat"])
def test_worker_and_timer_answer_their_health_checks(name: str) -> None:
    assert comes_up(name)


def test_the_scanner_starts_with_the_settings_that_the_file_gives_it(tmp_path: Path) -> None:
    with clamd("Test-Text:0:0:584142\n"):  # Installs it where it is missing.
        pass
    (tmp_path / "test.ndb").write_text("Test-Text:0:0:584142\n")
    port = free_port()
    words = COMPOSE["configs"]["clamd"]["content"].replace("/var/lib/clamav", str(tmp_path)).replace("3310", str(port))
    (tmp_path / "portal.conf").write_text(words)
    command = [word.replace("/etc/clamav", str(tmp_path)) for word in SERVICES["clamd"]["command"]]
    with subprocess.Popen([clamd_program(), *command[1:]], stdout=subprocess.DEVNULL) as process:
        try:
            deadline = time.monotonic() + PATIENCE
            while not listens(port):
                assert process.poll() is None, shlex.join(command)
                assert time.monotonic() < deadline, shlex.join(command)
                time.sleep(0.2)
        finally:
            process.terminate()


def test_redis_starts_as_the_file_says(tmp_path: Path) -> None:
    command = [*SERVICES["redis"]["command"], "--port", str(free_port()), "--dir", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        time.sleep(1)
        alive = process.poll() is None
        process.terminate()
    assert alive
