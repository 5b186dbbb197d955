"""What has to come from the operating system: `python -m scr_portal.setup.machine pdf [--or-fail]`.

Installed where that is possible without asking anybody; otherwise one sentence says what to install.
"""

from __future__ import annotations

import ctypes
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scr_portal.setup import apt

# Each library under the names that it has on Linux and on macOS.
PDF_LIBRARIES = (
    ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
    ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0.0.dylib"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0.0.dylib"),
    ("libfontconfig.so.1", "libfontconfig.1.dylib"),
    ("libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
)
LIBRARY_FOLDERS = ("", "/opt/homebrew/lib/", "/usr/local/lib/")
FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "/System/Library/Fonts",
)
LIKE_ARIAL = ("arial", "liberation", "arimo", "helvetica")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(frozen=True)
class Need:
    """Something this machine must have: how to see that it is there, and what to install where it is not."""

    present: Callable[[], bool]
    debian: Sequence[str]
    sentence: str  # empty where nothing fails without it


def pdf_libraries_present() -> bool:
    """Whether the libraries that lay out a PDF can be loaded, and there is a font to lay it out in."""
    return all(_loads(names) for names in PDF_LIBRARIES) and _font_present()


def typeface_present() -> bool:
    """Whether there is Arial, or a typeface of its measure: pages and reports then look the same everywhere."""
    return any(path.name.lower().startswith(LIKE_ARIAL) for path in _fonts())


def browser() -> str | None:
    """The Chromium or Chrome of this machine, if it has one."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def _loads(names: Sequence[str]) -> bool:
    for name in names:
        for folder in LIBRARY_FOLDERS:
            try:
                ctypes.CDLL(folder + name)
            except OSError:
                continue
            return True
    return False


def _font_present() -> bool:
    return next(_fonts(), None) is not None


def _fonts() -> Iterator[Path]:
    for folder in FONT_FOLDERS:
        yield from Path(folder).expanduser().rglob("*.[to]t[fc]")


NEEDS = {
    "pdf": Need(
        present=pdf_libraries_present,
        debian=("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-liberation"),
        sentence="Reports cannot be made as PDF until Pango and a font are installed "
        "(Debian, Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation; "
        "Fedora: sudo dnf install pango harfbuzz liberation-sans-fonts; macOS: brew install pango); "
        "everything else works without.",
    ),
    "typeface": Need(present=typeface_present, debian=("fonts-liberation",), sentence=""),
    "browser": Need(
        present=lambda: browser() is not None,
        debian=("chromium",),
        sentence="The browser journeys need Chromium or Chrome: install it (Debian: sudo apt install chromium; "
        "Fedora: sudo dnf install chromium; macOS: brew install --cask google-chrome) and run this again.",
    ),
}


def provide(need: Need) -> bool:
    """See to a need; True if it is met afterwards, else False with its sentence printed."""
    if need.present() or (apt.install(need.debian) and need.present()):
        return True
    if need.sentence:
        print(need.sentence, file=sys.stderr, flush=True)
    return False


def main(words: list[str]) -> int:
    """See to the needs named; the exit status is 0 unless `--or-fail` is given and one is not met."""
    met = [provide(NEEDS[word]) for word in words if word in NEEDS]
    return 1 if "--or-fail" in words and not all(met) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
