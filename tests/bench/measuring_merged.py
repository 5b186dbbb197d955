"""The merged chronology of a large review, measured: `python -m tests.bench.measuring_merged [entries of each agency …]`."""

from __future__ import annotations

import sys
from functools import partial
from typing import Any
from urllib.parse import urlencode

from tests.bench import apart
from tests.bench.apart import Visitor, best, settled

GROWING = 2  # How many times the first page of ten times as many entries may take.
say = partial(apart.say, "merged")


class Reader(Visitor):
    """A panel member at the pages of one review; `of` says how large it is."""

    def __init__(self, world: Any, review: Any, of: str) -> None:
        super().__init__(world.panel)
        self.of, self.address = of, f"/findings/{review.ref}/chronology/"
        self.strip = f"/findings/{review.ref}/strip/"


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


if __name__ == "__main__":
    sizes = [int(each) for each in sys.argv[1:]]
    apart.on_test_database(lambda: measured(sizes or [5_000]))
