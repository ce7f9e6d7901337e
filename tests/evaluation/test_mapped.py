"""The share of statements that the ontology has words for, on two made-up articles."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from kg.evaluation import mapped


def test_run(tmp_path: Path) -> None:
    texts = ("Klaus Weber besuchte Wien.", "Klaus Weber bewunderte Anna Berg. Klaus Weber kaufte am Montag ein Auto.")
    with gzip.open(tmp_path / "dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(
            "".join(
                json.dumps({"name": f"{n} - x (2014-05-1{n})", "text": text}) + "\n" for n, text in enumerate(texts)
            )
        )
    (score,) = mapped.run(tmp_path / "dev.jsonl.gz")
    assert (score.value, score.must, score.aim) == (50, 55, 75)
    assert score.detail == "1 of 2; 3 statements in 2 articles"
