"""The library at the size of all that was published, measured: `python -m tests.bench.measuring_library [reviews]`."""

from __future__ import annotations

import statistics
import sys
import time
from functools import partial
from typing import Any
from urllib.parse import urlencode

from tests.bench import apart
from tests.bench.apart import Visitor, best, settled

say = partial(apart.say, "library")


def searches(world: Any, size: str) -> None:
    """What somebody waits for who searches, as the whole page."""
    visitor = Visitor(world.panel)
    for name, asked in (
        ("no words", {}),
        ("a common word", {"words": "child"}),
        ("two words", {"words": "neglect hospital"}),
        ("a phrase", {"words": '"professional curiosity"'}),
        ("a rare word", {"words": "dysphagia"}),
        ("a word that stands nowhere", {"words": "zzyzx"}),
        ("words, narrowed", {"words": "neglect", "regime": "scr", "year": "2015", "theme": "Challenge"}),
    ):
        address = f"/findings/library/?{urlencode(asked)}"
        say(f"{size}: search, {name}", visitor.waits(address), "ms", "at most 300 ms")


def made_before(world: Any, review: Any, size: str) -> None:
    """How long the look for what was made before takes: the middle and the slowest of twenty."""
    from findings.near import near
    from tests.bench.large_library import queries

    times = [1000 * best(lambda text=text: near(world.reviewer, text, besides=review), 3) for text in queries()]  # type: ignore[misc]
    say(f"{size}: made before, the middle of {len(times)}", statistics.median(times), "ms", "at most 500 ms")
    say(f"{size}: made before, the slowest", max(times), "ms", "at most 500 ms")
    long = " ".join(queries())
    taken = 1000 * best(lambda: near(world.reviewer, long), 3)
    say(f"{size}: made before, a finding of {len(long.split())} words", taken, "ms", "at most 500 ms")


def recalls() -> None:
    """How many labelled queries find what says the same among the first five, and how many by plain full text."""
    from django.db import connection

    from tests.bench.large_library import full_text
    from tests.corpus import made_before as corpus

    for half in (*corpus.HALVES, *corpus.UNSEEN):
        texts, asked = corpus.read(half)
        said = f"{len(asked)} queries, {'which the weights were chosen by' if half == 'tuned' else 'kept back'}"
        say(f"made before, recall at 5, {half}", corpus.recall(half, corpus.ours(half)), "of queries", f"0.8; {said}")
        if connection.vendor == "postgresql":
            plain = corpus.recall(half, full_text(texts))
            say(f"plain full text (ts_rank), recall at 5, {half}", plain, "of queries", said)


def measured(number: int) -> None:
    """The labelled set; then a library of so many reviews."""
    from findings.models import LibraryReview
    from tests import make
    from tests.bench.large_library import LESSONS, LargeLibrary

    recalls()
    world = make.world()
    review = make.review(world, stage="analysis")
    began = time.perf_counter()
    LargeLibrary(world).grown(number)
    settled()
    first = LibraryReview.objects.all()[0]
    size = f"{number:,} reviews of {len(first.text.split()):,} words"
    say(f"{size} and {LESSONS} lessons each, taken in", time.perf_counter() - began, "s", "")
    searches(world, size)
    made_before(world, review, size)


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    apart.on_test_database(lambda: measured(number))
