"""A real browser, with everything that must never happen in it watched for."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from kg.view.page import render
from tests.view.graphs import hostile_graph, seed_graph
from tests.view.made_up import large_graph

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
HANG = 120_000  # milliseconds after which a page that never gets there is given up; nothing else depends on the clock
MISSING = "these tests need Chromium: apt-get install -y chromium, or name its path in the variable KG_CHROMIUM"

Open = Callable[..., "Opened"]


@dataclass
class Opened:
    """A page, and what went wrong in it: messages of the console, errors, dialogs, requests beyond the file."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def js(self, script: str) -> Any:
        return self.page.evaluate(script)

    def drawn(self) -> None:
        """Waits until what was asked for stands on the screen: in the next frame but one at the latest."""
        self.js("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def watch(self) -> None:
        self.page.on("console", lambda message: self.faults.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("dialog", self._dialog)
        self.page.on("request", lambda request: self._request(request.url))

    def _dialog(self, dialog: Any) -> None:
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, url: str) -> None:
        if not url.startswith("file://"):
            self.faults.append(f"request: {url}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("KG_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.fail(MISSING, pytrace=False)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        except Error as error:
            pytest.fail(f"{path} does not start; {MISSING}\n{error}", pytrace=False)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens HTML from a file, and fails the test if anything went wrong in the page meanwhile."""
    opened: list[Opened] = []

    def open_page(html: str, *, address: str = "", size: tuple[int, int] = (1400, 900), **options: Any) -> Opened:
        file = tmp_path / "graph.html"
        file.write_bytes(html.encode("utf-8"))
        viewport: Any = {"width": size[0], "height": size[1]}
        context = browser.new_context(viewport=viewport, reduced_motion="reduce", locale="en-US", **options)
        found = Opened(context.new_page())
        found.page.set_default_timeout(HANG)
        found.watch()
        opened.append(found)
        found.page.goto(file.as_uri() + address)
        found.page.wait_for_function("window.kgView !== undefined")
        return found

    yield open_page
    faults = [fault for found in opened for fault in found.faults]
    for found in opened:
        found.page.context.close()
    assert faults == []


@pytest.fixture(scope="session")
def seed_page() -> str:
    return render(seed_graph())


@pytest.fixture(scope="session")
def german_page() -> str:
    return render(seed_graph(), labels="de", title="Li Shangfu")


@pytest.fixture(scope="session")
def hostile_page() -> str:
    return render(hostile_graph())


@pytest.fixture(scope="session")
def large_page() -> str:
    return render(large_graph())
