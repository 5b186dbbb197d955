"""Fills a test database with 20 agencies of 5,000 entries each and asks for pages: `python -m tests.bench.measuring_merged`."""

from __future__ import annotations

import csv
import json
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import django

AGENCIES, ENTRIES, ROWS = 20, 5_000, 10_000
WORDS = (
    "visit home call school nurse police letter appointment missed weight referral meeting plan house move partner report concern "
    "review text message clinic mother father child seen alone kitchen cold food bruise explained neighbour rang officer duty"
)


def say(name: str, value: float, unit: str, compared_with: str) -> None:
    """One figure."""
    print(
        json.dumps({"name": f"merged: {name}", "value": round(value, 3), "unit": unit, "compared_with": compared_with}),
        flush=True,
    )


def best(work: Callable[[], Any], times: int = 5) -> float:
    """The shortest of several runs, in seconds: the machine is noisy, the code is not."""
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return min(taken)


def filled(world: Any, review: Any) -> None:
    """Twenty agencies' signed returns, three people of the register named in every entry."""
    from agencies.models import Agency, Entry
    from tests import make

    draw, words = random.Random(7), WORDS.split()
    for number in range(3):
        make.subject(
            world, review, given=("Amara", "Kofi", "Ife")[number], pseudonym=f"Child {'XYZ'[number]}", part="family"
        )
    for number in range(AGENCIES):
        agency = Agency.objects.create(board=world.board, name=f"Agency {number}", kind=Agency.Kind.OTHER)
        asked = make.request(world, review, agency, status="returned")
        rows = []
        for sequence in range(ENTRIES):
            on = date(2018, 1, 1) + timedelta(days=draw.randrange(1095))
            text = f"Amara, Kofi and Ife Okafor: {' '.join(draw.choices(words, k=25))}."
            rows.append(
                Entry(
                    request=asked, review=review, agency=agency, sequence=sequence, date_text=f"{on:%d/%m/%Y}", date_from=on, date_to=on,
                    precision="day", event=text, recorded_by=world.police_author,
                )
            )  # fmt: skip
        Entry.objects.bulk_create(rows, batch_size=2_000)


def pages(world: Any, review: Any) -> None:
    """What a panel member waits for."""
    from django.test import Client

    client = Client()
    client.force_login(world.panel, backend="allauth.account.auth_backends.AuthenticationBackend")
    address = f"/findings/{review.ref}/chronology/"
    size = len(client.get(address).content)
    of = f"{AGENCIES} × {ENTRIES:,} entries"
    say("first page", best(lambda: client.get(address)) * 1000, "ms", f"at most 150 ms; {of}")
    say("first page, size", size / 1000, "kB", "at most 300 kB")
    for name, asked in (("last page", "before=end"), ("a page in the middle", "on=June+2019")):
        say(name, best(lambda asked=asked: client.get(f"{address}?{asked}")) * 1000, "ms", "as quick as the first")  # type: ignore[misc]
    say(
        "filter with words",
        best(lambda: client.get(address + "?words=bruise+neighbour")) * 1000,
        "ms",
        "at most 300 ms",
    )
    say("filter with rare words", best(lambda: client.get(address + "?words=zeppelin")) * 1000, "ms", "at most 300 ms")
    say("named view", best(lambda: client.get(address + "?names=real")) * 1000, "ms", "the covered one")


def strip(world: Any, review: Any) -> None:
    """The strip alone."""
    from findings import merged

    say("strip", best(lambda: merged.strip(review, world.panel)) * 1000, "ms", "at most 300 ms")


def imported(world: Any) -> None:
    """10,000 rows from a file to entries, beside the bare reading and writing of them."""
    from django.core.files.base import ContentFile
    from django.db import connection

    from agencies.services import upload
    from tests import make

    review = make.review(world, number=2)
    asked = make.request(world, review, world.police, author=world.police_author)
    path = Path(tempfile.mkdtemp()) / "large.csv"
    with path.open("w", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(["Date", "What happened", "Source"])
        lines.writerows([f"{1 + n % 28:02d}/03/2019", f"Seen at home, visit {n}.", "Notes"] for n in range(ROWS))
    handed = ContentFile(path.read_bytes(), name="large.csv")
    started = time.perf_counter()
    received = upload.receive(by=world.police_author, request=asked, file=handed)  # type: ignore[arg-type]
    read = time.perf_counter() - started
    started = time.perf_counter()
    upload.confirm(by=world.police_author, upload=received)
    stored = time.perf_counter() - started
    started = time.perf_counter()
    with path.open() as again, connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE floor (on_day text, event text, source text)")
        with cursor.copy("COPY floor FROM STDIN") as copy:
            for row in list(csv.reader(again))[1:]:
                copy.write_row(row)
    floor = time.perf_counter() - started
    say("10,000 rows: read, kept and previewed", read, "s", "at most 1.5 s for the parse alone")
    say("10,000 rows: imported", stored, "s", "at most 2 s")
    say("10,000 rows: ratio to the floor", (read + stored) / floor, "times", "csv and COPY in the same run; aim 4")


def main() -> None:
    """Make a test database, measure, take it away."""
    django.setup()
    from django.conf import settings
    from django.db import connection
    from django.test.utils import setup_test_environment

    setup_test_environment()
    settings.MEDIA_ROOT = tempfile.mkdtemp()
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        from tests import make

        world = make.world()
        review = make.review(world, stage="analysis")
        filled(world, review)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # As the server does by itself within minutes.
        pages(world, review)
        strip(world, review)
        imported(world)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


if __name__ == "__main__":
    main()
