"""Which accounts are worth comparing: those of other agencies, near in time, that share the most telling words and kinds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from findings.same_event.accounts import Seen
from findings.same_event.scoring import Rarities

# How many days may lie between two accounts of one event; an agency's wrong day is mostly the one before or after.
NEAR = 2
# The words by which an account is looked for, rarest first; how many accounts of a day may share one before it says nothing;
# on days with how few accounts all of them are compared; and with how many others an account is compared at most.
BY_WORDS, CROWD, FEW, MOST = 8, 16, 12, 8

# Sign → how much it says.
Signs = dict[str, float]


def candidates(seen: Mapping[int, Seen], rare: Rarities) -> Iterator[tuple[int, int]]:
    """The pairs worth comparing, each once or twice, the smaller key first: for every account the few of other agencies, near in time, that
    share most with it. Quickest where `seen` is in the order of days, because what it looks into is at hand then."""
    looked_for = signs(seen, rare)
    held = by_day(seen, looked_for)
    agencies = {key: each.account.agency for key, each in seen.items()}
    for key, each in seen.items():
        met: dict[int, float] = defaultdict(float)
        said = looked_for[key].items()
        for day in each.around(NEAR):
            if here := held.get(day):
                for sign, says in said:
                    for other in here.get(sign, ()):
                        met[other] += says
        own = agencies[key]
        others = [(-says, other) for other, says in met.items() if agencies[other] != own]
        if len(others) > MOST:
            others.sort()
        for _, other in others[:MOST]:
            yield (key, other) if key < other else (other, key)


def by_day(seen: Mapping[int, Seen], looked_for: Mapping[int, Signs]) -> dict[int, dict[str, list[int]]]:
    """Day → sign → the accounts that have both, where they are so few that it says something."""
    held: dict[int, dict[str, list[int]]] = defaultdict(dict)
    for key, each in seen.items():
        for day in each.days | each.spoken if each.spoken else each.days:
            here = held[day]
            for sign in looked_for[key]:
                if sign in here:
                    here[sign].append(key)
                else:
                    here[sign] = [key]
    for here in held.values():
        for sign in [sign for sign, keys in here.items() if len(keys) > (CROWD if sign else FEW)]:
            del here[sign]
    return held


def signs(seen: Mapping[int, Seen], rare: Rarities) -> dict[int, Signs]:
    """What each account is looked for by: its day alone (the empty sign), its rarest words, its kinds."""
    ordered = sorted(rare.words, key=lambda form: (rare.words[form], form), reverse=True)
    place = {form: place for place, form in enumerate(ordered)}.__getitem__
    kinds = {kind: (f"kind: {kind}", 4 * says) for kind, says in rare.kinds.items()}
    return {
        key: {
            "": 0.1,
            **{form: rare.words[form] for form in sorted(each.forms, key=place)[:BY_WORDS]},
            **dict(kinds[kind] for kind in each.kinds),
        }
        for key, each in seen.items()
    }
