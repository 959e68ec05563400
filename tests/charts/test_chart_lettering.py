"""Words of a chart fit into their room and keep out of each other's way."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reports.charts.lettering import moved_apart, text_width, wrapped

EDGES = st.lists(st.floats(0, 200), max_size=8).map(sorted)


def test_a_text_breaks_at_its_spaces_only():
    assert wrapped("Statutární město Ostrava", 13, 110) == ["Statutární město", "Ostrava"]
    assert wrapped("74\u00a0824\u00a0974\u00a0Kč", 13, 100) == ["74\u00a0824\u00a0974\u00a0Kč"]


@given(st.text("abc mW\u00a0", max_size=80))
def test_no_line_is_wider_than_its_room(text):
    lines = wrapped(text, 13, 60)
    assert all(text_width(line, 13) <= 60 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(EDGES)
def test_labels_never_overlap(edges):
    placed = moved_apart(edges, [18] * len(edges), 0, 200)
    assert all(second - first >= 18 - 1e-6 for first, second in pairwise(placed))
    assert all(-1e-6 <= edge <= 182 + 1e-6 for edge in placed)


def test_labels_with_room_stay_where_they_belong():
    assert moved_apart([10, 60, 120], [18, 18, 18], 0, 200) == [10, 60, 120]
