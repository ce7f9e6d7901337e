"""What each block of lines is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest.layout import blocks
from kg.model import BlockKind

BODY = "Der Minister reiste am Montag nach Wien. Dort traf er die Kanzlerin."


def kinds(text: str, *, title: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(text)) for block in blocks(text, language="de", title=title)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Minister reist nach Wien", "title"),
        ("Warum der Minister reist", "title"),
        ("Minister Klaus Weber (links) in Wien. Foto: dpa", "caption"),
        ("Klaus Weber am Montag in Wien (Bild: Reuters)", "caption"),
        ("Klaus Weber am Montag in Wien. © AFP", "caption"),
        ("Foto: dpa", "boilerplate"),
        ("[Anzeige_2]", "boilerplate"),
        ("[ad]", "boilerplate"),
        ("Anzeige", "boilerplate"),
        ("ANZEIGE", "boilerplate"),
        ("Quelle", "boilerplate"),
        ("Quelle: Agentur", "boilerplate"),
        ("Kommentar (0)", "boilerplate"),
        ("12 Kommentare", "boilerplate"),
        ("Lesen Sie auch: Was der Minister noch sagte", "boilerplate"),
        ("Mehr zum Thema", "boilerplate"),
        ("Mehr zum Thema: Der Minister in Wien", "boilerplate"),
        ("Stand: 15.08.2023, 10:30 Uhr", "boilerplate"),
        ("15.08.2023", "boilerplate"),
        ("https://zeitung.example/artikel", "boilerplate"),
        ("* * *", "boilerplate"),
        ("© 2023 Zeitung", "boilerplate"),
        ("Er sagte:", "body"),
        ("„Das ist falsch.“", "body"),
        ("Mehr zum Thema will er am Dienstag sagen.", "body"),
        ("Die Quelle der Angaben blieb unklar.", "body"),
        ("Das Bild zeigte die Lage in der Stadt.", "body"),
        ("Anzeige gegen den Minister erstattete ein Verein.", "body"),
        ("Der Kommentar des Ministers fiel knapp aus.", "body"),
    ],
)
def test_line_between_paragraphs(line: str, kind: str) -> None:
    found = kinds(f"{BODY}\n\n{line}\n\n{BODY}")
    assert found[0] == found[-1] == ("body", BODY)
    assert found[1][0] == kind
    assert line.startswith(found[1][1])


def test_credit_is_parted_from_its_caption() -> None:
    assert kinds(f"{BODY}\nMinister Klaus Weber. Foto: EPA\n{BODY}")[1:3] == [
        ("caption", "Minister Klaus Weber."),
        ("boilerplate", "Foto: EPA"),
    ]


@pytest.mark.parametrize(
    "dateline", ["Wien (dpa) - ", "Berlin/Paris (dpa/AFP) – ", "Wien (Österreich), 20.05.2019 – ", "Bad Ems (epd) — "]
)
def test_dateline_is_parted_from_its_paragraph(dateline: str) -> None:
    assert kinds(dateline + BODY) == [("boilerplate", dateline.strip()), ("body", BODY)]


@pytest.mark.parametrize(
    "start",
    ["Klaus Weber (SPD) – seit 2019 im Amt – reiste ab. ", "Wien (Österreich) ist schön. ", "Er kam – Dort blieb er. "],
)
def test_what_only_looks_like_a_dateline(start: str) -> None:
    assert kinds(start + BODY) == [("body", start + BODY)]


def test_title_at_the_top_may_be_long() -> None:
    title = (
        "Nach langem Streit über die Reform reist der zuständige Minister am Montag doch noch nach Wien zur Kanzlerin"
    )
    assert kinds(f"{title}\n{BODY}")[0][0] == "title"


def test_known_title_with_an_end() -> None:
    assert kinds(f"Kommt der Minister?\n{BODY}", title="Kommt der  Minister?")[0][0] == "title"
    assert kinds(f"Kommt der Minister?\n{BODY}")[0][0] == "body"


def test_short_lines_at_the_end_are_no_titles() -> None:
    assert [kind for kind, _ in kinds(f"Minister reist\n{BODY}\nKlaus Weber\nBerlin")] == [
        "title", "body", "boilerplate", "boilerplate",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Der Minister reiste nach Wien", "Klaus Weber traf Anna Berg\nSie reisten ab"])
def test_without_any_full_stop_lines_are_body(text: str) -> None:
    assert {kind for kind, _ in kinds(text)} == {"body"}


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Minister reist nach Wien\n\n"
        "Der Minister für Auswärtige Angelegenheiten ist am Montag nach einer\n"
        "Sitzung des Kabinetts in Berlin zu einem zweitägigen Besuch nach Wien\n"
        "gereist. Dort trifft er die Kanzlerin.\n\n"
        "Am Dienstag will er wieder in Berlin sein."
    )
    assert [kind for kind, _ in kinds(text)] == ["title", "body", "body"]
    assert kinds(text)[1][1].endswith("Kanzlerin.")


def test_unwrapped_lines_are_paragraphs_of_their_own() -> None:
    text = "Minister reist zu einem zweitägigen Besuch nach Wien\nEr kam am Montag.\nEr geht am Dienstag.\nDas war es."
    assert [kind for kind, _ in kinds(text)] == ["title", "body", "body", "body"]


@pytest.mark.parametrize(
    "text",
    [
        "Es stimmt nicht, dass\nJana Holm Ralf Brandau traf.",
        "Es gilt als widerlegt,\nJana Holm habe Ralf Brandau getroffen.",
        "Jana Holm traf am Montag den\nPräsidenten Emil Sorin in Wien.",
        "Sie traf Emil Sorin (links) und\nRalf Brandau.",
        "Sie arbeitet seit Jahren für\nSiemens in Wien.",
        "Sie sprach mit Dr.\nEmil Sorin in Wien.",
        "Sie sprach am 7.\nOktober in Wien.",
        "Sie sprach mit Emil\nSorin, der gerade kam.",
        "Sie sprach mit Herrn\nSorin in Wien über alles.",
        "Sie sprach („nie mehr\nWien“) und ging.",
        "Er kam. Danach traf er in\nWien Emil Sorin.",
        "Er kam aus Wien. Danach traf er überraschend\nRalf Brandau und ging.",
        "Zum Treffen kam überraschend\nEmil Sorin.",
        "Wenn der Kauf gelingt –\nSiemens rechnet damit – steigt der Kurs.",
        "Sie sprach mit Emil J.\nSorin in Wien über alles.",
    ],
)
def test_a_line_that_is_no_whole_sentence_goes_on(text: str) -> None:
    assert kinds(text) == [("body", text)]


def test_a_verb_that_ends_a_headline_does_not_go_on() -> None:
    text = "Anna Berg räumt Fehler im Umgang mit Spenden ein\nVon Klaus Weber, dpa\n\nSie sprach am Montag in Wien."
    assert [kind for kind, _ in kinds(text)] == ["title", "title", "body"]


def test_a_line_longer_than_any_wrapping_is_a_paragraph() -> None:
    long = (
        "Sie räumt Versäumnisse im Umgang mit Spenden ein. Foto aus dem Archiv von Klaus Weber, der im vergangenen Jahr"
    )
    text = f"{long} in Wien bei der Arbeit war\nDas politische Wien ist für Anna Berg ein schwieriges Pflaster."
    assert [line for _, line in kinds(text)] == text.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that\nJana Holm met Ralf Brandau in Vienna.",
        "If the deal goes through, as many expect,\nSiemens acquires Acme Ltd.",
        "Prosecutors could not prove that\nRalf Brandau killed Emil Sorin.",
        "Nobody believed the\nBerlin court when it spoke.",
        "She was denied a meeting with\nRalf Brandau in Vienna on Monday.",
        "She met Mr.\nBrandau in Vienna on Monday.",
    ],
)
def test_english_lines_go_on(text: str) -> None:
    assert [block.span.of(text) for block in blocks(text, language="en")] == [text]


@pytest.mark.parametrize(
    "head",
    [
        "Minister reist nach Wien",
        "Russland greift Polen an",
        "Minister kündigt Rücktritt an",
        "Holm: „Wir gehen“",
        "Wer kommt, wer geht",
        "Streit um Reform (Update)",
        "Trump rückt ab",
    ],
)
def test_headlines_stay_lines(head: str) -> None:
    assert kinds(f"{head}\n{BODY}") == [("title", head), ("body", BODY)]
    assert kinds(f"{BODY}\n{head}\n{BODY}") == [("body", BODY), ("title", head), ("body", BODY)]
    assert kinds(f"{BODY}\n\n{head}\n\n{BODY}") == [("body", BODY), ("title", head), ("body", BODY)]


def test_blank_lines_part_paragraphs_whatever_they_end_in() -> None:
    assert len(kinds("Es stimmt nicht, dass\n\nJana Holm Ralf Brandau traf.")) == 2


def test_numbers_at_the_end_of_a_line_end_it() -> None:
    assert len(kinds("Sie reist bis zum 14.\nLi soll auf der Moskauer Konferenz sprechen.")) == 2


def test_items_of_a_list_stay_lines() -> None:
    assert len(kinds("Es kamen am Montag viele, und\n- Jana Holm aus Wien,\n- Ralf Brandau,\n3. Emil Sorin.")) == 4


def test_furniture_stays_a_line() -> None:
    found = kinds(f"Mehr zum Thema\n{BODY}\nLesen Sie auch: Der Minister und\nDie Kanzlerin kommt in die Stadt.")
    assert found[0] == ("boilerplate", "Mehr zum Thema")
    assert found[2] == ("boilerplate", "Lesen Sie auch: Der Minister und")


def test_a_wrapped_mail_with_a_long_address_in_it() -> None:
    text = (
        "Der Minister für Auswärtige Angelegenheiten ist am Montag nach einer\n"
        "Sitzung des Kabinetts in Berlin zu einem zweitägigen Besuch nach\n"
        "Wien gereist. Dort trifft er die Kanzlerin.\n\n"
        f"https://zeitung.example/{'a' * 150}"
    )
    assert [kind for kind, _ in kinds(text)] == ["body", "boilerplate"]


@given(st.text(alphabet=st.sampled_from("aA ß.\n\t([1)]:–-© Foto"), max_size=300), st.none() | st.text(max_size=5))
def test_blocks_cover_the_text_in_order(text: str, title: str | None) -> None:
    found = blocks(text, language="de", title=title)
    covered = [i for block in found for i in range(block.span.start, block.span.end)]
    assert covered == sorted(set(covered))
    assert all(text[i].isspace() for i in set(range(len(text))) - set(covered))
    assert all(block.span.of(text) == block.span.of(text).strip() for block in found if block.kind is BlockKind.BODY)


@pytest.mark.parametrize("run", ["„" * 20_000, "(" * 20_000, "<" * 20_000, "[" * 20_000])
def test_runs_of_signs_are_read(run: str) -> None:
    assert kinds(f"{BODY} {run}")[0][1].startswith(BODY)
