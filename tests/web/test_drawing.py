"""Timeline, network and excerpts as places and words, without a browser."""

from datetime import date
from itertools import combinations, pairwise

import pytest

from rashomon.graph import Account, AccountTable, Cell, Group, Item, Origin
from rashomon.spans import Span
from rashomon.views.material import Excerpt, PageRef, Telling
from rashomon.views.network import Edge, Evidence, Network
from rashomon.views.timeline import TimelineRow
from rashomon.web.drawing import network as drawing
from rashomon.web.drawing import timeline
from rashomon.web.drawing.axis import make_axis
from rashomon.web.marks import pieces, place
from rashomon.web.rendering import day, timex
from rashomon.web.screens.events import lines


def at(value: str) -> int:
    return date.fromisoformat(value).toordinal()


def test_an_axis_keeps_the_order_and_leaves_empty_time_out():
    days = [
        (at("1998-03-01"), at("1998-03-31")),
        (at("2031-07-15"), at("2031-07-15")),
        (at("2031-07-20"), at("2031-08-02")),
    ]
    axis = make_axis(days, 760)
    places = [axis.x(day) for pair in days for day in pair]
    assert places == sorted(places)
    assert len(axis.stretches) == 2
    assert len(axis.breaks) == 1
    assert 0 <= places[0] < places[1] < axis.breaks[0] < places[2]
    assert places[-1] <= 760
    assert axis.ticks()[0].words == "5 Mar 1998"


def test_one_scale_in_one_stretch():
    axis = make_axis([(at("2031-01-01"), at("2031-01-31")), (at("2031-02-01"), at("2031-02-10"))], 760)
    month = axis.x(at("2031-02-01")) - axis.x(at("2031-01-01"))
    ten = axis.x(at("2031-02-11")) - axis.x(at("2031-02-01"))
    assert month / ten == pytest.approx(3.1)


@pytest.mark.parametrize(
    ("doubt", "polarity", "status", "look", "said"),
    [
        ((), "affirmed", "actual", "reported", ""),
        (("hedged: “allegedly” (alleged)",), "affirmed", "actual", "hedged", " (alleged)"),
        (("denied",), "denied", "actual", "denied", " (denied)"),
        (("planned",), "affirmed", "planned", "planned", " (planned)"),
    ],
)
def test_a_bar_says_how_its_event_is_told(doubt, polarity, status, look, said):
    certainty = "alleged" if look == "hedged" else "certain"
    told = Telling("Mara Lind", ("The Lantern", "Mara Lind"), "page-1", "c", 1, certainty, polarity, status, doubt, ())
    happening = Group("event-group-1", "event", "attack", "attack", 1)
    row = TimelineRow(
        happening, "attack", ("attack",), "2031-05-04", "2031-05-04", "day", (), (status,), (polarity,), (), (told,),
        (), (), (), 1,
    )  # fmt: skip
    [bar] = timeline.draw([row], {}).bars
    assert (bar.row.look, bar.label) == (look, f"attack: attack{said}")


def test_an_axis_of_nothing_is_empty():
    assert make_axis([], 760).ticks() == ()


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2031-07-15", "2031-07-15"),
        ("2031-01-01", "2031-12-31"),
        ("1900-01-01", "2031-12-31"),
        ("0001-01-02", "9998-12-31"),
    ],
)
def test_marks_of_an_axis_can_be_read(first, last):
    ticks = make_axis([(at(first), at(last))], 760).ticks()
    assert ticks
    assert all(right.x - left.x >= 40 for left, right in pairwise(ticks))


def group(name: str, kind: str = "person") -> Group:
    return Group(f"entity-group-{name}", "entity", kind, name, 1)


def edge(left: str, right: str, predicate: str = "leads", status: str = "current", doubt: tuple[str, ...] = ()) -> Edge:
    told = Telling("The Lantern", ("The Lantern",), "page-1", None, None, "certain", "affirmed", "actual", doubt, ())
    page = PageRef("page-1", "Mills", "The Lantern", None, None, None)
    stated = Evidence(Item("tie", "page-1", "tie-1"), page, (), "", Excerpt("page-1", 0, "", ()), (told,), ())
    phrase = predicate.replace("_", " ")
    return Edge(group(left), predicate, phrase, group(right), status, None, (), (), least=False, evidence=(stated,))


def net(*edges: Edge) -> Network:
    nodes = {node.id: node for each in edges for node in (each.subject, each.object)}
    return Network(tuple(nodes.values()), edges, more=False)


TIES = (
    edge("Mara Lind", "River Guard"),
    edge("Ole Brandt", "River Guard", "founded"),
    edge("Ole Brandt", "Mara Lind", "sibling"),
    edge("Mara Lind", "Mill Union", "supports", "alleged"),
    edge("Ines Okoro", "Mill Union"),
    edge("Ines Okoro", "Mill Union", "founded", "former"),
    edge("Tomas Vell", "Harbour Front"),
    edge("Ruth Amsel", "Ruth Amsel", "alias_of"),
)


def test_no_name_covers_another():
    drawn = drawing.draw(net(*TIES))
    boxes = [(node.x, node.y, node.width, node.height) for node in drawn.nodes]
    boxes += [(line.x, line.y, len(line.label) * 6.0, 12.0) for line in drawn.lines]
    for a, b in combinations(boxes, 2):
        apart_x = abs(a[0] - b[0]) >= (a[2] + b[2]) / 2 - 1
        apart_y = abs(a[1] - b[1]) >= (a[3] + b[3]) / 2 - 1
        assert apart_x or apart_y, (a, b)
    assert all(node.width / 2 <= node.x <= drawn.width - node.width / 2 for node in drawn.nodes)
    assert all(14 <= node.y <= drawn.height - 14 for node in drawn.nodes)


