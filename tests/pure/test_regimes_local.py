"""A board's own words on a rule set: labels and an address, never the law."""

from __future__ import annotations

import pytest

from reviews.regimes import RegimeError, get
from reviews.regimes.local import localised

CHILD = "england-child@2023"


def test_labels_and_address_are_the_boards_and_the_rest_stays() -> None:
    labels = {"stage:collection": "Returns", "stage:merged": "One story ", "outcome:lcspr": "Practice review"}
    ours = localised(get(CHILD), labels, address="1 Example Street")
    assert ours.stage("collection").label == "Returns"
    assert ours.stage("merged").label == "One story"
    assert ours.outcome("lcspr").label == "Practice review"
    assert ours.national_body.address == "1 Example Street"
    assert ours.stamp == CHILD
    assert [clock.length for clock in ours.clocks] == [clock.length for clock in get(CHILD).clocks]
    assert get(CHILD).stage("collection").label == "Agency returns"


@pytest.mark.parametrize("name", ["stage:nowhere", "criterion:died", "collection", "clock:"])
def test_a_label_for_what_is_not_there_is_refused(name: str) -> None:
    with pytest.raises(RegimeError, match="has nothing called"):
        localised(get(CHILD), {name: "Mine"})


def test_an_empty_label_is_refused() -> None:
    with pytest.raises(RegimeError, match="to be labelled ' '"):
        localised(get(CHILD), {"stage:collection": " "})
