"""The network as a drawing: names where a layout puts them, ties as labelled lines between them.

In: a `views.network.Network`. Out: a `Drawing`. The layout is networkx's, from a fixed beginning: the same network is
drawn alike every time. Names are then moved apart until none covers another.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import networkx

from rashomon.graph import Group
from rashomon.views.evidence import shorten
from rashomon.views.network import Edge, Network

WIDTH, HEIGHT = 1180.0, 760.0
MOST = 36
"""How many names can be read in one drawing."""
_CHAR, _TALL = 7.4, 28.0
_MARGIN = 14.0


@dataclass(frozen=True, slots=True)
class Node:
    """A name in its place: the middle of its box."""

    group: Group
    label: str
    x: float
    y: float
    width: float
    focus: bool

    @property
    def height(self) -> float:
        """All boxes are as tall as a line of text."""
        return _TALL


@dataclass(frozen=True, slots=True)
class Line:
    """A tie: from box to box, with its words in the middle. `dashed`: alleged or former, `crossed`: denied by all."""

    edge: Edge
    id: str
    x1: float
    y1: float
    x2: float
    y2: float
    bend_x: float
    bend_y: float
    label: str
    dashed: bool
    crossed: bool

    @property
    def label_x(self) -> float:
        """The middle of the bent line."""
        return (self.x1 + self.x2) / 4 + self.bend_x / 2

    @property
    def label_y(self) -> float:
        """The middle of the bent line."""
        return (self.y1 + self.y2) / 4 + self.bend_y / 2


@dataclass(frozen=True, slots=True)
class Drawing:
    """The network, drawn; `left_out`: how many names had no room."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    width: float
    height: float
    left_out: int


def draw(network: Network, focus: str | None = None) -> Drawing:
    """The network around the entity in focus, else around those with most ties; never more than can be read."""
    graph = networkx.Graph()
    graph.add_nodes_from(node.id for node in network.nodes)
    for edge in network.edges:
        graph.add_edge(edge.subject.id, edge.object.id)
    kept = _kept(graph, focus)
    graph = graph.subgraph(kept)
    groups = {node.id: node for node in network.nodes if node.id in kept}
    size = max(0.55, min(1.0, math.sqrt(len(groups) / 14)))
    width, height = WIDTH, max(HEIGHT * size, 260.0)
    places = _places(graph, groups, width, height)
    nodes = {key: _node(group, places[key], key == focus) for key, group in groups.items()}
    edges = [edge for edge in network.edges if edge.subject.id in nodes and edge.object.id in nodes]
    return Drawing(tuple(nodes.values()), tuple(_lines(edges, nodes)), width, height, len(network.nodes) - len(nodes))


def _kept(graph: "networkx.Graph[str]", focus: str | None) -> frozenset[str]:
    if focus in graph:
        near = networkx.single_source_shortest_path_length(graph, focus)
        order = sorted(near, key=lambda key: (near[key], -graph.degree(key), key))
    else:
        order = sorted(graph, key=lambda key: (-graph.degree(key), key))
    return frozenset(order[:MOST])


def _places(
    graph: "networkx.Graph[str]", groups: dict[str, Group], width: float, height: float
) -> dict[str, list[float]]:
    order = networkx.Graph()
    order.add_nodes_from(sorted(graph))
    order.add_edges_from(sorted(tuple(sorted(pair)) for pair in graph.edges))
    if not order:
        return {}
    found = networkx.spring_layout(order, seed=7, iterations=120, k=1.9 / math.sqrt(len(order)))
    low_x, high_x = min(p[0] for p in found.values()), max(p[0] for p in found.values())
    low_y, high_y = min(p[1] for p in found.values()), max(p[1] for p in found.values())
    boxes = {key: _wide(groups[key]) for key in order}
    edge_x = max(boxes.values()) / 2 + _MARGIN
    edge_y = _TALL / 2 + _MARGIN
    places = {
        key: [
            edge_x + _share(x, low_x, high_x) * (width - 2 * edge_x),
            edge_y + _share(y, low_y, high_y) * (height - 2 * edge_y),
        ]
        for key, (x, y) in found.items()
    }
    for _ in range(200):
        if not _pushed_apart(places, boxes, (width, height)):
            break
    return places


