"""A case out of this portal: every row, every file, every event and history of it, in one open file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from django.core.files.storage import default_storage
from django.db import models, transaction
from django.utils import timezone

from reviews.hanging import BESIDE, chains, models_of_a_case, of_case, of_history, way
from reviews.models import ChainHead, Review
from reviews.services.events import lodging, record
from scr_portal.case_export.rows import Model, file_fields, pointing, written
from scr_portal.lib.packing import Packing, parts_of, whole_or_nothing
from scr_portal.lib.records import Refused

FORMAT, ROWS, BESIDE_ROWS, FILES, HEADS = "scr-portal-case/1", "case/", "beside/", "files/", "chains.jsonl"

Keys = dict[Model, set[Any]]


@transaction.atomic
def export(review: Review, target: Path) -> dict[str, int]:
    """Write the whole case to `target`; that it was is the last event of its record. Gives how many rows and files that are.

    Raises Refused where something has that name already, or the case names what cannot come along.
    """
    if target.exists():
        raise Refused(f"{target} is there already: choose another name.")
    record(None, "case.exported", review)
    with whole_or_nothing(target) as made, Packing(made) as packing:
        counted: dict[str, int] = {}
        files, wanted, held = set[str](), defaultdict[Model, set[Any]](set), defaultdict[Model, set[Any]](set)
        for model in models_of_a_case():
            rows = told(of_case(model, review).iterator(), files, wanted, held)
            counted[model._meta.label] = put(packing, f"{ROWS}{model._meta.label}.jsonl", rows)
        for label, lines in beside(wanted, held).items():
            packing.add(f"{BESIDE_ROWS}{label}.jsonl", lines)
        heads = ChainHead.objects.filter(chains(review)).order_by("chain")
        packing.add(HEADS, map(written, heads))
        for name in sorted(files):
            with default_storage.open(name) as file:
                packing.add(FILES + name, parts_of(file))
        hanging = {model._meta.label: way(model) for model in models_of_a_case() if of_history(model) is None}
        packing.say(
            format=FORMAT, review=review.ref, made_at=timezone.now().isoformat(), rows=counted, hanging=hanging,
            heads=[lodging(head) for head in heads],
        )  # fmt: skip
    return {"rows": sum(counted.values()), "files": len(files)}


def put(packing: Packing, name: str, lines: Iterable[bytes]) -> int:
    """One member of lines; gives how many."""
    number = count()
    packing.add(name, (line for line in lines if next(number) is not None))
    return next(number)


def told(rows: Iterable[models.Model], files: set[str], wanted: Keys, held: Keys) -> Iterator[bytes]:
    """Each row as a line, noting which files it names, which rows it points at, and that it is here itself."""
    for row in rows:
        held[type(row)].add(row.pk)
        for model, key in pointing(row):
            wanted[model].add(key)
        if of_history(type(row)) is None:
            files |= {str(named) for field in file_fields(type(row)) if (named := field.value_from_object(row))}
        yield written(row)


def beside(wanted: Keys, held: Keys) -> dict[str, list[bytes]]:
    """Label → lines, of the rows that the case names without owning them, and those that these name in turn."""
    found: dict[str, list[bytes]] = defaultdict(list)
    while missing := {model: keys - held[model] for model, keys in wanted.items() if keys - held[model]}:
        for model, keys in missing.items():
            if model._meta.label not in BESIDE:
                raise Refused(f"The case names a {model._meta.verbose_name} that is not part of it: {sorted(keys)}.")
            rows = model._base_manager.filter(pk__in=keys).order_by("pk")
            found[model._meta.label] += told(rows, set(), wanted, held)
    return found
