"""The network as a drawing: names where a layout puts them, ties as labelled lines between them.

In: a `views.network.Network`. Out: a `Drawing`. The layout is networkx's, from a fixed beginning: the same network is
drawn alike every time. Names are then moved apart until none covers another.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import networkx

from rashomon.graph import Group
from rashomon.views.evidence import shorten
from rashomon.views.network import Edge, Network

WIDTH = 1180.0
MOST = 36
"""How many names can be read in one drawing."""

_TALL = 28.0
_MARGIN = 16.0
_SHELF = 30.0
_NAME, _WORD = (7.4, 18.0), (6.2, 6.0)
"""Width of a letter and of what stands around: of a name in its box, of the words at a line."""

Place = list[float]
"""The middle of a box: x, y."""


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
    """A tie: from box to box, bent so that it runs through its words at x, y.

    `dashed`: alleged, former, or said plainly by nobody; `crossed`: denied by all who speak of it.
    """

    edge: Edge
    id: str
    path: str
    x: float
    y: float
    label: str
    dashed: bool
    crossed: bool


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
    graph.add_edges_from((edge.subject.id, edge.object.id) for edge in network.edges)
    kept = _kept(graph, focus)
    groups = {node.id: node for node in network.nodes if node.id in kept}
    edges = [
        edge for edge in network.edges if {edge.subject.id, edge.object.id} <= kept and edge.subject != edge.object
    ]
    places, height = _packed(groups, edges)
    nodes = {key: _node(group, places[key], focus=key == focus) for key, group in groups.items()}
    lines = [_line(edge, nodes, places[edge_id(edge)]) for edge in edges]
    return Drawing(tuple(nodes.values()), tuple(lines), WIDTH, height, len(network.nodes) - len(nodes))


def _kept(graph: "networkx.Graph[str]", focus: str | None) -> frozenset[str]:
    if focus in graph:
        near = networkx.single_source_shortest_path_length(graph, focus)
        order = sorted(near, key=lambda key: (near[key], -graph.degree(key), key))
    else:
        order = sorted(graph, key=lambda key: (-graph.degree(key), key))
    return frozenset(order[:MOST])


def _packed(groups: dict[str, Group], edges: Sequence[Edge]) -> tuple[dict[str, Place], float]:
    """Each part that hangs together in a room of its own, the largest first, side by side on shelves.

    The words of a tie are laid out like a name between its ends, so that nothing covers them.
    """
    graph = networkx.Graph()
    graph.add_nodes_from(sorted(groups))
    for edge in sorted(edges, key=edge_id):
        graph.add_edge(edge.subject.id, edge_id(edge))
        graph.add_edge(edge_id(edge), edge.object.id)
    boxes = {key: _wide(_label(group), _NAME) for key, group in groups.items()}
    boxes |= {edge_id(edge): _wide(_words(edge), _WORD) for edge in edges}
    parts = sorted((sorted(part) for part in networkx.connected_components(graph)), key=lambda part: (-len(part), part))
    places: dict[str, Place] = {}
    x = y = tall = 0.0
    for part in parts:
        room = _room([boxes[key] for key in part])
        if x and x + room[0] > WIDTH:
            x, y, tall = 0.0, y + tall + _SHELF, 0.0
        pairs = sorted((min(pair), max(pair)) for pair in graph.subgraph(part).edges)
        for key, inner_x, inner_y in _laid_out(tuple((key, boxes[key]) for key in part), tuple(pairs), room):
            places[key] = [x + inner_x, y + inner_y]
        x, tall = x + room[0] + _SHELF, max(tall, room[1])
    return places, y + tall


def _room(boxes: Sequence[float]) -> tuple[float, float]:
    """How much room names and words need that hang together."""
    if len(boxes) <= 3:
        return max(boxes) + 4, len(boxes) * 40.0
    area = sum((box + _MARGIN) * (_TALL + _MARGIN) for box in boxes) * 2.1
    width = min(max(math.sqrt(area * 1.8), max(boxes) * 1.6), WIDTH)
    return width, max(area / width, 150.0)


@lru_cache(maxsize=256)
def _laid_out(
    part: tuple[tuple[str, float], ...], pairs: tuple[tuple[str, str], ...], room: tuple[float, float]
) -> tuple[tuple[str, float, float], ...]:
    """Where in its room each name stands, given how wide it is; the same part is asked for again and again."""
    boxes = dict(part)
    ordered: networkx.Graph[str] = networkx.Graph()  # the layout hangs on the order
    ordered.add_nodes_from(boxes)
    ordered.add_edges_from(pairs)
    if len(part) <= 3:
        line = sorted(boxes, key=lambda key: networkx.shortest_path_length(ordered, _end(ordered), key))
        found = {key: (0.5, float(n)) for n, key in enumerate(line)}
    else:
        found = networkx.spring_layout(ordered, seed=7, iterations=300, k=1.6 / math.sqrt(len(part)))
    spread = [_spread([place[axis] for place in found.values()]) for axis in (0, 1)]
    edge = (max(boxes.values()) / 2 + 2, _TALL / 2 + 2)
    places = {
        key: [
            edge[axis] + (place[axis] - spread[axis][0]) / spread[axis][1] * (room[axis] - 2 * edge[axis])
            if spread[axis][1] else room[axis] / 2
            for axis in (0, 1)
        ]
        for key, place in found.items()
    }  # fmt: skip
    for _ in range(300):
        if not _pushed_apart(places, boxes, room):
            break
    return tuple((key, x, y) for key, (x, y) in places.items())


def _end(graph: "networkx.Graph[str]") -> str:
    """A name that nothing hangs on but one tie: where a row of names begins."""
    return min([str(key) for key in graph], key=lambda key: (graph.degree(key), key))


def _spread(values: Sequence[float]) -> tuple[float, float]:
    """The least of some values, and how far the largest is from it."""
    return float(min(values)), float(max(values)) - float(min(values))


def _pushed_apart(places: dict[str, Place], boxes: dict[str, float], room: tuple[float, float]) -> bool:
    """Move boxes that cover each other apart, a little, along the shorter way; whether any was moved."""
    moved = False
    keys = list(places)
    for n, left in enumerate(keys):
        for right in keys[n + 1 :]:
            a, b = places[left], places[right]
            over_x = (boxes[left] + boxes[right]) / 2 + _MARGIN - abs(a[0] - b[0])
            over_y = _TALL + 8 - abs(a[1] - b[1])
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


def _wide(words: str, letter: tuple[float, float]) -> float:
    return len(words) * letter[0] + letter[1]


def _label(group: Group) -> str:
    return shorten(group.label, 28)


def _words(edge: Edge) -> str:
    status = "in doubt" if edge.status == "current" and edge.doubted and not edge.denied else edge.status
    words = edge.phrase if status == "current" else f"{edge.phrase} ({status})"
    return f"not: {words}" if edge.denied else words


def _node(group: Group, place: Place, *, focus: bool) -> Node:
    label = _label(group)
    return Node(group, label, round(place[0], 1), round(place[1], 1), round(_wide(label, _NAME), 1), focus)


def _line(edge: Edge, nodes: dict[str, Node], words: Place) -> Line:
    a, b = nodes[edge.subject.id], nodes[edge.object.id]
    x1, y1 = _border(a, words[0], words[1])
    x2, y2 = _border(b, words[0], words[1], gap=5.0)
    bend_x, bend_y = 2 * words[0] - (x1 + x2) / 2, 2 * words[1] - (y1 + y2) / 2
    return Line(
        edge=edge,
        id=edge_id(edge),
        path=f"M{x1} {y1}Q{bend_x:.1f} {bend_y:.1f} {x2} {y2}",
        x=round(words[0], 1),
        y=round(words[1], 1),
        label=_words(edge),
        dashed=edge.status != "current" or edge.doubted,
        crossed=edge.denied,
    )


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
