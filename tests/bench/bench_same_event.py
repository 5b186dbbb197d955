"""How well accounts of one event are suggested, on labelled reviews that are no part of the tuning, and how long it takes."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import date, timedelta
from datetime import time as at
from typing import Any

from findings.same_event import Account, suggest
from tests.corpus import same_event as corpus


def figures() -> Iterator[dict[str, Any]]:
    """Precision and recall of each half; seconds for two sizes of review, so that the growth shows."""
    for half in corpus.HALVES:
        found = corpus.measured(half)
        said = (
            f"{found['pairs']:.0f} true pairs, {'which the weights were chosen by' if half == 'tuned' else 'kept back'}"
        )
        for name in ("precision", "recall"):
            yield {
                "name": f"same event: {name}, {half}",
                "value": round(found[name], 3),
                "unit": "of pairs",
                "compared_with": said,
            }
    times = {size: seconds(invented(size)) for size in (10_000, 100_000)}
    for size, taken in times.items():
        said = f"{taken / times[10_000]:.1f} times that of 10,000"
        yield {
            "name": f"same event: {size:,} entries of 20 agencies",
            "value": round(taken, 1),
            "unit": "s of processor time",
            "compared_with": said,
        }


def invented(number: int) -> list[Account]:
    """Entries mixed from the words of the corpus, spread over five years."""
    chosen = random.Random(4)
    texts = [
        account.text.split() for half in corpus.HALVES for accounts, _ in corpus.reviews(half) for account in accounts
    ]
    words = [word for text in texts for word in text]
    days = [date(2015, 1, 1) + timedelta(chosen.randrange(1826)) for _ in range(number)]
    mixed = (" ".join([*chosen.sample(words, 14), *chosen.choice(texts)[:6]]) for _ in days)
    return [
        Account(key, key % 20, day, day, text, at(chosen.randrange(8, 18)))
        for key, (day, text) in enumerate(zip(days, mixed, strict=True))
    ]


def seconds(accounts: list[Account]) -> float:
    """How much processor time the search takes."""
    began = time.process_time()
    suggest(accounts)
    return time.process_time() - began
