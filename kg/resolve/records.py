"""Why an entity is what it is, as plain records: what ``kg entities --why`` prints, in this key order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.resolve.why import Reason


def why_record(reason: Reason, labels: Mapping[str, str]) -> dict[str, Any]:
    """JSON-ready; `labels` are those of the graph's entities by id. Offsets are null for steps across articles."""
    span = reason.span
    return {
        "step": reason.step.value,
        "reason": reason.reason,
        "name": reason.name,
        "articles": reason.article.split(),
        "start": span.start if span else None,
        "end": span.end if span else None,
        "other": {"id": reason.entity or None, "label": labels.get(reason.entity, reason.other)},
        "points": reason.points,
    }
