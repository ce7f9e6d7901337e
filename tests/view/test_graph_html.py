"""The page in a browser: what a reader does with it, and what a hostile text cannot do."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from kg.model import KnowledgeGraph
from kg.view.page import render
from tests.view.conftest import Open, Opened
from tests.view.graphs import HOSTILE, hostile_graph, seed_graph

GRAPH = seed_graph()


def statement(target: str, relation: str = "kg:met") -> str:
    """The id of the statement of Li Shangfu with this object."""
    found = (s for s in GRAPH.statements if s.subject == "Li_Shangfu" and s.relation.id == relation)
    return next(s.id for s in found if s.object == target)


SHOIGU, AUSTIN = statement("Sergei_Shoigu"), statement("Lloyd_Austin")
BELARUS = statement("Belarus", "kg:visited")


def panel(page: Page) -> str:
    return page.locator("#panel").inner_text()


def untick(page: Page, name: str) -> None:
    page.get_by_role("checkbox", name=name, exact=True).uncheck()


def click_at(opened: Opened, key: str) -> None:
    spot = opened.js(f"kgView.locate({key!r})")
    opened.page.mouse.click(spot["x"], spot["y"])


# -- finding -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("li sh", "Li Shangfu"),
        ("SCMP", "South China Morning Post"),
        ("WEISSRUSSLAND", "Belarus"),
        ("Schoigu", "Sergei Shoigu"),
    ],
)
def test_search_finds_names_and_aliases(open_page: Open, seed_page: str, typed: str, name: str) -> None:
    page = open_page(seed_page).page
    page.keyboard.press("/")
    page.keyboard.type(typed)
    expect(page.locator("#suggestions [role=option]").first).to_contain_text(name)
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(name)
    assert page.url.endswith("#entity=" + name.replace(" ", "_"))


def test_suggestions_can_be_walked_through(open_page: Open, seed_page: str) -> None:
    page = open_page(seed_page).page
    page.fill("#search", "li")
    assert page.get_attribute("#search", "aria-activedescendant") == "suggestion-0"
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#search", "aria-activedescendant") == "suggestion-1"
    expect(page.locator("#suggestion-1")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.locator("#suggestions")).to_be_hidden()
    page.fill("#search", "qqq")
    expect(page.locator("#suggestions")).to_have_text("Nothing of this name")


def test_words_are_found_in_sentences(open_page: Open, seed_page: str) -> None:
    opened = open_page(seed_page)
    opened.page.fill("#search", "noch nicht offiziell")
    opened.page.keyboard.press("Enter")
    assert opened.js("kgView.shownCount()") == 2
    opened.page.get_by_role("button", name="Remove: Sentences with").click()
    assert opened.js("kgView.shownCount()") == len(GRAPH.statements)


# -- reading -----------------------------------------------------------------------------------------------------------


def test_click_on_an_edge_shows_its_evidence(open_page: Open, seed_page: str) -> None:
    opened = open_page(seed_page)
    click_at(opened, SHOIGU)
    page = opened.page
    expect(page.locator("#panel h2")).to_have_text("Li Shangfu met Sergei Shoigu")
    assert "Vor dieser Reise traf Herr Ly seinen russischen Amtskollegen" in page.inner_text("#panel blockquote")
    assert page.locator("#panel mark").all_inner_texts() == ["traf", "Herr Ly", "Sergei Shoigu"]
    text = panel(page)
    for words in ("Told as a fact", "April 2023", "im April dieses Jahres", "Moscow, New Delhi", "2 times", "93%"):
        assert words in text
    assert "Chinas Verteidigungsminister Li Shangfu reist" in text
    assert "Beispielzeitung · August 15, 2023" in text
    assert page.get_attribute("#panel .evidence a", "href") == "https://example.org/li-shangfu"
    assert page.get_attribute("#panel .evidence a", "rel") == "noopener noreferrer"
    assert page.url.endswith(f"#statement={SHOIGU}")


def test_a_negated_statement_never_reads_as_a_fact(open_page: Open, seed_page: str) -> None:
    opened = open_page(seed_page)
    click_at(opened, AUSTIN)
    expect(opened.page.locator("#panel h2")).to_have_text("Li Shangfu has not met Lloyd Austin")
    assert "did not happen" in panel(opened.page)
    assert "Told as a fact" not in panel(opened.page)
    opened.page.click("#view-list")
    row = opened.page.locator(f"tr[data-statement='{AUSTIN}']")
    expect(row).to_contain_text("has not met")
    expect(row.locator(".badge")).to_have_class("badge status-negated")


def test_a_report_names_its_source(open_page: Open, seed_page: str) -> None:
    opened = open_page(seed_page, address=f"#statement={BELARUS}")
    text = panel(opened.page)
    assert "does not vouch for it" in text
    assert "according to South China Morning Post" in text
    expect(opened.page.locator("#panel h2")).to_have_text("Li Shangfu is said to have visited Belarus")
    opened.page.locator("#panel .by button").click()
    assert "Is given as source 2" in panel(opened.page)


def test_click_on_an_entity_shows_all_that_is_said_of_it(open_page: Open, seed_page: str) -> None:
    opened = open_page(seed_page)
    click_at(opened, "Li_Shangfu")
    text = panel(opened.page)
    for words in ("Person", "Herr Ly", "Herr Lee", "Wikidata Q15918036", "Says or does 12"):
        assert words in text
    link = opened.page.locator("#panel .links a")
    assert link.get_attribute("href") == "https://www.wikidata.org/wiki/Q15918036"
    assert link.get_attribute("rel") == "noopener noreferrer"
    opened.page.get_by_role("button", name="Li Shangfu has not met Lloyd Austin").click()
    assert opened.page.url.endswith(f"#statement={AUSTIN}")
    opened.page.go_back()
    expect(opened.page.locator("#panel h2")).to_have_text("Li Shangfu")


def test_statements_can_be_read_one_after_the_other(open_page: Open, seed_page: str) -> None:
    page = open_page(seed_page, address=f"#statement={SHOIGU}").page
    before = page.inner_text("#panel .stepper")
    page.get_by_role("button", name="Next statement").click()
    assert page.inner_text("#panel .stepper") != before
    page.get_by_role("button", name="Previous statement").click()
    assert page.url.endswith(SHOIGU)


def test_address_that_names_nothing_says_so(open_page: Open, seed_page: str) -> None:
    page = open_page(seed_page, address="#entity=%3Cb%3ENobody").page
    expect(page.get_by_role("alert")).to_contain_text("entity=<b>Nobody")


# -- choosing ----------------------------------------------------------------------------------------------------------


def shown(opened: Opened) -> tuple[int, int]:
    """Statements by the counter, and edges on the drawing."""
    counted = int(opened.page.inner_text("#shown").split()[0])
    assert counted == opened.js("kgView.shownCount()")
    return counted, opened.js("kgView.drawnEdges()")


def test_filters_hide_and_reset_shows_again(open_page: Open, seed_page: str) -> None:
    opened = open_page(seed_page)
    everything = shown(opened)
    assert everything == (27, 27)
    untick(opened.page, "Planned")
    assert shown(opened) == (24, 24)
    untick(opened.page, "Negated")
    assert shown(opened) == (23, 23)
    opened.page.get_by_role("button", name="Only met", exact=True).click()
    assert shown(opened) == (2, 2)
    assert opened.js("kgView.drawnNodes()") == 3
    opened.page.click("#reset")
    assert shown(opened) == everything


def test_facts_only(open_page: Open, seed_page: str) -> None:
    opened = open_page(seed_page)
    opened.page.click("#preset-facts")
    assert shown(opened)[0] == sum(s.direct for s in GRAPH.statements)
    expect(opened.page.locator("#preset-facts")).to_have_attribute("aria-pressed", "true")


def test_types_hide_what_they_are_part_of(open_page: Open, seed_page: str) -> None:
    opened = open_page(seed_page)
    untick(opened.page, "Person")
    people = {e.id for e in GRAPH.entities if e.type == "Person"}
    assert shown(opened)[0] == sum(s.subject not in people and s.object not in people for s in GRAPH.statements)


def test_nothing_left_says_why(open_page: Open, seed_page: str) -> None:
    opened = open_page(seed_page)
    opened.page.get_by_role("button", name="Relations: None").click()
    expect(opened.page.locator("#nothing")).to_contain_text("No statement fits these filters")
    opened.page.locator("#nothing button").click()
    assert shown(opened)[0] == 27


def test_surroundings_of_an_entity_alone(open_page: Open, seed_page: str) -> None:
    opened = open_page(seed_page, address="#entity=Sergei_Shoigu")
    opened.page.get_by_role("button", name="Only this and its neighbours").click()
    assert shown(opened) == (3, 3)
    opened.page.get_by_role("button", name="Remove: Only what concerns Sergei Shoigu").click()
    assert shown(opened) == (27, 27)


# -- the list, the keyboard, the window --------------------------------------------------------------------------------


def test_list_shows_the_same_and_sorts(open_page: Open, seed_page: str) -> None:
    page = open_page(seed_page).page
    page.click("#view-list")
    assert page.locator("tbody tr").count() == 27
    page.click("#sort-object")
    objects = page.locator("tbody .cell-object").all_inner_texts()
    assert objects == sorted(objects, key=str.casefold)
    page.click("#sort-object")
    assert page.locator("th[aria-sort=descending]").count() == 1
    page.locator("tbody tr .cell-status").first.click()
    assert "#statement=" in page.url


def test_everything_can_be_done_by_keyboard(open_page: Open, seed_page: str) -> None:
    opened = open_page(seed_page)
    page = opened.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "sort-subject"
    page.locator("tbody .relation").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className").startswith("link relation")
    expect(page.locator("#panel .stepper")).to_have_count(0)


def test_canvas_moves_and_zooms_by_keyboard_and_buttons(open_page: Open, seed_page: str) -> None:
    opened = open_page(seed_page)
    before, scale = opened.js("kgView.locate('Li_Shangfu')"), opened.js("kgView.scale()")
    opened.page.focus("#canvas")
    opened.page.keyboard.press("ArrowRight")
    assert opened.js("kgView.locate('Li_Shangfu')")["x"] < before["x"]
    opened.page.keyboard.press("+")
    assert opened.js("kgView.scale()") > scale
    opened.page.click("#zoom-fit")
    assert opened.js("kgView.scale()") == pytest.approx(scale)
    opened.page.click("#zoom-out")
    assert opened.js("kgView.scale()") < scale


def test_all_controls_have_names(open_page: Open, german_page: str) -> None:
    page = open_page(german_page, address="#entity=Li_Shangfu").page
    named = "e.textContent.trim() || e.ariaLabel || e.labels?.length || e.hidden"
    controls = "button, input, a, summary, [role=button], [role=application], [role=combobox], [role=listbox]"
    assert page.eval_on_selector_all(controls, f"all => all.filter(e => !({named})).map(e => e.outerHTML)") == []


@pytest.mark.parametrize("size", [(390, 800), (820, 1100)])
def test_narrow_windows_keep_everything_in_reach(open_page: Open, seed_page: str, size: tuple[int, int]) -> None:
    opened = open_page(seed_page, size=size)
    page = opened.page
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.click("#filters-button")
    untick(page, "Negated")
    page.keyboard.press("Escape")
    assert shown(opened)[0] == 26
    opened.js(f"kgView.select({SHOIGU!r})")
    expect(page.locator("#panel blockquote")).to_be_in_viewport()
    page.get_by_role("button", name="Close", exact=True).click()
    page.click("#view-list")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def luminance(page: Page) -> float:
    colour = page.evaluate("getComputedStyle(document.querySelector('.stage')).backgroundColor")
    return sum(map(int, re.findall(r"\d+", colour)[:3])) / 765


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_follow_the_system_until_the_reader_chooses(open_page: Open, seed_page: str, scheme: str) -> None:
    page = open_page(seed_page, color_scheme=scheme).page
    assert (luminance(page) < 0.5) == (scheme == "dark")
    page.click("#theme")
    assert (luminance(page) < 0.5) == (scheme == "light")
    page.reload()
    assert (luminance(page) < 0.5) == (scheme == "light")


def test_canvas_is_drawn_in_the_colours_of_the_theme(open_page: Open, seed_page: str) -> None:
    picture = "document.querySelector('#canvas canvas').toDataURL()"
    opened = open_page(seed_page)
    before = opened.js(picture)
    assert len(before) > 40_000  # base64 of the picture; an empty one is far smaller
    opened.page.click("#theme")
    assert opened.js(picture) != before


def test_the_page_speaks_german(open_page: Open, german_page: str) -> None:
    page = open_page(german_page, address=f"#statement={AUSTIN}").page
    assert page.inner_text("#shown") == "27 von 27 Aussagen"
    assert "Der Text sagt, dass dies nicht so ist oder nicht geschah." in panel(page)
    expect(page.locator("#panel h2")).to_have_text("Li Shangfu hat Lloyd Austin nicht getroffen")
    assert page.title() == "Li Shangfu"


# -- other graphs ------------------------------------------------------------------------------------------------------


def test_an_empty_graph_says_so(open_page: Open) -> None:
    page = open_page(render(KnowledgeGraph())).page
    expect(page.get_by_role("heading", name="Nothing to show yet")).to_be_visible()


def test_hostile_text_is_inert_and_whole(open_page: Open, hostile_page: str) -> None:
    opened = open_page(hostile_page)
    page = opened.page
    for found in hostile_graph().statements:
        assert opened.js(f"kgView.select({found.id!r})")
        assert page.locator("#panel blockquote").evaluate("e => e.textContent") == found.evidence[0].quote
    assert page.locator("#panel a").count() == 0  # javascript: is no address
    page.locator("#panel h2 button").first.click()
    assert page.locator("#panel h2").evaluate("e => e.textContent") == HOSTILE
    link = page.locator("#panel .links a").get_attribute("href")
    assert link is not None
    assert link.startswith("https://www.wikidata.org/wiki/%22%3E%3Cscript%3E")
    page.fill("#search", "<script>")
    page.keyboard.press("Enter")
    page.click("#view-list")
    assert page.locator("tbody tr").count() == 3
    assert page.evaluate("document.scripts.length") == 5
    assert page.locator("img").count() == 0


def test_marks_count_characters_beyond_the_basic_plane(open_page: Open, hostile_page: str) -> None:
    page = open_page(hostile_page, address=f"#statement={hostile_graph().statements[1].id}").page
    marks = page.locator("#panel mark").all()
    assert [mark.evaluate("e => e.textContent") for mark in marks] == ["\U0001f600", HOSTILE]


def test_a_large_graph_opens_with_its_core(open_page: Open, large_page: str) -> None:
    opened = open_page(large_page)
    assert opened.js("kgView.drawnNodes()") <= 60
    expect(opened.page.locator("#chips")).to_contain_text("best connected of 1,471 entities")
    opened.page.get_by_role("button", name="Show all").click()
    assert opened.js("kgView.drawnNodes()") == 1471
    opened.page.click("#view-list")
    rows = opened.page.locator("tbody tr")
    before = rows.count()
    opened.page.get_by_role("button", name=re.compile("Show .* more")).click()
    assert before < rows.count() < 400


def test_search_reaches_what_the_core_leaves_out(open_page: Open, large_page: str) -> None:
    opened = open_page(large_page)
    opened.js("kgView.select('e00999')")
    expect(opened.page.locator("#chips")).to_contain_text("Drawn: only what concerns")
    assert opened.js("kgView.drawnNodes()") > 1
    assert opened.js("kgView.shownCount() === kgView.statementCount")


def test_reading_the_list_of_a_large_graph_does_not_narrow_it(open_page: Open, large_page: str) -> None:
    opened = open_page(large_page)
    page = opened.page
    page.click("#view-list")
    page.locator("tbody .relation").nth(40).click()
    assert page.locator("tbody tr").count() == 150
    before = page.inner_text("#panel .stepper")
    page.get_by_role("button", name="Next statement").click()
    assert page.inner_text("#panel .stepper").split(" of ")[1] == before.split(" of ")[1]
    selected = page.url.partition("#statement=")[2]
    page.click("#view-graph")
    opened.drawn()
    spot = opened.js(f"kgView.locate({selected!r})")
    page.mouse.click(spot["x"], spot["y"])
    assert page.url.endswith(selected)


def test_surroundings_page_opens_at_its_entity(open_page: Open) -> None:
    opened = open_page(render(seed_graph(), entity="scmp"))
    expect(opened.page.locator("#panel h2")).to_have_text("South China Morning Post")
    assert opened.page.title() == "South China Morning Post – Knowledge graph"
