"""What the model chooses from: labels, features, lemma rules, names; counted in the data."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Labels:
    """All choices in a fixed order. A feature's first value is "" (absent)."""

    deprels: tuple[str, ...]
    upos: tuple[str, ...]
    feats: dict[str, tuple[str, ...]]
    lemma_rules: tuple[str, ...]
    names: tuple[str, ...]
    banks: tuple[str, ...]

    def save(self, path: Path) -> None:
        """As the JSON that `kg.parse.reader.Inventory` reads."""
        data = asdict(self) | {"feats": [[name, list(values)] for name, values in self.feats.items()]}
        path.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", "utf-8")

    @classmethod
    def load(cls, path: Path) -> Labels:
        data = json.loads(path.read_text("utf-8"))
        feats = {name: tuple(values) for name, values in data.pop("feats")}
        return cls(feats=feats, **{key: tuple(values) for key, values in data.items()})
