"""The switches at work: what is asked where, what came of it, and the one place whose check is not made."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.machinery import SourceFileLoader
from typing import Any

from tests.mutants.sites import ASKS, BOARDS, NARROWING, NARROWS, OWNS, RAISES, ROOT, SAYS, Site, every_site

# What a shared asker is without: its question after the right; the narrowing to what is visible; or both, where the right
# refuses nobody who sees the record.
RIGHT, SCOPE, WHOLE = "right", "scope", "whole"


@dataclass(frozen=True)
class Mutant:
    """One check that is not made: a place by itself, or what a shared asker asks when it is called from a place."""

    site: int
    part: str = ""


@dataclass(frozen=True)
class Seen:
    """That a place was asked, within which call of a shared asker (or None), and whether it refused."""

    site: int
    within: int | None
    refused: bool


def of(seen: Seen) -> Iterator[Mutant]:
    """The mutants that what was asked is about."""
    yield Mutant(seen.site)
    if seen.within is not None:
        yield Mutant(seen.within, WHOLE)
        yield Mutant(seen.within, SCOPE if GATES.sites[seen.site].kind in NARROWING else RIGHT)


class Gates:
    """Stands in the code as `__gates__`. `missing` is the check that is not made; `seen` gathers what was asked."""

    def __init__(self) -> None:
        self.sites: list[Site] = []
        self.missing: frozenset[Mutant] = frozenset()
        self.seen: set[Seen] | None = None
        self.calls: list[int] = []

    @contextmanager
    def without(self, *missing: Mutant) -> Iterator[None]:
        """Nothing is asked there."""
        before, self.missing = self.missing, frozenset(missing)
        try:
            yield
        finally:
            self.missing = before

    @contextmanager
    def listening(self) -> Iterator[set[Seen]]:
        """Gathers what is asked within."""
        before, self.seen = self.seen, set()
        try:
            yield self.seen
        finally:
            self.seen = before

    def off(self, number: int) -> bool:
        """Whether the check of a place is not made now."""
        if not self.missing:
            return False
        if Mutant(number) in self.missing:
            return True
        part = SCOPE if self.sites[number].kind in NARROWING else RIGHT
        return bool(self.calls) and not self.missing.isdisjoint({Mutant(self.calls[0], each) for each in (part, WHOLE)})

    def note(self, number: int, refused: bool) -> None:
        if self.seen is not None:
            self.seen.add(Seen(number, self.calls[0] if self.calls else None, refused))

    def call(self, number: int, called: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """What stands for a call of something that asks."""
        kind = self.sites[number].kind
        if kind == ASKS:
            self.note(number, False)
            self.calls.append(number)
            try:
                return called(*args, **kwargs)
            finally:
                self.calls.pop()
        if kind == "hinders":
            return self.hinders(number, called(*args, **kwargs))
        if kind == SAYS:
            return self.says(number, called(*args, **kwargs))
        if self.off(number):
            return instead(kind, called)
        if kind == RAISES:
            return self.raises(number, called, *args, **kwargs)
        self.note(number, False)
        return called(*args, **kwargs)

    def raises(self, number: int, called: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """What passes or raises."""
        try:
            passed = called(*args, **kwargs)
        except Exception:
            self.note(number, True)
            raise
        self.note(number, False)
        return passed

    def says(self, number: int, may: Any) -> Any:
        """What says whether somebody may: yes, without the check."""
        self.note(number, not may)
        return True if self.off(number) else may

    def hinders(self, number: int, hindered: Any) -> Any:
        """What says whether something stands in the way: nothing, without the check."""
        self.note(number, bool(hindered))
        return False if self.off(number) else hindered

    def drop(self, number: int, key: str, called: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """What narrows to the person's own agency by the keyword `key`: that keyword is left out, without the check."""
        self.note(number, False)
        if self.off(number):
            del kwargs[key]
        return called(*args, **kwargs)

    def decorator(self, number: int, mark: Callable[..., Any]) -> Callable[..., Any]:
        """What stands for `login_required`."""

        def marked(view: Callable[..., Any]) -> Callable[..., Any]:
            kept = mark(view)

            def chosen(*args: Any, **kwargs: Any) -> Any:
                self.note(number, not args[0].user.is_authenticated)
                return (view if self.off(number) else kept)(*args, **kwargs)

            chosen.__dict__.update(kept.__dict__)
            chosen.__name__, chosen.__module__, chosen.__doc__ = view.__name__, view.__module__, view.__doc__
            return chosen

        return marked


def instead(kind: str, called: Callable[..., Any]) -> Any:
    """What a call gives that narrows or asks nothing."""
    if kind == NARROWS:
        return called.__self__.all()  # type: ignore[attr-defined]
    if kind == BOARDS:
        from reviews.models import Board

        return [*Board.objects.values_list("pk", flat=True)]
    if kind == OWNS:
        from django.db.models import Q

        return Q()
    return None


GATES = Gates()


def install() -> None:
    """From now on the modules of the product are loaded with their switches. Raises where one was loaded before."""
    loaded = [name for name in sys.modules if name.partition(".")[0] in {"reviews", "agencies", "findings"}]
    plain = {name for name in loaded if name not in {"reviews", "reviews.policy"}}
    if plain:
        raise RuntimeError(f"loaded without switches: {sorted(plain)}")
    trees, GATES.sites = every_site()
    builtins.__gates__ = GATES  # type: ignore[attr-defined]
    usual = SourceFileLoader.get_code

    def get_code(self: SourceFileLoader, fullname: str) -> Any:
        path = self.get_filename(fullname)
        known = trees.get(path.removeprefix(f"{ROOT}/"))
        return usual(self, fullname) if known is None else compile(known, path, "exec", dont_inherit=True)

    setattr(SourceFileLoader, "get_code", get_code)  # noqa: B010
