"""What comes of a source: an article with what was not understood about it, or a failure with its reason."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from kg.errors import ArticleError, KGError
from kg.ingest.metadata import KEYS
from kg.model import Article, Failure

_MOST_KEYS = 12
_LONGEST_KEY = 40


@dataclass(frozen=True, slots=True)
class Note:
    """One line that whoever asked for the reading should see; nothing failed."""

    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """An article, and the keys of its metadata that kg does not know."""

    article: Article
    unread: tuple[str, ...] = ()


def attempt(source: str, make: Callable[[], Found]) -> Found | Failure:
    """What `make` makes of the source, or its failure: nothing that one article does ends the reading of the others."""
    try:
        return make()
    except ArticleError as error:
        return Failure(source, str(error))
    except OSError as error:
        return Failure(source, f"cannot be read: {error.strerror or error}")
    except KGError:
        raise
    except Exception as error:  # noqa: BLE001 (a parser of somebody else's fell over what a stranger wrote)
        return Failure(source, reason(error))


def reason(error: Exception) -> str:
    """In one line, why something that nobody foresaw went wrong with an article."""
    if isinstance(error, RecursionError):
        return "it is nested too deep to be read"
    if isinstance(error, MemoryError):
        return "there is not enough memory for it"
    told = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return f"it cannot be read ({told}); please report this as a defect"


def unread_note(sources: Mapping[str, Collection[str]]) -> Note:
    """What to say of unknown keys of metadata, by the sources that they were seen in."""
    # Those that look like a slip first: of the others there may be many.
    told = sorted((not _suggestion(key), key) for key in sources)
    keys = ", ".join(key[:_LONGEST_KEY] + _suggestion(key) for _, key in told[:_MOST_KEYS])
    keys += f" and {len(told) - _MOST_KEYS} more" if len(told) > _MOST_KEYS else ""
    first = min(min(places) for places in sources.values())
    return Note(f"metadata that kg does not know: {keys}; first in {first}")


def _suggestion(key: str) -> str:
    close = get_close_matches(key.lower(), KEYS, n=1)
    return f" (did you mean {close[0]}?)" if close else ""
