"""A case leaves whole in an open file, and a fresh portal has the identical case from it; nothing that was changed gets in."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command

from agencies.services import hold
from reviews import hanging
from reviews.models import Board, ChainHead, Event, Invitation, Person, Review
from reviews.services import advice
from reviews.services.events import verify
from scr_portal.backup import whole
from scr_portal.case_export import leaving
from scr_portal.case_export.rows import file_fields, written
from scr_portal.lib.packing import MANIFEST
from tests import make
from tests.backup.test_backup import emptied
from tests.case import Case, one_of_everything


def said(command: str, *names: str, **options: Any) -> str:
    out = StringIO()
    call_command(command, *names, stdout=out, **options)
    return out.getvalue()


def rows(review: Review) -> dict[str, list[bytes]]:
    """Every row of a case, exactly, by model."""
    found = {model._meta.label: [*map(written, hanging.of_case(model, review))] for model in hanging.models_of_a_case()}
    return found | {"heads": [*map(written, ChainHead.objects.filter(hanging.chains(review)).order_by("chain"))]}


def named_files(review: Review) -> Iterator[tuple[str, bytes]]:
    for model in hanging.models_of_a_case():
        for field in file_fields(model) if hanging.of_history(model) is None else ():
            for row in hanging.of_case(model, review).exclude(**{field.name: ""}):
                with default_storage.open(field.value_from_object(row).name) as file:
                    yield str(file.name), file.read()


@pytest.fixture
def case(transactional_db: None) -> Case:
    """One of everything, told through verbs where its record should be sealed, with a longer file."""
    found = one_of_everything(make.world())
    world, review = found.world, found.review
    given = {"given_by": "Counsel", "given_on": "2026-09-01", "question": "May we?", "advice": "You may."}
    advice.add(by=world.chair, review=review, values=given)
    hold.lift(by=world.reviewer, hold=found.of["police"]["hold"], why="The trial is over.")
    found.records["person"].middle = "Zoë"
    found.records["person"].save()
    for name in ("referral", "library"):  # From the first letter to the library, as a case goes.
        type(found.records[name]).objects.filter(pk=found.records[name].pk).update(review=review)
    Invitation.objects.filter(pk=found.records["invitation"].pk).update(referral=found.records["referral"])
    upload = found.of["school"]["upload"]
    upload.file.save("longer.csv", ContentFile(b"Date,What happened\n" * 9000), save=True)
    return found


@pytest.fixture
def exported(case: Case, tmp_path: Path) -> Path:
    assert f"holds {case.review.ref}" in said("export_case", case.review.ref, to=tmp_path / "case.zip")
    return tmp_path / "case.zip"


def test_every_model_that_points_into_a_case_is_in_it_with_its_history() -> None:
    """Also over what a row can be without: then its way is named, or why it stays behind."""
    inside = {*hanging.models_of_a_case()}
    points = {
        model._meta.label: field.name for model in {*hanging.known()} - inside if hanging.of_history(model) is None
        for field in model._meta.local_fields if field.is_relation and field.related_model in inside
    }  # fmt: skip
    assert points.keys() == hanging.LEFT_OUT.keys()
    assert len(inside) > 140
    for model in hanging.known():
        assert bool(hanging.way(hanging.of_history(model) or model)) == bool(hanging.way(model)), model


def test_a_fresh_portal_has_the_identical_case(case: Case, exported: Path) -> None:
    review, before, files = case.review, rows(case.review), dict(named_files(case.review))
    empty = {label for label, lines in before.items() if not lines and "Historical" not in label}
    assert empty <= {
        "findings.Recognition",
        "findings.Unsaved",
        "findings.LessonTerm",
    }  # The case has one of nearly everything.
    assert len(files) > 5
    emptied()
    assert f"{review.ref} is here" in said("import_case", source=exported)
    again = Review.objects.get(ref=review.ref)
    assert rows(again) == before
    assert dict(named_files(again)) == files
    assert Person.objects.get(pk=case.records["person"].pk).middle == "Zoë"
    assert [*verify()] == []
    assert Event.objects.filter(review=again).latest("number").verb == "case.exported"
    assert Event.objects.filter(board=again.board, review=None).latest("pk").verb == "case.imported"


def test_people_come_along_who_are_named_but_nobody_can_sign_in_as_they_did(case: Case, exported: Path) -> None:
    case.world.manager.set_password("as they did")
    case.world.manager.save()
    with zipfile.ZipFile(exported) as packed:
        assert "argon2" not in packed.read("beside/agencies.User.jsonl").decode()
    emptied()
    said("import_case", source=exported)
    found = type(case.world.manager).objects.get(email=case.world.manager.email)
    assert (found.name, found.has_usable_password()) == (case.world.manager.name, False)


def test_who_worked_on_the_case_works_on_it_where_it_arrived(case: Case, exported: Path, signed_in: Any) -> None:
    emptied()
    said("import_case", source=exported)
    reviewer = type(case.world.reviewer).objects.get(email=case.world.reviewer.email)
    for page in ("overview", "findings.chronology.show", "reviews.person.list"):
        assert signed_in(reviewer).get(case.address(page)).status_code == 200, page
    made = Person.objects.create(review_id=case.review.pk, pseudonym="Ms New", added_by=reviewer)
    assert made.pk > case.records["person"].pk


def test_nothing_of_another_case_or_board_is_in_it(case: Case, tmp_path: Path) -> None:
    other = make.world("Wexcombe")
    make.subject(other, make.review(other, title="Child Q"), given="Zephyrine")
    make.subject(case.world, make.review(case.world, number=2, title="Child R"), given="Quillfeather")
    said("export_case", case.review.ref, to=tmp_path / "case.zip")
    with zipfile.ZipFile(tmp_path / "case.zip") as packed:
        content = " ".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    assert [word for word in ("Wexcombe", "Child Q", "Child R", "Zephyrine", "Quillfeather") if word in content] == []
    assert "Amara" in content


def test_a_second_case_of_a_board_comes_beside_the_first(case: Case, exported: Path, tmp_path: Path) -> None:
    second = make.review(case.world, number=2, title="Child B")
    said("export_case", second.ref, to=tmp_path / "second.zip")
    emptied()
    said("import_case", source=exported)
    said("import_case", source=tmp_path / "second.zip")
    assert set(Review.objects.values_list("title", flat=True)) == {"Child A", "Child B"}
    assert Board.objects.filter(name=case.world.board.name).count() == 1
    with pytest.raises(CommandError, match="into a fresh portal"):
        said("import_case", source=exported)


def test_a_portal_with_other_people_under_the_same_keys_is_left_alone(case: Case, exported: Path) -> None:
    emptied()
    Board.objects.create(pk=case.world.board.pk, name="Marlow Safeguarding Partnership", short_name="Marlow", area="M")
    with pytest.raises(CommandError, match="Marlow Safeguarding Partnership here, and Harrowdale"):
        said("import_case", source=exported)
    assert not Review.objects.exists()


def changed(source: Path, target: Path, name: str, change: Any, *, manifest: bool = False) -> Path:
    """The export with one member changed (gone, where `change` gives None), and the manifest too where that is asked."""
    import hashlib

    with zipfile.ZipFile(source) as packed, zipfile.ZipFile(target, "w") as made:
        members = {each: packed.read(each) for each in packed.namelist()}
        members[name] = change(members[name])
        told = json.loads(members[MANIFEST])
        if manifest:
            told["members"][name] = {"size": len(members[name]), "sha256": hashlib.sha256(members[name]).hexdigest()}
        members[MANIFEST] = json.dumps(told).encode()
        for each, content in members.items():
            if content is not None:
                made.writestr(each, content)
    return target


def test_a_changed_or_missing_part_is_named_and_nothing_comes_in(case: Case, exported: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(exported) as packed:
        upload = next(name for name in packed.namelist() if name.startswith("files/uploads/"))
    emptied()
    for name in ("case/reviews.Person.jsonl", "beside/agencies.User.jsonl", "chains.jsonl", upload):
        for number, change in enumerate((lambda held: held.replace(b"a", b"e", 1) + b" ", lambda held: None)):
            wrong = changed(exported, tmp_path / f"wrong{number}.zip", name, change)
            with pytest.raises(CommandError, match=f"{name}: (was changed|is missing)"):
                said("import_case", source=wrong)
    assert not Board.objects.exists()
    assert [*whole.lying()] == []


def test_an_event_that_was_changed_together_with_the_manifest_is_named(
    case: Case, exported: Path, tmp_path: Path
) -> None:
    emptied()

    def other_words(held: bytes) -> bytes:
        return held.replace(b"The trial is over.", b"The trial is away.")

    wrong = changed(exported, tmp_path / "wrong.zip", "case/reviews.Event.jsonl", other_words, manifest=True)
    with pytest.raises(CommandError, match=rf"review-{case.review.pk}-sealed, event \d+: was changed"):
        said("import_case", source=wrong)
    assert not Board.objects.exists()
    assert [*whole.lying()] == []


def test_what_another_version_says_is_named(case: Case, exported: Path, tmp_path: Path) -> None:
    emptied()

    def later(held: bytes) -> bytes:
        return held.replace(b'"pseudonym":', b'"published_as":')

    wrong = changed(exported, tmp_path / "wrong.zip", "case/reviews.Person.jsonl", later, manifest=True)
    with pytest.raises(CommandError, match=r"case/reviews.Person.jsonl, line 1: .*pseudonym, published_as"):
        said("import_case", source=wrong)
    (tmp_path / "none.zip").write_bytes(b"PK and nothing")
    with pytest.raises(CommandError, match="no export or backup"):
        said("import_case", source=tmp_path / "none.zip")


def test_an_export_that_is_interrupted_leaves_no_file_and_no_event(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").mkdir()
    monkeypatch.setattr(leaving, "beside", lambda *said: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        said("export_case", case.review.ref, to=tmp_path / "out" / "case.zip")
    assert list((tmp_path / "out").iterdir()) == []
    assert not Event.objects.filter(verb="case.exported").exists()


def test_a_review_that_is_not_there_is_said_so(transactional_db: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no review SCR-1999-001"):
        said("export_case", "SCR-1999-001", to=tmp_path / "case.zip")
