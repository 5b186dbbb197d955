"""The merged chronology of a large review, measured: `python -m tests.bench.measuring_merged [entries of each agency …]`."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import django

GROWING = 2  # How many times the first page of ten times as many entries may take.


def say(
    name: str, value: float, unit: str, goal: str, beside: tuple[str, float] | None = None, *, of: str = "merged"
) -> None:
    """One figure; `beside` names what ran beside it and its value, of which the ratio is told."""
    figure = {"name": f"{of}: {name}", "value": round(value, 3), "unit": unit, "compared_with": goal}
    if beside:
        figure |= {"beside": beside[0], "ratio": round(value / beside[1], 2)}
    print(json.dumps(figure, ensure_ascii=False), flush=True)


def best(work: Callable[[], Any], times: int = 5) -> float:
    """The shortest of several runs, in seconds: the machine is noisy, the code is not."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken)


class Reader:
    """A panel member at the pages of one review; `of` says how large it is."""

    def __init__(self, world: Any, review: Any, of: str) -> None:
        from django.test import Client

        self.client, self.of, self.address = Client(), of, f"/findings/{review.ref}/chronology/"
        self.strip = f"/findings/{review.ref}/strip/"
        self.client.force_login(world.panel, backend="allauth.account.auth_backends.AuthenticationBackend")

    def waits(self, address: str) -> float:
        """How long a page takes, in milliseconds; raises where it does not come."""
        if (answer := self.client.get(address)).status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}")
        return best(lambda: self.client.get(address)) * 1000

    def asks(self, address: str) -> int:
        """How many queries a page takes."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as found:
            self.client.get(address)
        return len(found)


def pages(reader: Reader, review: Any) -> float:
    """What a panel member waits for; the time of the first page."""
    floor = best(lambda: bare_page(review)) * 1000
    first = reader.waits(reader.address)
    say(f"{reader.of}: first page", first, "ms", "at most 150 ms", ("50 rows from the index", floor))
    say(
        f"{reader.of}: first page, size",
        len(reader.client.get(reader.address).content) / 1000,
        "kB",
        "at most 300 kB",
    )
    beside = ("the first page", first)
    for name, asked in (("a page in the middle", {"on": "June 2019"}), ("last page", {"before": "end"})):
        address = f"{reader.address}?{urlencode(asked)}"
        say(f"{reader.of}: {name}", reader.waits(address), "ms", "as quick as the first", beside)
    return first


def filters(reader: Reader, people: Any, first: float) -> None:
    """The first page under each filter."""
    from tests.bench.large_review import NOWHERE, RARE

    for name, asked in (
        ("common words", {"words": "bruise neighbour"}),
        ("rare word", {"words": RARE}),
        ("word that stands nowhere", {"words": NOWHERE}),
        ("a person named often", {"person": people[0].pk}),
        ("three people together", {"person": [each.pk for each in people[:3]]}),
        ("a person named rarely", {"person": people[-1].pk}),
        ("who was seen", {"seen": "no"}),
        ("words, person and seen together", {"words": "bruise", "person": people[0].pk, "seen": "yes"}),
    ):
        address = f"{reader.address}?{urlencode(asked, doseq=True)}"
        say(f"{reader.of}: filter, {name}", reader.waits(address), "ms", "at most 300 ms", ("the first page", first))
    ends = f"{reader.address}?words=bruise+neighbour&before=end"
    say(f"{reader.of}: last page under common words", reader.waits(ends), "ms", "at most 300 ms", ("the first page", first))  # fmt: skip


def strip(reader: Reader, review: Any, user: Any, people: Any) -> None:
    """The strip: its counts alone, and as the page that is waited for."""
    from findings import merged

    counted, floor = best(lambda: merged.strip(review, user)) * 1000, best(lambda: bare_strip(review)) * 1000
    say(f"{reader.of}: strip, counted", counted, "ms", "at most 300 ms", ("a bare count by agency and month", floor))
    say(f"{reader.of}: strip, as a page", reader.waits(reader.strip), "ms", "at most 300 ms", ("its counts", counted))
    for name, asked in (("common words", "words=bruise+neighbour"), ("a person", f"person={people[0].pk}")):
        taken = reader.waits(f"{reader.strip}?{asked}")
        say(f"{reader.of}: strip, {name}", taken, "ms", "at most 300 ms", ("its counts", counted))


def queries(reader: Reader, small: int) -> None:
    """How many queries each page takes, beside the first page of a review of a few entries."""
    for name, asked in (
        ("first page", ""),
        ("a page in the middle", "?on=June+2019"),
        ("last page", "?before=end"),
        ("common words", "?words=bruise+neighbour"),
    ):
        number = reader.asks(reader.address + asked)
        say(f"{reader.of}: queries, {name}", number, "queries", "constant", ("first page of 40 entries", small))


def bare_page(review: Any) -> None:
    """The floor of a page: fifty rows in order, and nothing made of them."""
    from agencies.models import Entry

    list(Entry.objects.filter(review=review).values_list()[:50])


def bare_strip(review: Any) -> None:
    """The floor of the strip: entries by agency and month, whoever may read them."""
    from django.db import connection

    trunc = (
        "date_trunc('month', date_from)" if connection.vendor == "postgresql" else "strftime('%%Y-%%m-01', date_from)"
    )
    with connection.cursor() as cursor:
        asked = f"SELECT agency_id, {trunc}, count(*) FROM agencies_entry WHERE review_id = %s GROUP BY 1, 2"
        cursor.execute(asked, [review.pk])
        cursor.fetchall()


def settled() -> None:
    """As the server does by itself within minutes."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


def measured(sizes: list[int]) -> None:
    """A review that grows from one size to the next, measured at each; then an import into another."""
    from tests import make
    from tests.bench import measuring_import
    from tests.bench.large_review import AGENCIES, LargeReview

    world = make.world()
    review = make.review(world, stage="analysis")
    large = LargeReview(world, review)
    large.lengthened(2)
    small = Reader(world, review, "")
    small.client.get(small.address)
    few = small.asks(small.address)
    before: float = 0
    for each in sizes:
        large.lengthened(each)
        settled()
        reader = Reader(world, review, f"{AGENCIES * each:,} entries")
        first = pages(reader, review)
        if before:
            grown = f"first page at {AGENCIES * sizes[0]:,}", before
            say(f"{reader.of}: first page", first, "ms", f"at most {GROWING} times that", grown)
        before = before or first
        filters(reader, large.people, first)
        strip(reader, review, world.panel, large.people)
        queries(reader, few)
    measuring_import.measured(world)


def main(sizes: list[int]) -> None:
    """Make a test database, measure, take it away."""
    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test.utils import setup_test_environment

    setup_test_environment()
    settings.MEDIA_ROOT = tempfile.mkdtemp()
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        measured(sizes or [5_000])
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]])
