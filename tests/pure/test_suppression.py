"""Small numbers are left out, and nothing that is shown gives them back."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reviews.suppression import Cell, cell, suppressed

COUNTS = some.dictionaries(some.sampled_from("abcdef"), some.integers(0, 40), min_size=1)
WAYS = [{"nought": nought, "rounded": rounded} for nought in (True, False) for rounded in (True, False)]


def small(number: int, nought: bool) -> bool:
    return number in range(1, 5) or (number == 0 and not nought)


def read(counts: dict[Any, int], way: dict[str, bool]) -> tuple[list[str], str]:
    """All that a reader sees."""
    shown = suppressed(counts, **way)
    return [str(each) for each in shown.cells.values()], str(shown.total)


@pytest.mark.parametrize("way", WAYS)
@given(counts=COUNTS, others=some.lists(some.integers(1, 4), min_size=6, max_size=6))
def test_whatever_the_small_numbers_are_a_reader_sees_the_same(
    way: dict[str, bool], counts: dict[str, int], others: list[int]
) -> None:
    other = {
        key: others[place] if small(number, way["nought"]) else number
        for place, (key, number) in enumerate(counts.items())
    }
    assert read(counts, way) == read(other, way)


@pytest.mark.parametrize("way", WAYS)
def test_who_tries_every_table_that_would_read_the_same_cannot_tell_a_small_number(way: dict[str, bool]) -> None:
    alike = defaultdict(list)
    for numbers in product(range(12), repeat=3):
        alike[str(read(dict(enumerate(numbers)), way))].append(numbers)
    for tables in alike.values():
        for place, number in enumerate(tables[0]):
            if small(number, way["nought"]):
                assert {table[place] for table in tables} >= {1, 2, 3, 4}


@given(counts=COUNTS)
def test_what_is_not_small_is_exact_and_adds_up(counts: dict[str, int]) -> None:
    shown = suppressed(counts)
    assert {key: each.value for key, each in shown.cells.items()} == {
        key: None if number in range(1, 5) else number for key, number in counts.items()
    }
    if not any(number in range(1, 5) for number in counts.values()):
        assert shown.total.value == sum(counts.values())
    elif shown.total.value is not None:
        assert shown.total.how == "at least"
        assert shown.total.value <= sum(counts.values())


@pytest.mark.parametrize("way", WAYS)
@given(counts=COUNTS)
def test_at_least_is_true(way: dict[str, bool], counts: dict[str, int]) -> None:
    total = suppressed(counts, **way).total
    assert total.how != "at least" or (total.value or 0) <= sum(counts.values())


@given(number=some.integers(5, 10_000))
def test_a_rounded_number_is_the_nearest_five_and_says_so(number: int) -> None:
    found = cell(number, rounded=True)
    assert found.value is not None
    assert (found.value % 5, abs(found.value - number) <= 2, found.how) == (0, True, "about")


def test_the_words_of_a_cell() -> None:
    said = suppressed({"accepted": 12, "declined": 3, "waiting": 0})
    assert [str(each) for each in said.cells.values()] == ["12", "fewer than 5", "0"]
    assert str(said.total) == "at least 13"
    assert str(suppressed({"accepted": 2, "declined": 1}).total) == "fewer than 5"
    assert str(suppressed({"accepted": 8, "declined": 6}, rounded=True).total) == "about 15"
    assert str(cell(0, nought=False)) == "fewer than 5"
    assert cell(0, rounded=True) == Cell(0)


def test_a_negative_count_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="negative"):
        suppressed({"a": -1})
