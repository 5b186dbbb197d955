"""What is refused whole: with one plain sentence, and without harm to the process that asked."""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from agencies.chronology import ChronologyRefused, child, confined, limits, parse
from agencies.chronology.refusals import MAX_BYTES, SENTENCES
from tests.corpus.chronology.bad import BAD, Build
from tests.corpus.chronology.worse import WORSE


@pytest.mark.parametrize(("name", "kind", "build"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_file_is_refused_with_its_reason(name: str, kind: str, build: Build, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(build())
    with pytest.raises(ChronologyRefused) as refused:
        parse(path)
    assert (refused.value.kind, refused.value.message) == (kind, SENTENCES[kind])


@pytest.mark.parametrize(("name", "kinds", "build"), WORSE, ids=[name for name, _, _ in WORSE])
def test_what_would_bring_a_reader_down_is_refused(name: str, kinds: set[str], build: Build, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(build())
    with pytest.raises(ChronologyRefused) as refused:
        parse(path)
    assert refused.value.kind in kinds
    assert refused.value.message == SENTENCES[refused.value.kind]


def test_there_are_forty_bad_files_and_more() -> None:
    assert len(BAD) >= 40


@pytest.mark.parametrize("sentence", SENTENCES.values())
def test_a_refusal_is_one_plain_sentence_that_says_what_to_do(sentence: str) -> None:
    assert sentence.endswith(".")
    assert ". " not in sentence
    assert any(sign in sentence for sign in (":", ","))


def test_a_file_that_is_too_big_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "big.xlsx"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(ChronologyRefused) as refused:
        parse(path)
    assert refused.value.kind == "too-big"


@pytest.mark.parametrize("name", ["gone.xlsx", "."])
def test_a_file_that_is_not_there_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ChronologyRefused) as refused:
        parse(tmp_path / name)
    assert refused.value.kind == "missing"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (-signal.SIGXCPU, "too-slow"),
        (-signal.SIGKILL, "too-slow"),
        (-signal.SIGABRT, "too-much-memory"),
        (1, "too-much-memory"),
        (0, "unreadable"),
    ],
)
def test_a_reader_that_dies_is_a_refusal(code: int, kind: str) -> None:
    with pytest.raises(ChronologyRefused) as refused:
        limits._understood(subprocess.CompletedProcess([], code, stdout=b"half of an ans"))
    assert refused.value.kind == kind


def test_the_reading_process_may_not_take_more_than_it_needs() -> None:
    script = "from agencies.chronology import confined; confined.confine(); bytearray(400 << 20)"
    run = subprocess.run([sys.executable, "-c", script], cwd=limits.ROOT, capture_output=True, text=True, check=False)
    assert "MemoryError" in run.stderr


def test_the_reading_process_may_not_write_files(tmp_path: Path) -> None:
    script = f"from agencies.chronology import confined; confined.confine(); open({str(tmp_path / 'x')!r}, 'w').write('x' * 99999)"
    run = subprocess.run([sys.executable, "-c", script], cwd=limits.ROOT, capture_output=True, text=True, check=False)
    assert run.returncode != 0


def test_more_time_is_given_to_a_confined_process_only() -> None:
    before = resource.getrlimit(resource.RLIMIT_CPU)
    confined.allow(1)
    assert resource.getrlimit(resource.RLIMIT_CPU) == before


def test_the_process_that_asks_keeps_its_own_limits(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    path = tmp_path / "a.csv"
    path.write_bytes(b"Date,Event\r\n12/03/2019,Visit made.\r\n")
    parse(path)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_reading_does_not_depend_on_the_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_bytes(b"Date,Event\r\n12/03/2019,Visit made.\r\n")
    monkeypatch.chdir(tmp_path)
    assert [row.event for row in parse(Path("a.csv")).rows] == ["Visit made."]


def test_whatever_breaks_in_a_reader_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"Date,Event\r\n12/03/2019,Visit made.\r\n")

    def broken(_: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(child, "sheets_of", broken)
    assert child.answer(path) == {"refused": "unreadable"}
