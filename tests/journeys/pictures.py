"""Takes the pictures that help shows, from a demonstration that is being served: `make pictures PORT=8000`.

Each is opened by the person that scr_portal/lib/guide/pages.toml names, and kept in static/help/ with few colours, so that
it stays small. Nothing but the invented board is ever pictured.
"""

from __future__ import annotations

import os
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from scr_portal.lib.guide import written
from scr_portal.setup import machine
from tests.journeys.conftest import ARGUMENTS

STATIC = Path(__file__).parent.parent.parent / "static" / "help"
# Of a page is shown what stands below its menu, from the part that the picture is about, so that words stay legible.
SIZE = ViewportSize(width=1000, height=1600)
HIGH = 560
COLOURS = 48


def take(browser: Browser, portal: str, picture: dict[str, Any]) -> bytes:
    """One picture as a PNG of few colours. AssertionError for an address that does not answer."""
    context = browser.new_context(base_url=portal, viewport=SIZE, locale="en-GB")
    page = context.new_page()
    page.goto("/account/login/")
    page.get_by_label("E-mail address").fill(f"{picture['by']}@wexcombe.example")
    page.get_by_label("Password").fill("wexcombe-demonstration")
    page.get_by_role("button", name="Sign in").click()
    answer = page.goto(picture["at"])
    assert answer is not None
    assert answer.ok, f"{picture['at']} answered {answer.status}"
    page.wait_for_load_state("networkidle")
    place = page.locator(picture.get("begins", "h1")).first.bounding_box()
    assert place is not None, f"{picture['at']} has nothing to begin with"
    whole = Image.open(BytesIO(page.screenshot(full_page=True))).convert("RGB")
    top = max(0, min(int(place["y"]) - 15, whole.height - HIGH))
    shot = whole.crop((0, top, whole.width, top + HIGH)).quantize(COLOURS)
    context.close()
    kept = BytesIO()
    shot.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def main(port: str) -> None:
    """Take every picture anew, from the demonstration at this port."""
    STATIC.mkdir(exist_ok=True)
    arguments = [*ARGUMENTS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=machine.browser(), args=arguments)
        for name, picture in written()["pictures"].items():
            (STATIC / f"{name}.png").write_bytes(take(browser, f"http://127.0.0.1:{port}", picture))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