def test_the_same_network_is_drawn_alike():
    turned = Network(tuple(reversed(net(*TIES).nodes)), tuple(reversed(TIES)), more=False)
    first, second = drawing.draw(net(*TIES)), drawing.draw(turned)
    assert {(node.group.id, node.x, node.y) for node in first.nodes} == {
        (node.group.id, node.x, node.y) for node in second.nodes
    }


def test_alleged_and_former_are_dashed_and_said():
    labels = {line.label: line.dashed for line in drawing.draw(net(*TIES)).lines}
    assert labels["supports (alleged)"]
    assert labels["founded (former)"]
    assert not labels["leads"]


def test_what_nobody_says_plainly_is_dashed_and_said():
    [line] = drawing.draw(net(edge("Mara Lind", "River Guard", doubt=("in what is denied",)))).lines
    assert (line.dashed, line.crossed, line.label) == (True, False, "leads (in doubt)")


def test_never_more_than_can_be_read():
    many = [edge(f"Name {n}", "Hub" if n % 2 else f"Name {n + 1}") for n in range(120)]
    drawn = drawing.draw(net(*many), "entity-group-Hub")
    assert len(drawn.nodes) == drawing.MOST
    assert drawn.left_out == len(net(*many).nodes) - drawing.MOST
    assert [node.label for node in drawn.nodes if node.focus] == ["Hub"]


def account(publisher: str, killed: str, origin: str, stand: str = "says") -> Account:
    cell = Cell("killed", stand, killed, None, None, "page-1", (Span(0, 4),), ("allegedly",))
    return Account((publisher,), "page-1", None, (cell,), (), origin)


def test_equal_values_have_equal_signs():
    accounts = (
        account("A", "nine", "o1"),
        account("B", "fourteen", "o2"),
        account("C", "Nine", "o1"),
        account("D", "nine", "o3", "denies"),
        account("E", "", "o4", "silent"),
    )
    origins = tuple(Origin(f"o{n}", (f"Source {n}",), named=True, carriers=(), pages=()) for n in (1, 2, 3))
    rows = list(lines(AccountTable(("killed",), accounts, (), ("killed",), 3, origins)))
    assert [(row.cells[0].side, row.cells[0].stand) for row in rows] == [
        (0, "says"),
        (1, "says"),
        (0, "says"),
        (2, "denies"),
        (0, "silent"),
    ]
    assert [row.copy for row in rows] == [False, False, True, False, True]
    assert rows[0].cells[0].doubt == ("allegedly",)


TEXT = (
    "The mayor, who had been away, said nothing. " * 4
    + "Nine people died.\n\nThe group denied it. "
    + "All was calm afterwards. " * 8
)


def test_excerpts_keep_the_doubt_in_their_sentence():
    words = (
        "The paper was printed. On Monday, as neighbours allegedly told a reporter who had come by train from the"
        " coast, and had waited long, a guard was seen at the mill of Port Ilse in the morning, where he worked."
        " Nobody denied it."
    )
    mark = Span(words.index("seen"), words.index("seen") + 4)
    line = "".join(piece for piece, _ in pieces(words, 0, [mark], 60))
    assert "allegedly" in line
    assert "denied" not in line


def test_excerpts_keep_their_marks():
    spans = [Span(TEXT.index("Nine"), TEXT.index("Nine") + 4), Span(TEXT.index("denied"), TEXT.index("denied") + 6)]
    shown = pieces(TEXT, 0, spans, 160)
    assert [words for words, marked in shown if marked] == ["Nine", "denied"]
    line = "".join(words for words, _ in shown)
    assert line.startswith("… ")
    assert line.endswith(" …")
    assert "\n" not in line
    assert len(line) < 240


def test_far_marks_are_joined_by_an_ellipsis():
    text = "One said. " + "word " * 200 + "Two denied."
    spans = [Span(0, 3), Span(len(text) - 7, len(text) - 1)]
    line = "".join(words for words, _ in pieces(text, 0, spans, 300))
    assert line.startswith("One said.")
    assert " … " in line
    assert line.endswith("Two denied.")


@pytest.mark.parametrize("spans", [[], [Span(5, 5)], [Span(0, 10_000)], [Span(3, 9), Span(5, 20)], [Span(900, 910)]])
def test_excerpts_of_odd_marks(spans):
    assert "".join(words for words, _ in pieces("a b c d e f g h i j", 0, spans, 400)) == "a b c d e f g h i j"


def test_places_lead_to_words():
    assert place("page-1", (Span(7, 9), Span(2, 4))) == "/pages/page-1?at=2-4,7-9#here"
    assert place("page-1", Span(2, 4)) == "/pages/page-1?at=2-4#here"
    assert place("a/../b?c#d") == "/pages/a%2F..%2Fb%3Fc%23d"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-05-04", "4 May 2031"),
        ("2031-05", "May 2031"),
        ("2031", "2031"),
        ("", "date unknown"),
        ("2031-99-01", "2031-99-01"),
        ("x", "x"),
    ],
)
def test_dates_are_as_exact_as_they_are(value, words):
    assert day(value) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-07-15TEV", "15 July 2031, evening"),
        ("2031-07-15T19:00", "15 July 2031, 19:00"),
        ("2031-07", "July 2031"),
        ("P2D", "P2D"),
        ("TEV", "TEV"),
    ],
)
def test_times_in_words(value, words):
    assert timex(value) == words
