"""The library at the size of all that was published, measured: `python -m tests.bench.measuring_library [reviews]`."""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import django


def say(name: str, value: float, unit: str, goal: str) -> None:
    """One figure."""
    figure = {"name": f"library: {name}", "value": round(value, 3), "unit": unit, "compared_with": goal}
    print(json.dumps(figure, ensure_ascii=False), flush=True)


def best(work: Callable[[], Any], times: int = 5) -> float:
    """The shortest of several runs, in milliseconds: the machine is noisy, the code is not."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken) * 1000


def searches(world: Any, size: str) -> None:
    """What somebody waits for who searches, as the whole page."""
    from django.test import Client

    client = Client()
    client.force_login(world.panel, backend="allauth.account.auth_backends.AuthenticationBackend")
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
        if client.get(address).status_code != 200:
            raise RuntimeError(address)
        say(f"{size}: search, {name}", best(lambda address=address: client.get(address)), "ms", "at most 300 ms")  # type: ignore[misc]


def made_before(world: Any, review: Any, size: str) -> None:
    """How long the look for what was made before takes: the middle and the slowest of twenty."""
    from findings.near import near
    from tests.bench.large_library import queries

    times = [best(lambda text=text: near(world.reviewer, text, besides=review), 3) for text in queries()]  # type: ignore[misc]
    say(f"{size}: made before, the middle of {len(times)}", statistics.median(times), "ms", "at most 500 ms")
    say(f"{size}: made before, the slowest", max(times), "ms", "at most 500 ms")
    long = " ".join(queries())
    say(f"{size}: made before, a finding of {len(long.split())} words", best(lambda: near(world.reviewer, long), 3), "ms", "at most 500 ms")  # fmt: skip


def recalls() -> None:
    """How many labelled queries find what says the same among the first five, and how many by plain full text."""
    from django.db import connection

    from tests.bench.large_library import full_text
    from tests.corpus import made_before as corpus

    for half in corpus.HALVES:
        texts, asked = corpus.read(half)
        said = f"{len(asked)} queries, {'which the weights were chosen by' if half == 'tuned' else 'kept back'}"
        say(f"made before, recall at 5, {half}", corpus.recall(half, corpus.ours(half)), "of queries", f"0.8; {said}")
        if connection.vendor == "postgresql":
            plain = corpus.recall(half, full_text(texts))
            say(f"plain full text (ts_rank), recall at 5, {half}", plain, "of queries", said)


def settled() -> None:
    """As the server does by itself within minutes."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


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


def main(number: int) -> None:
    """Make a test database, measure, take it away."""
    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test.utils import setup_test_environment

    setup_test_environment()
    settings.MEDIA_ROOT = tempfile.mkdtemp()
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        measured(number)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
