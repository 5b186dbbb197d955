"""What a machine lacks is said in one sentence, and stops only what cannot do without it."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from scr_portal.setup import ROOT, apt, demo, machine


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked of apt, on a machine that lacks everything and may install nothing."""
    asked: list[str] = []

    def refuse(packages: list[str]) -> bool:
        asked.extend(packages)
        return False

    monkeypatch.setattr(apt, "install", refuse)
    return asked


def need(present: Callable[[], bool]) -> machine.Need:
    return machine.Need(present=present, debian=("a-package",), sentence="Install a-package.")


def test_what_is_there_is_not_installed(installed: list[str]) -> None:
    assert machine.provide(need(lambda: True))
    assert installed == []


def test_what_cannot_be_installed_is_said(installed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert not machine.provide(need(lambda: False))
    assert installed == ["a-package"]
    assert capsys.readouterr().err == "Install a-package.\n"


@pytest.mark.parametrize(("words", "status"), [(["pdf"], 0), (["pdf", "--or-fail"], 1)])
def test_the_demonstration_goes_on_without_pdf_and_the_tests_do_not(
    installed: list[str], monkeypatch: pytest.MonkeyPatch, words: list[str], status: int
) -> None:
    monkeypatch.setitem(machine.NEEDS, "pdf", need(lambda: False))
    assert machine.main(words) == status


def test_nothing_is_installed_by_somebody_who_may_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apt.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(apt.shutil, "which", lambda name: None)
    assert not apt.install(["a-package"])


def test_no_python_that_is_new_enough_is_one_sentence(tmp_path: Path) -> None:
    script = ROOT / "scr_portal" / "setup" / "find-python"
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    text = script.read_text().replace(" /usr/bin/python3;", ";")
    run = subprocess.run(["/bin/sh", "-c", text], env={"PATH": str(tmp_path)}, capture_output=True, text=True)
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr.startswith("SCR Portal needs Python 3.11 or newer: install it")


def test_a_port_in_use_is_said_before_anything_is_touched(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind((demo.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert demo.main(["--reset", str(port)]) == 1
    assert capsys.readouterr().err.startswith(f"Port {port} is in use already")


@pytest.mark.parametrize("words", [[], ["x"], ["0"], ["70000"]])
def test_a_port_that_is_none_is_said(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert demo.main(words) == 1
    assert capsys.readouterr().err.startswith("Give the port as a number from 1 to 65535")


def test_a_reset_forgets_what_was_entered_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "scr_portal.sqlite3").touch()
    (tmp_path / "files" / "of-a-review").mkdir(parents=True)
    (tmp_path / "screenshots").mkdir()
    demo.reset(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["screenshots"]
