"""What the seed says, to the byte: a change of rules that means to change nothing here is seen, confidence included.

Where the change is meant, look at the difference line by line, then keep it:

    kg build seeds -o outputs && cp outputs/statements.jsonl tests/golden/seed.statements.jsonl
"""

from __future__ import annotations

from pathlib import Path

SNAPSHOT = Path(__file__).parents[1] / "golden" / "seed.statements.jsonl"


def test_the_seed_says_what_it_said(graph: Path) -> None:
    now = (graph / "statements.jsonl").read_bytes()
    gone = set(SNAPSHOT.read_bytes().splitlines()) - set(now.splitlines())
    new = set(now.splitlines()) - set(SNAPSHOT.read_bytes().splitlines())
    assert (gone, new) == (set(), set()), "if that is meant, renew the file as the head of this test says"
    assert now == SNAPSHOT.read_bytes()
