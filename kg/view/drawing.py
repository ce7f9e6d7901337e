"""Nodes and edges of the drawing, given to pyvis: how large, where, and which statements an edge stands for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from pyvis.network import Network  # type: ignore[import-untyped]

from kg.view.contents import Contents, StatementItem
from kg.view.layout import positions
from kg.view.spacing import Box, Link

CORE = 60  # entities that a large graph opens with
LARGE = 120  # nodes from which a graph opens with its core only
LABEL = 46  # characters of a name on the drawing
LITERAL = 64  # characters of a phrase on the drawing
WORDED = 180  # nodes and edges up to which the words on edges are given room
LINE = 22  # characters of a line


@dataclass(frozen=True, slots=True)
class Node:
    """A node: the number of its entity, or of its phrase after all entities; pixels."""

    key: int
    label: str
    size: int
    font: int
    literal: bool = False

    @property
    def box(self) -> Box:
        """Room for shape and label, the label below the shape or, of a phrase, inside it."""
        lines = self.label.split("\n")
        width = max(map(len, lines)) * self.font * 0.56 + 24
        height = len(lines) * self.font * 1.25 + 24
        return (
            Box(width, height)
            if self.literal
            else Box(max(width, 2.0 * self.size + 16), height + 2.0 * self.size, height / 2)
        )


@dataclass(frozen=True, slots=True)
class Edge:
    """Statements of one subject, relation, object, polarity and modality; the ends are keys of nodes."""

    source: int
    target: int
    statements: tuple[int, ...]


def network(contents: Contents) -> Network:
    """A pyvis network: nodes with points in the whole graph and, if it is large, in its core; edges with statements."""
    ends = _ends(contents)
    nodes = _nodes(contents, ends)
    edges = _edges(contents, ends)
    drawing = Network(directed=True)
    whole = _placed(nodes, edges, contents)
    core = _placed(*_core(nodes, edges), contents) if len(nodes) > LARGE else {}
    for node in nodes:
        more = {"core": core[node.key]} if node.key in core else {}
        x, y = whole[node.key]
        drawing.add_node(node.key, label=node.label, x=x, y=y, size=node.size, fontSize=node.font, **more)
    for number, edge in enumerate(edges):
        drawing.add_edge(edge.source, edge.target, id=number, statements=list(edge.statements))
    return drawing


def shortened(text: str, length: int) -> str:
    """The text on lines of about `LINE` characters, cut to `length`."""
    words = " ".join(text.split())
    if len(words) > length:
        words = words[: length - 1].rstrip() + "…"
    lines = [""]
    for word in words.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def _ends(contents: Contents) -> list[tuple[int, int]]:
    """Keys of subject and object of every statement; equal phrases of one subject are one node."""
    phrases: dict[tuple[int, str], int] = {}
    ends = []
    for statement in contents.statements:
        target = statement.object
        if target < 0:
            target = phrases.setdefault((statement.subject, statement.literal), len(contents.entities) + len(phrases))
        ends.append((statement.subject, target))
    return ends


def _nodes(contents: Contents, ends: Sequence[tuple[int, int]]) -> list[Node]:
    """A node for whatever is subject or object, by key."""
    degree = Counter(key for pair in ends for key in set(pair))
    words = {target: s.literal for s, (_, target) in zip(contents.statements, ends, strict=True) if s.object < 0}
    return [_node(key, words.get(key), contents, degree[key]) for key in sorted(degree)]


def _node(key: int, words: str | None, contents: Contents, degree: int) -> Node:
    if words is not None:
        return Node(key, shortened(words, LITERAL), 10, 13, literal=True)
    label = shortened(contents.entities[key].label, LABEL)
    return Node(key, label, round(min(12 + 4 * sqrt(degree - 1), 38)), round(min(14 + sqrt(degree - 1), 24)))


def _edges(contents: Contents, ends: Sequence[tuple[int, int]]) -> list[Edge]:
    groups: dict[tuple[object, ...], list[int]] = {}
    for number, (statement, pair) in enumerate(zip(contents.statements, ends, strict=True)):
        groups.setdefault((pair, *_kind(statement)), []).append(number)
    return [Edge(*ends[numbers[0]], tuple(numbers)) for numbers in groups.values()]


def _kind(statement: StatementItem) -> tuple[object, ...]:
    return statement.relation, statement.polarity, statement.modality, statement.words


def _core(nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[list[Node], list[Edge]]:
    """The entities with most neighbours and what is said among them, those without a neighbour there left out."""
    near: dict[int, set[int]] = {node.key: set() for node in nodes if not node.literal}
    for edge in edges:
        if edge.target in near:
            near[edge.source].add(edge.target)
            near[edge.target].add(edge.source)
    best = sorted((node for node in nodes if node.key in near), key=lambda node: (-len(near[node.key]), node.key))[
        :CORE
    ]
    keys = {node.key for node in best}
    among = [edge for edge in edges if edge.source in keys and edge.target in keys]
    joined = {key for edge in among for key in (edge.source, edge.target)}
    return [node for node in nodes if node.key in joined], among


def _placed(nodes: Sequence[Node], edges: Sequence[Edge], contents: Contents) -> dict[int, tuple[int, int]]:
    """Points by key. Where there are few enough, the words of each edge are laid out like a node between its ends."""
    place = {node.key: n for n, node in enumerate(nodes)}
    links = [Link((place[edge.source], place[edge.target]), _words(edge, contents)) for edge in edges]
    points = positions([node.box for node in nodes], links, worded=len(nodes) + len(edges) <= WORDED)
    return {node.key: (x, y - round(node.box.rise)) for node, (x, y) in zip(nodes, points, strict=True)}


def _words(edge: Edge, contents: Contents) -> Box:
    """Room for the words on an edge."""
    before, after = contents.words[contents.statements[edge.statements[0]].words]
    lines = shortened(f"{before} … {after}" if after else before, LABEL).split("\n")
    return Box(max(map(len, lines)) * 6.6 + 16, len(lines) * 15 + 10)
