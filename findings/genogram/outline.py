"""The outline of a household: one around all of its members where nobody else stands within, else one around neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

Box = tuple[int, int, int, int]  # left, top, right, bottom
Point = tuple[int, int]


def around(boxes: Mapping[int, Box], members: set[int], others: Mapping[int, Box]) -> Iterator[str]:
    """The outlines of a household, as the points of polygons; `others` are the symbols alone, of everybody."""
    inside = {key: box for key, box in boxes.items() if key in members}
    if not inside:
        return
    whole = hull([point for box in inside.values() for point in corners_of(box)])
    strangers = [point for key, box in others.items() if key not in members for point in corners_of(box)]
    if not any(holds(whole, point) for point in strangers):
        yield said(whole)
        return
    group: list[Box] = []
    for box in sorted(inside.values(), key=lambda box: (box[1], box[0])):
        joined = hull([point for each in (*group, box) for point in corners_of(each)])
        if group and (group[-1][1] != box[1] or any(holds(joined, point) for point in strangers)):
            yield said(hull([point for each in group for point in corners_of(each)]))
            group = []
        group.append(box)
    yield said(hull([point for each in group for point in corners_of(each)]))


def corners_of(box: Box) -> list[Point]:
    """The four corners, going round."""
    left, top, right, bottom = box
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def turn(one: Point, two: Point, three: Point) -> int:
    """Above 0 where the way through three points turns left."""
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])


def hull(points: list[Point]) -> list[Point]:
    """The shortest way around points (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    sides = []
    for way in (ordered, ordered[::-1]):
        side: list[Point] = []
        for point in way:
            while len(side) > 1 and turn(side[-2], side[-1], point) <= 0:
                side.pop()
            side.append(point)
        sides += side[:-1]
    return sides


def holds(outline: list[Point], point: Point) -> bool:
    """Whether a point lies within a convex outline."""
    pairs = zip(outline, outline[1:] + outline[:1], strict=True)
    return all(turn(one, two, point) >= 0 for one, two in pairs)


def said(points: list[Point]) -> str:
    """Points as SVG has them."""
    return " ".join(f"{x},{y}" for x, y in points)