def _share(value: float, low: float, high: float) -> float:
    return (float(value) - float(low)) / (float(high) - float(low)) if high > low else 0.5


def _pushed_apart(places: dict[str, list[float]], boxes: dict[str, float], room: tuple[float, float]) -> bool:
    """Move boxes that cover each other apart, a little, along the shorter way; whether any was moved."""
    moved = False
    ids = list(places)
    for n, left in enumerate(ids):
        for right in ids[n + 1 :]:
            a, b = places[left], places[right]
            over_x = (boxes[left] + boxes[right]) / 2 + _MARGIN - abs(a[0] - b[0])
            over_y = _TALL + _MARGIN * 1.6 - abs(a[1] - b[1])
            if over_x > 0 and over_y > 0:
                moved = True
                axis, over = (1, over_y) if over_y < over_x else (0, over_x)
                side = 1 if (a[axis], left) > (b[axis], right) else -1
                a[axis] += side * (over / 2 + 0.5)
                b[axis] -= side * (over / 2 + 0.5)
    for key, place in places.items():
        place[0] = min(max(place[0], boxes[key] / 2 + 2), room[0] - boxes[key] / 2 - 2)
        place[1] = min(max(place[1], _TALL / 2 + 2), room[1] - _TALL / 2 - 2)
    return moved


def _wide(group: Group) -> float:
    return len(_label(group)) * _CHAR + 18


def _label(group: Group) -> str:
    return shorten(group.label, 28)


def _node(group: Group, place: list[float], focus: bool) -> Node:  # noqa: FBT001
    return Node(group, _label(group), round(place[0], 1), round(place[1], 1), round(_wide(group), 1), focus)


def _lines(edges: Sequence[Edge], nodes: dict[str, Node]) -> list[Line]:
    """Lines of one pair are bent to different sides, so that each can be read."""
    pairs: dict[tuple[str, str], list[Edge]] = {}
    for edge in (each for each in edges if each.subject.id != each.object.id):
        first, second = sorted((edge.subject.id, edge.object.id))
        pairs.setdefault((first, second), []).append(edge)
    return [
        _line(edge, nodes, n - (len(same) - 1) / 2, edge.subject.id != pair[0])
        for pair, same in pairs.items()
        for n, edge in enumerate(same)
    ]


def _line(edge: Edge, nodes: dict[str, Node], step: float, turned: bool) -> Line:  # noqa: FBT001
    a, b = nodes[edge.subject.id], nodes[edge.object.id]
    long = math.hypot(b.x - a.x, b.y - a.y) or 1.0
    bend = step * 44 * (-1 if turned else 1)
    mid_x, mid_y = (a.x + b.x) / 2 - (b.y - a.y) / long * bend, (a.y + b.y) / 2 + (b.x - a.x) / long * bend
    x1, y1 = _border(a, mid_x, mid_y)
    x2, y2 = _border(b, mid_x, mid_y, gap=5.0)
    words = edge.phrase if edge.status == "current" else f"{edge.phrase} ({edge.status})"
    return Line(
        edge=edge,
        id=edge_id(edge),
        x1=x1, y1=y1, x2=x2, y2=y2, bend_x=round(mid_x, 1), bend_y=round(mid_y, 1),
        label=f"not: {words}" if edge.denied else words,
        dashed=edge.status != "current",
        crossed=edge.denied,
    )  # fmt: skip


def edge_id(edge: Edge) -> str:
    """The anchor of a tie in the list below the drawing."""
    return f"tie-{edge.subject.id}-{edge.predicate}-{edge.object.id}-{edge.status}"


def _border(node: Node, x: float, y: float, gap: float = 0.0) -> tuple[float, float]:
    """Where a line from the middle of a box towards a point leaves the box."""
    dx, dy = x - node.x, y - node.y
    if dx == dy == 0:
        return node.x, node.y
    half_x, half_y = node.width / 2 + gap, _TALL / 2 + gap
    scale = min(half_x / abs(dx) if dx else math.inf, half_y / abs(dy) if dy else math.inf)
    return round(node.x + dx * min(scale, 1.0), 1), round(node.y + dy * min(scale, 1.0), 1)
