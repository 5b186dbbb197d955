"""Tables drawn at random from the headings of twelve kinds of agency: each column is taken for what it is."""

from __future__ import annotations

import pytest

from tests.corpus.chronology.drawn import drawn, mistakes
from tests.corpus.chronology.drawn_words import KINDS

EACH = 40


@pytest.mark.parametrize("kind", KINDS)
def test_columns_are_told_whatever_they_are_called_and_however_they_stand(kind: str) -> None:
    found = {seed: mistakes(drawn(seed, kind)) for seed in range(EACH)}
    assert {seed: wrong for seed, wrong in found.items() if any(one.startswith("silent") for one in wrong)} == {}
    assert sum(not wrong for wrong in found.values()) >= 0.97 * EACH, {k: w for k, w in found.items() if w}


def test_the_same_seed_draws_the_same_table() -> None:
    assert drawn(7).sheet() == drawn(7).sheet()
    assert drawn(7).sheet() != drawn(8).sheet()
