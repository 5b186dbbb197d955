"""A case that was exported, into this portal: with the keys that its rows had, so that its record of events verifies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.management.color import no_style
from django.db import IntegrityError, connection, models, transaction

from agencies.models import Request
from reviews.access import regrant
from reviews.hanging import BESIDE, chains, models_of_a_case
from reviews.models import ChainHead, Event, Review
from reviews.services.events import record, verify_chain
from scr_portal.case_export.leaving import BESIDE_ROWS, FILES, FORMAT, HEADS, ROWS
from scr_portal.case_export.rows import Model, insert, read
from scr_portal.lib.packing import NoPack, Pack
from scr_portal.lib.records import Refused


def bring_in(source: Path) -> Review:
    """The case of an export, as it was. All of it is checked before anything is written, and all of it comes or nothing.

    Raises NoPack with the name of each part that was changed, or Refused where the case does not fit in beside what is here.
    """
    with source.open("rb") as kept:
        pack = Pack(kept)
        if pack.said.get("format") != FORMAT:
            raise NoPack(f"{source} is no export of a case.")
        pack.check()
        placed: list[str] = []
        try:
            return everything(pack, placed)
        except BaseException:
            for name in placed:
                default_storage.delete(name)
            raise


@transaction.atomic
def everything(pack: Pack, placed: list[str]) -> Review:
    """The rows, the files, the chains, and the rights that follow from them; `placed` names the files for who takes them back."""
    try:
        for member, take in (*members(pack, BESIDE_ROWS, BESIDE, beside), *members(pack, ROWS, labels(), own)):
            for row in rows(pack, member):
                take(row)
        for line in lines(pack, HEADS):
            own(read(ChainHead, line))
        connection.check_constraints()
    except IntegrityError as trouble:
        raise Refused(f"The case does not fit in beside what is here: {trouble}") from None
    for name in (name for name in pack.members if name.startswith(FILES)):
        place(pack, name, placed)
    sequences()
    review = Review.objects.get(ref=pack.said["review"])
    holds(review)
    for carrier in (review, *Request.objects.filter(review=review)):
        regrant(carrier)
    record(None, "case.imported", review.board, board=review.board, facts={"review": review.ref})
    return review


def labels() -> list[str]:
    """The names of all that belongs to a case."""
    return [model._meta.label for model in models_of_a_case()]


Take = Callable[[models.Model], None]


def members(pack: Pack, folder: str, known: Any, take: Take) -> Iterator[tuple[str, Take]]:
    """(member, what is done with its rows) of one folder. Raises NoPack for one of which nothing is known here."""
    for name in (name for name in pack.members if name.startswith(folder)):
        if name.removeprefix(folder).removesuffix(".jsonl") not in known:
            raise NoPack(f"{name}: is of no kind that this version of the portal knows")
        yield name, take


def lines(pack: Pack, name: str) -> list[bytes]:
    """The lines of a member."""
    return b"".join(pack.parts(name)).splitlines()


def rows(pack: Pack, member: str) -> Iterator[models.Model]:
    """The rows of a member. Raises NoPack with its name and the line that is none."""
    model: Model = apps.get_model(member.rpartition("/")[2].removesuffix(".jsonl"))
    for number, line in enumerate(lines(pack, member), start=1):
        try:
            yield read(model, line)
        except ValueError as trouble:
            raise NoPack(f"{member}, line {number}: {trouble}") from None


def own(row: models.Model) -> None:
    """A row of the case, which must be new here. An event takes another key where its own is taken: it is known by its number."""
    if type(row)._base_manager.filter(pk=row.pk).exists():
        if not isinstance(row, Event):
            raise Refused(f"{row._meta.label} {row.pk} is here already: a case is imported into a fresh portal.")
        row.pk = None
    insert(row)


def beside(row: models.Model) -> None:
    """A row that the case names: left as it is where it is here already, and refused where another one has its key."""
    here, by = type(row)._base_manager.filter(pk=row.pk).first(), BESIDE[row._meta.label]
    if here is None:
        insert(row)
    elif getattr(here, by) != getattr(row, by):
        raise Refused(
            f"The {row._meta.verbose_name} {row.pk} is {getattr(here, by)} here, and {getattr(row, by)} in the case: "
            "a case is imported into a fresh portal."
        )


def place(pack: Pack, member: str, placed: list[str]) -> None:
    """One file where it was, sealed under the keys of this portal."""
    name = member.removeprefix(FILES)
    if default_storage.exists(name):
        raise Refused(f"There is a file {name} here: a case is imported into a fresh portal.")
    with pack.packed.open(member) as content:
        placed.append(default_storage.save(name, File(content, name)))


def sequences() -> None:
    """New rows are numbered after those that came."""
    known = [*models_of_a_case(), *map(apps.get_model, BESIDE)]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), known):
            cursor.execute(statement)


def holds(review: Review) -> None:
    """Pass when every chain of events of the case verifies here. Raises NoPack with each place where one does not."""
    found = [each for head in ChainHead.objects.filter(chains(review)) for each in verify_chain(head.chain, head)]
    if found:
        raise NoPack("\n".join(map(str, found)))
