"""What identifies somebody is found in a built file wherever it hides, and a clean file gives nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from findings.anonymise.residue import residue
from tests.corpus import hiding_in_word  # noqa: F401 - notes its places
from tests.corpus.hiding_places import NAME, PEOPLE, PLACES, TWIN, Place


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_name_is_stopped_where_it_hides(place: Place, tmp_path: Path) -> None:
    found = residue(place.write(tmp_path, NAME), PEOPLE)
    assert place.where in "; ".join(suspicion.where for suspicion in found)


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_the_clean_twin_passes(place: Place, tmp_path: Path) -> None:
    assert residue(place.write(tmp_path, TWIN), PEOPLE) == []
