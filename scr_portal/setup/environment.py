"""Makes `.venv` and installs a hashed lock into it: `python3 -m scr_portal.setup.environment requirements.txt`.

A stamp remembers what was installed, so that the next run has nothing to do.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from scr_portal.setup import ROOT, VENV, apt

PYTHON = VENV / "bin" / "python"
# What builds the one part that is published as source only; hashed too, so that nothing unhashed is ever run.
BUILD = ROOT / "requirements-build.txt"
NO_VENV = (
    "This Python cannot make virtual environments: install python3-venv "
    "(Debian, Ubuntu: sudo apt install python3-venv) and run this again."
)


def main(names: list[str]) -> int:
    """Install each named lock that is not yet installed; returns the exit status."""
    if not works() and not make():
        print(NO_VENV, file=sys.stderr)
        return 1
    for name in names:
        if not install(ROOT / name):
            print(f"The packages in {name} could not be installed: see the lines above.", file=sys.stderr)
            return 1
    return 0


def works() -> bool:
    """Whether `.venv` is there and its Python still starts (an upgrade of the machine's Python can break it)."""
    if not PYTHON.exists():
        return False
    return subprocess.run([PYTHON, "-c", "import pip"], capture_output=True).returncode == 0


def make() -> bool:
    """Make `.venv` anew; on Debian this may take the package python3-venv, which is installed if it can be."""
    if importlib.util.find_spec("ensurepip") is None:
        version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not (apt.install([version]) or apt.install(["python3-venv"])):
            return False
    print("Making the environment in .venv …", flush=True)
    return subprocess.run([sys.executable, "-m", "venv", "--clear", VENV]).returncode == 0


def install(lock: Path) -> bool:
    """Install a lock, unless its stamp says that it is installed."""
    stamp = VENV / f".{lock.stem}.stamp"
    digest = hashlib.sha256(BUILD.read_bytes() + lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == digest:
        return True
    print(f"Installing the packages of {lock.name} …", flush=True)
    if not (_pip(BUILD) and _pip(lock, "--no-build-isolation", "--use-pep517")):
        return False
    stamp.write_text(digest)
    return True


def _pip(lock: Path, *options: str) -> bool:
    """Bytecode is left to the first import: compiling what nobody runs would double the time."""
    command: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--require-hashes",
        "--no-deps",
        "--no-compile",
        *options,
    ]
    quiet = os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore", "PIP_NO_INPUT": "1"}
    return subprocess.run([*command, "-r", lock], env=quiet, stdin=subprocess.DEVNULL).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
