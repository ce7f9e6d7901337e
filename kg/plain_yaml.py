"""YAML that people write beside articles and graphs, read without trusting it: texts, lists and mappings, no more.

Numbers, dates and yes/no stay as they are written (``id: 007``). Aliases are refused before they unfold, since 600
bytes of them can mean gigabytes; so are deep nesting and a key that is given twice.
"""

from __future__ import annotations

import yaml

from kg.errors import NotYaml

MOST_BYTES = 1_000_000
_DEEPEST = 20
_Loader: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Plain = str | list["Plain"] | dict[str, "Plain"]


def plain_yaml(text: bytes | str) -> Plain:
    """What `text` says; "" where it says nothing. NotYaml."""
    if len(text) > MOST_BYTES:
        raise NotYaml(f"the YAML is longer than {MOST_BYTES:,} bytes")
    try:
        _refuse_traps(text)
        node = yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, ValueError) as error:
        raise NotYaml(f"not valid YAML: {' '.join(str(error).split())[:200]}") from error
    return "" if node is None else _plain(node)


def _refuse_traps(text: bytes | str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise NotYaml(f"the YAML repeats a value by the alias *{event.anchor}; write the value out")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEEPEST:
            raise NotYaml(f"the YAML is nested deeper than {_DEEPEST} levels")


def _plain(node: yaml.Node) -> Plain:
    if isinstance(node, yaml.MappingNode):
        return _mapping(node)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(part) for part in node.value]
    return str(node.value)


def _mapping(node: yaml.MappingNode) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for key, value in node.value:
        name = _plain(key)
        if not isinstance(name, str):
            raise NotYaml("a key of the YAML must be a text")
        if name in found:
            raise NotYaml(f"the key {name!r} is given twice in the YAML; keep one")
        found[name] = _plain(value)
    return found
