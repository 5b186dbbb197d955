"""Installing Debian packages, where this machine lets us do so without asking anybody anything."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence

QUIET = ["-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]


def privilege() -> list[str] | None:
    """What to put before a command to run it as root: nothing, or a sudo that asks nothing; None where neither does."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(["sudo", "-n", "true"], stdin=subprocess.DEVNULL, capture_output=True)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def install(packages: Sequence[str]) -> bool:
    """Install Debian packages; True if they are there afterwards, False if this machine or its user cannot."""
    root = privilege()
    if root is None or not shutil.which("apt-get"):
        return False
    print("Installing " + ", ".join(packages) + " …", flush=True)
    command = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *QUIET]
    _run([*command, "update"])  # One unreachable source among many must not stop the rest.
    return _run([*command, "install", "--yes", "--no-install-recommends", *packages])


def _run(command: Sequence[str]) -> bool:
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        print("\n".join(done.stderr.splitlines()[-5:]), flush=True)
    return done.returncode == 0
