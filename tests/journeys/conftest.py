"""Journeys run in the machine's own Chromium against the portal, served by this process from a database file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from scr_portal.setup import machine
from tests.journeys.browser import HEIGHT, WIDE, Somebody, listen

# Playwright's plain interface keeps an event loop in this thread, in which Django would refuse the database; nothing
# here runs at the same time on that loop.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"

# Chromium refuses its own sandbox to root, which is who runs it in a container; the rest keeps it from calling out.
ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A file, not memory: in memory the threads of the server would share one connection, and one transaction."""
    default = connections["default"]
    if default.vendor == "sqlite":
        default.settings_dict.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all journeys."""
    path = machine.browser()
    assert path, "There is no Chromium here: run `make journeys`, which installs it where it can."
    arguments = [*ARGUMENTS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of in this test; a test that provokes it takes it out again."""
    return []


@pytest.fixture
def new_page(chromium: Browser, live_server: Any, complaints: list[str]) -> Iterator[Callable[..., Page]]:
    """Opens browser windows that know nothing of each other; in the end none of them may have complained."""
    contexts = []

    def open_page(**options: Any) -> Page:
        size = ViewportSize(width=WIDE, height=HEIGHT)
        context = chromium.new_context(base_url=live_server.url, viewport=size, locale="en-GB", **options)
        context.set_default_timeout(60_000)  # Building a report waits for the machine.
        contexts.append(context)
        page = context.new_page()
        listen(page, complaints)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints, "The browser complained:\n" + "\n".join(complaints)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """One window."""
    return new_page()


@pytest.fixture
def somebody(new_page: Callable[..., Page], request: pytest.FixtureRequest) -> Callable[[], Somebody]:
    """People at browsers, each with a window of their own; each kind of page is checked once in a test."""
    seen: set[tuple[str, str]] = set()
    return lambda: Somebody(new_page(), seen, request.node.name)


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    """Where files go that are downloaded or handed in."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    return folder
