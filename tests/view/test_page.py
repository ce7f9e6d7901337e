"""The page as text: alone, inert, the same every time."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.errors import EntityNotFound, UsageError
from kg.model import KnowledgeGraph
from kg.view.page import render
from tests.view.graphs import HOSTILE, hostile_graph, seed_graph

ROOT = Path(__file__).parents[2]


class Reader(HTMLParser):
    """Tags with attributes, and the text of scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in {"script", "style"} and data.strip():
            self.raw.append((self.tags[-1][0], data))

    @property
    def policy(self) -> str:
        return next(a["content"] or "" for tag, a in self.tags if a.get("http-equiv") == "Content-Security-Policy")


PAGES = {
    "seed": render(seed_graph()),
    "hostile": render(hostile_graph(), title=HOSTILE),
    "empty": render(KnowledgeGraph()),
}


@pytest.fixture(params=sorted(PAGES))
def page(request: pytest.FixtureRequest) -> str:
    return PAGES[request.param]


def test_nothing_is_loaded_and_nothing_runs_but_scripts(page: str) -> None:
    for tag, attributes in Reader(page).tags:
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "audio", "video"}
        assert not {"src", "srcset", "style", "action", "background"} & attributes.keys()
        assert not any(name.startswith("on") for name in attributes)
        assert attributes.get("href", "#") == "#"


def test_policy_allows_the_scripts_by_digest_and_nothing_else(page: str) -> None:
    reader = Reader(page)
    code = [(kind, text) for kind, text in reader.raw if not text.startswith(("{", "["))]
    digests = {kind: set() for kind in ("script", "style")}  # type: dict[str, set[str]]
    for kind, text in code:
        digests[kind].add(f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'")
    rules = dict(rule.strip().split(" ", 1) for rule in reader.policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert set(rules["script-src"].split()) == digests["script"]
    assert set(rules["style-src"].split()) == digests["style"]
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    assert "unsafe" not in reader.policy


def test_no_source_map_is_asked_for(page: str) -> None:
    assert "sourceMappingURL" not in page


def test_data_stay_in_their_scripts_and_come_back_whole() -> None:
    data = re.findall(r'<script type="application/json" id="kg-(\w+)">(.*?)</script>', PAGES["hostile"], re.DOTALL)
    assert [name for name, _ in data] == ["words", "contents", "drawing"]
    for _, text in data:
        assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", text)
    contents = json.loads(data[1][1])
    assert contents["entities"][0]["label"] == HOSTILE
    assert contents["entities"][0]["aliases"][1][0] == "\U0001f600 \ud800 alone"
    assert contents["articles"][0].get("url", "") == ""


def test_hostile_title_is_text() -> None:
    tags = [tag for tag, _ in Reader(PAGES["hostile"]).tags]
    assert tags.count("script") == 5
    assert "img" not in tags


def test_page_can_be_written_as_utf8(page: str) -> None:
    assert page.encode("utf-8").startswith(b"<!DOCTYPE html>")


def test_lone_surrogate_in_a_title() -> None:
    assert "<title>a?b</title>" in render(KnowledgeGraph(), title="a\ud800b")


def test_the_same_graph_gives_the_same_bytes_in_another_process() -> None:
    code = "from kg.view.page import render; from tests.view.graphs import seed_graph as g; import hashlib;"
    code += "print(hashlib.sha256(render(g()).encode()).hexdigest())"
    found = set()
    for seed in ("1", "77"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        run = subprocess.run(
            [sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
        )
        found.add(run.stdout.strip())
    assert found == {hashlib.sha256(PAGES["seed"].encode()).hexdigest()}


def test_order_of_the_graph_does_not_matter() -> None:
    graph = seed_graph()
    turned = KnowledgeGraph(graph.articles[::-1], graph.entities[::-1], graph.statements[::-1])
    assert render(turned) == PAGES["seed"]


def test_language_and_title() -> None:
    html = render(seed_graph(), labels="de", entity="Schoigu")
    assert '<html lang="de">' in html
    assert "<title>Sergei Schoigu – Wissensgraph</title>" in html
    assert "<title>Mine</title>" in render(KnowledgeGraph(), title="Mine")


@pytest.mark.parametrize(("options", "error"), [({"labels": "fr"}, UsageError), ({"entity": "Nobody"}, EntityNotFound)])
def test_wrong_use(options: dict[str, str], error: type[Exception]) -> None:
    with pytest.raises(error):
        render(seed_graph(), **options)


def test_library_is_vendored_with_its_licences() -> None:
    static = ROOT / "kg" / "view" / "static"
    assert "@version 10." in (static / "vis-network.min.js").read_text(encoding="utf-8")[:500]
    assert (static / "vis-network.LICENSE-MIT").read_text(encoding="utf-8").startswith("The MIT License")
    assert "Apache License" in (static / "vis-network.LICENSE-APACHE-2.0").read_text(encoding="utf-8")
