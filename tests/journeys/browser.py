"""A person at a browser: opens, reads, fills in and presses what they see, and every page that they come to is checked.

Each new page is checked by axe-core at two widths and must not need sideways scrolling on a narrow one; its picture is
kept in var/screenshots/, by journey. The content security policy stays in force throughout: axe-core is evaluated by the
browser's own debugger, which the policy does not bind, so nothing has to be switched off. Whatever the policy refuses is a
line on the browser's console, and any such line fails the test (see conftest.py).
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from django.utils.datastructures import CaseInsensitiveMapping
from playwright.sync_api import Locator, Page, Response, expect

from scr_portal.setup import VAR
from tests import headers

SCREENSHOTS = VAR / "screenshots"
# Every rule is run; what it finds in order is not written down element by element.
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
WIDE, NARROW, HEIGHT = 1280, 400, 900
REFERENCE = re.compile(r"[A-Z]{2,5}-\d{4}-\d+|\d+|[0-9a-f-]{32,36}")


def axe(page: Page, picture: Path) -> None:
    """Check the page at both widths and keep its picture; AssertionError names each fault and where it is."""
    picture.parent.mkdir(parents=True, exist_ok=True)
    faults: list[str] = []
    for width in (NARROW, WIDE):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.screenshot(path=picture.with_name(f"{picture.name}-{width}.png"), full_page=True)
        faults += [f"at {width}: {fault}" for fault in violations(page)]
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if overflow > 0:
            faults.append(f"at {width}: scrolls sideways by {overflow} pixels")
    assert not faults, f"{page.url} ({page.title()}):\n" + "\n".join(faults)


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong at WCAG 2.2 AA: the rule, why, and the elements."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("rules => axe.run(rules).then(found => found.violations)", RULES)
    return [
        f"{fault['id']}: {fault['help']}: " + ", ".join(str(node["target"]) for node in fault["nodes"][:5])
        for fault in found
    ]


def shape(url: str) -> str:
    """An address without its references and numbers: two reviews' pages are one kind of page."""
    parts = [part for part in urlsplit(url).path.split("/") if part]
    return "-".join("x" if REFERENCE.fullmatch(part) else part for part in parts) or "home"


def labelled(label: str) -> re.Pattern[str]:
    """Exactly this label, whether or not the field may stay empty."""
    return re.compile(rf"^\s*{re.escape(label)}(\s+\(optional\))?\s*$")


def spoken(name: str) -> re.Pattern[str]:
    """Exactly this name, however its visible and its hidden words are spaced."""
    return re.compile(r"^\s*" + r"\s*".join(map(re.escape, re.findall(r"\w+|[^\w\s]", name))) + r"\s*$")


class Somebody:
    """One person in one browser window. `seen` is everybody's in a journey, of that name: each kind of page is checked once."""

    def __init__(self, page: Page, seen: set[tuple[str, str]], journey: str) -> None:
        self.page, self.seen, self.pictures = page, seen, SCREENSHOTS / journey

    def go(self, path: str) -> None:
        """Open an address of the portal; AssertionError unless it answers well."""
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.ok, f"{path} answered {answer.status}"
        self.look()

    def sign_in(self, email: str, password: str) -> None:
        """Through the sign-in page, as anybody would."""
        self.page.context.clear_cookies()
        self.go("/account/login/")
        self.fill("E-mail address", email)
        self.fill("Password", password)
        self.press("Sign in")
        assert "/account/login" not in self.page.url, f"{email} was not let in"

    def look(self) -> None:
        """Check the page here, unless one of its kind with this heading has been checked already."""
        heading = self.page.locator("h1").first
        here = (shape(self.page.url), heading.inner_text() if heading.count() else "")
        kind = (here[0], REFERENCE.sub("x", here[1]))
        if kind not in self.seen:
            self.seen.add(kind)
            same = sum(name == here[0] for name, _ in self.seen)
            axe(self.page, self.pictures / (here[0] if same == 1 else f"{here[0]}-{same}"))

    def press(self, name: str, *, within: Locator | None = None) -> None:
        """Press the button, or follow the link, of exactly this name, and look at where it leads."""
        place = within or self.page
        words = spoken(name)
        target = place.get_by_role("button", name=words).or_(place.get_by_role("link", name=words))
        target.first.click()
        self.page.wait_for_load_state("load")
        self.look()

    def fill(self, label: str, text: str) -> None:
        """Type into the field of this label."""
        self.page.get_by_label(labelled(label)).fill(text)

    def choose(self, label: str, *, under: str | None = None) -> None:
        """Tick the radio or checkbox of this label, in the group of a legend if one is named."""
        (self.group(under) if under else self.page).get_by_label(label, exact=True).check()

    def select(self, label: str, option: str) -> None:
        """Take an option of a drop-down list by what it says."""
        self.page.get_by_label(labelled(label)).select_option(label=option)

    def upload(self, label: str, *files: Path) -> None:
        """Hand in files."""
        self.page.get_by_label(labelled(label)).set_input_files(list(files))

    def group(self, legend: str) -> Locator:
        """The fields under a legend."""
        return self.page.get_by_role("group", name=labelled(legend))

    def row(self, text: str) -> Locator:
        """The first row of a table, or of a summary list, that says this."""
        return self.page.locator("tr, .govuk-summary-list__row, .govuk-task-list__item").filter(has_text=text).first

    def reads(self, text: str) -> None:
        """Wait until the page says this; AssertionError with what it says instead."""
        expect(self.page.locator("body")).to_contain_text(text)

    def saved(self, name: str, folder: Path) -> Path:
        """Follow a download link and keep the file."""
        with self.page.expect_download() as waiting:
            self.page.get_by_role("link", name=spoken(name)).first.click()
        path = folder / waiting.value.suggested_filename
        waiting.value.save_as(path)
        return path


def listen(page: Page, complaints: list[str]) -> None:
    """Write down what the browser complains of on this page (errors of scripts, refusals of the policy), and what an answer lacks."""

    def heard(message: Any) -> None:
        # A refused form answers 422, a page that is not there 404: said on the console, and meant.
        if message.type == "error" and "Failed to load resource" not in message.text:
            complaints.append(message.text)

    def answered(answer: Response) -> None:
        # The server of a journey gives static files by itself, and names its version: whitenoise and gunicorn do not.
        # A folder that left the portal is opened from the disk, which says nothing beside it.
        if "/static/" not in answer.url and not answer.url.startswith("file:"):
            said = CaseInsensitiveMapping({name: value for name, value in answer.headers.items() if name != "server"})
            complaints.extend(f"{answer.url}: {fault}" for fault in headers.faults(said))

    page.on("console", heard)
    page.on("response", answered)
    page.on("pageerror", lambda error: complaints.append(str(error)))
