"""The board's view of a large board, measured: `python -m tests.bench.measuring_board [reviews] [actions]`."""

from __future__ import annotations

import sys
from functools import partial
from typing import Any

from tests.bench import apart
from tests.bench.apart import Visitor, best, settled

GOAL, MOST = "at most 300 ms", "constant, at most 25"
say = partial(apart.say, "board")
PAGES = {
    "dashboard": "",
    "dashboard by review": "?by=review",
    "dashboard by theme": "?by=theme",
    "dashboard by sponsor": "?by=sponsor",
    "list": "board/actions/",
    "list, last page": "board/actions/?page=999",
    "filter, overdue": "board/actions/?show=overdue",
    "filter, overdue with a barrier": "board/actions/?show=blocked",
    "filter, how late": "board/actions/?late=late-90",
    "filter, theme": "board/actions/?theme={theme}&show=all",
    "filter, agency and sponsor": "board/actions/?agency={agency}&sponsor=Sponsor+3%2C+chief+officer",
    "filter, review": "board/actions/?review=SCR-2020-007&show=all",
    "filter, assured since the meeting": "board/actions/?change=assured",
    "filter, moved since the meeting": "board/actions/?change=moved",
    "filter, common words": "board/actions/?words=training",
    "filter, rare word": "board/actions/?words=zeppelin",
    "filter, word that stands nowhere": "board/actions/?words=xylophone",
    "pictures": "board/pictures/",
}


def addresses(large: Any) -> dict[str, str]:
    """The address of each page, by its name."""
    keys = {"theme": large.themes[0].pk, "agency": large.agencies[0].pk}
    return {name: "/findings/" + path.format(**keys) for name, path in PAGES.items()}


def bare(board: Any) -> None:
    """The floor of a dashboard: actions counted by status, whoever may read them."""
    from django.db.models import Count

    from findings.models import Action

    list(
        Action.objects.filter(recommendation__review__board=board)
        .order_by()
        .values_list("status")
        .annotate(Count("pk"))
    )


def measured(reviews: int, actions: int) -> None:
    """The pages of a small board, then of the large one: how long they take, and how many queries."""
    from tests import make
    from tests.bench.large_board import LargeBoard

    world = make.world()
    large = LargeBoard(world, 2019)
    large.grown(3, 40)
    viewer, pages = Visitor(world.manager), addresses(large)
    few = {name: viewer.asks(address) for name, address in pages.items()}
    other = make.world("Marlow")
    large = LargeBoard(other, 2020)
    large.grown(reviews, actions)
    settled()
    viewer, pages, size = Visitor(other.manager), addresses(large), f"{actions:,} actions over {reviews} reviews"
    beside = ("a bare count", best(lambda: bare(other.board)) * 1000)
    for name, address in pages.items():
        say(f"{size}: {name}", viewer.waits(address), "ms", GOAL, beside)
    for name, address in pages.items():
        say(f"{size}: queries, {name}", viewer.asks(address), "queries", MOST, ("40 actions", few[name]))
    say(f"{size}: export of all as CSV", viewer.waits("/findings/board/export/?show=all&format=csv"), "ms", "measured")
    pack("Arden", 30, 600)


def pack(name: str, reviews: int, actions: int) -> None:
    """The pack of a busy board, as Word and PDF: composed, covered, built, scanned and kept."""
    from findings import tasks
    from findings.services import board_pack
    from tests import make
    from tests.bench.large_board import LargeBoard

    world = make.world(name)
    LargeBoard(world, 2021).grown(reviews, actions)
    made = board_pack.ask(by=world.manager, board=world.board)
    taken = best(lambda: tasks.make_board_pack(made.pk), 1)
    made.refresh_from_db()
    said = f"{actions} actions over {reviews} reviews: board pack, Word and PDF, scanned"
    say(said, taken, "s", "off the request")
    say(f"{said}: what the scan found", len(made.suspicions), "places", "0")


if __name__ == "__main__":
    reviews, actions = [int(each) for each in sys.argv[1:]] or (300, 10_000)
    apart.on_test_database(lambda: measured(reviews, actions))
