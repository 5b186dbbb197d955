"""Real names, legal advice and what is sensitive lie sealed in the database and on the disk, under keys that can be changed."""

from __future__ import annotations

import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.apps import apps
from django.core.exceptions import FieldError, ImproperlyConfigured
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from agencies.services import hold
from reviews import sealed
from reviews.append_only import declared_destruction
from reviews.models import Event, LegalAdvice, Person, SealingKey
from reviews.services import advice, person
from reviews.services.events import verify
from scr_portal.lib.sealed_fields import Sealed
from scr_portal.lib.sealed_files import kept_files
from scr_portal.lib.sealing import keys_in, newest, sealed_under
from tests import make
from tests.case import CSV, one_of_everything
from tests.pure.test_sealing import NEW

# Where the issue asks for it: of each model the columns that are sealed, in its history too.
SEALED = {
    "Person": "title given middle surname former_surname name aliases born_on born_text died_on died_text nhs_number naming_wish",
    "Relation": "note",
    "Referral": "subject_name subject_born_on also_concerned",
    "LegalAdvice": "question advice",
    "Hold": "reason lifted_why",
    "LegalHold": "why lifted_why",
    "RetentionDecision": "reason sent_back_why",
    "Event": "why",
    "FileToRemove": "name",
    "Disposal": "reason sent_back_why",
    "Sharing": "why declined_why ended_why",
}
WITHOUT_HISTORY = {"Event", "FileToRemove"}
WORDS = ("Zephyrine", "Quillfeather", "Brambledown", "1987-03-14", "9434765919")
NAMED = {"given": WORDS[0], "surname": WORDS[1], "aliases": [WORDS[2]], "born_on": date(1987, 3, 14), "nhs_number": WORDS[4], "pseudonym": "Mr Q"}  # fmt: skip


def everything_stored() -> str:
    """All that the database holds, as somebody reads it who has only the database."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [str(row) for row in cursor.fetchall()]
    return "\n".join(found)


def under(model: Any, column: str) -> set[str]:
    """The names of the keys in one column, as it lies in the database."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {model._meta.db_table} WHERE {column} <> ''")
        return {kept.split(":")[1] if kept.startswith("sealed:") else kept for (kept,) in cursor.fetchall()}


def resealed() -> str:
    said = StringIO()
    call_command("reseal", stdout=said)
    return said.getvalue()


@pytest.fixture
def known(board: make.World) -> Person:
    """Somebody of the register, with a name that stands nowhere else, written twice so that history holds it too."""
    review = make.review(board)
    added = person.add(by=board.manager, review=review, values={**NAMED, "kind": "person", "part": "family"})
    return person.write(by=board.manager, person=added, values={**NAMED, "sex": "male"})


def test_every_column_that_should_be_is_sealed_in_its_history_too() -> None:
    found: dict[str, set[str]] = {}
    for model in apps.get_models():
        if names := {field.name for field in model._meta.local_fields if isinstance(field, Sealed)}:
            found[model.__name__] = names
    wanted = {name: set(columns.split()) for name, columns in SEALED.items()}
    assert found == wanted | {
        f"Historical{name}": columns for name, columns in wanted.items() if name not in WITHOUT_HISTORY
    }


def test_no_name_lies_open_in_the_database(known: Person) -> None:
    stored = everything_stored()
    assert [word for word in WORDS if word in stored] == []
    again = Person.objects.get(pk=known.pk)
    assert {name: getattr(again, name) for name in NAMED} == NAMED
    assert [each.given for each in again.history.all()] == [WORDS[0]] * 2


def test_advice_and_the_reasons_of_holds_lie_sealed_in_the_record_too(board: make.World) -> None:
    case = one_of_everything(board)
    given = {"given_by": "Counsel", "given_on": "2026-09-01", "question": "Zephyrine?", "advice": "Quillfeather."}
    made = advice.add(by=board.chair, review=case.review, values=given)
    hold.lift(by=board.reviewer, hold=case.of["police"]["hold"], why="The trial of Brambledown is over.")
    stored = everything_stored()
    assert [word for word in WORDS if word in stored] == []
    assert LegalAdvice.objects.get(pk=made.pk).advice == "Quillfeather."
    assert Event.objects.get(verb="hold.lifted").why == "The trial of Brambledown is over."
    assert [*verify()] == []


def test_a_reason_that_was_changed_where_it_lies_is_named_by_the_verification(board: make.World) -> None:
    case = one_of_everything(board)
    hold.lift(by=board.reviewer, hold=case.of["police"]["hold"], why="The trial is over.")
    hold.lift(by=board.reviewer, hold=case.of["school"]["hold"], why="So is the other.")
    first, second = Event.objects.filter(verb="hold.lifted").order_by("number")
    with declared_destruction(), connection.cursor() as cursor:
        cursor.execute("SELECT why FROM reviews_event WHERE id = %s", [first.pk])
        kept = cursor.fetchone()[0]
        cursor.execute("UPDATE reviews_event SET why = %s WHERE id = %s", [kept[:-8] + "AAAAAAA=", first.pk])
    assert [(found.number, found.what) for found in verify()] == [(first.number, "was changed")]
    assert second.why == "So is the other."


def test_a_sealed_column_cannot_be_looked_for_in_the_database(known: Person) -> None:
    asked: tuple[dict[str, Any], ...] = (
        {"given": "Zephyrine"}, {"given__icontains": "Z"}, {"born_on__gte": date(1980, 1, 1)}, {"given__in": ["Zephyrine"]},
        {"born_on__year": 1987}, {"aliases__contains": ["Brambledown"]}, {"aliases__0": "Brambledown"},
    )  # fmt: skip
    for each in asked:
        with pytest.raises(FieldError):
            Person.objects.filter(**each).exists()
    assert Person.objects.filter(middle="", died_on=None).exclude(given="").get() == known


def test_the_same_nhs_number_twice_is_still_refused(known: Person, board: make.World) -> None:
    with pytest.raises(Exception, match="NHS number of Mr Q"):
        person.add(
            by=board.manager, review=known.review, values={"given": "B", "pseudonym": "Mr B", "nhs_number": WORDS[4]}
        )


def test_files_lie_sealed_and_are_read_as_they_came() -> None:
    content = b"Zephyrine Quillfeather " * 9000
    name = default_storage.save("evidence/list.txt", ContentFile(content))
    lying = Path(default_storage.path(name)).read_bytes()
    assert b"Zephyrine" not in lying
    assert default_storage.size(name) == len(content)
    with default_storage.open(name) as file:
        assert file.read() == content
    file.open()
    assert file.read(9) == b"Zephyrine"


def test_a_file_from_before_there_were_keys_is_read_as_it_lies() -> None:
    path = Path(default_storage.path("old.txt"))
    path.parent.mkdir(parents=True)
    path.write_bytes(b"Amara")
    with default_storage.open("old.txt") as file:
        assert file.read() == b"Amara"
    assert default_storage.size("old.txt") == 5


def test_a_file_that_goes_while_it_is_sealed_anew_does_not_come_back(settings: Any) -> None:
    name = default_storage.save("evidence/list.txt", ContentFile(b"Zephyrine"))
    settings.SEAL_KEYS = f"{NEW} {settings.SEAL_KEYS}"
    opened = kept_files().opened

    def gone_once_read(name: str) -> Any:
        found = opened(name)
        default_storage.delete(name)
        return found

    with patch.object(kept_files(), "opened", gone_once_read), pytest.raises(FileNotFoundError):
        kept_files().reseal(name)
    assert list(settings.MEDIA_ROOT.joinpath("evidence").iterdir()) == []


def test_no_file_has_an_address() -> None:
    with pytest.raises(ValueError, match="no address"):
        default_storage.url(default_storage.save("evidence/list.txt", ContentFile(b"Zephyrine")))


def test_an_agency_takes_its_file_as_it_came(board: make.World, signed_in: Any) -> None:
    case = one_of_everything(board)
    upload = case.of["police"]["upload"]
    assert CSV not in Path(upload.file.path).read_bytes()
    answer = signed_in(board.police_author).get(case.address("agencies.upload.download"))
    assert b"".join(answer.streaming_content) == CSV
    assert int(answer["Content-Length"]) == upload.size


def test_everything_goes_under_the_newest_key_and_the_old_one_can_go(board: make.World, settings: Any) -> None:
    case, old = one_of_everything(board), newest().name
    advice.add(by=board.chair, review=case.review, values={"given_by": "C", "given_on": "2026-09-01", "question": "q", "advice": "a"})  # fmt: skip
    before = [Person.objects.values_list(), LegalAdvice.objects.values_list(), Event.objects.values_list()]
    said = [list(rows) for rows in before]
    settings.SEAL_KEYS = f"{NEW} {settings.SEAL_KEYS}"
    resealed()
    settings.SEAL_KEYS, new = NEW, newest(keys_in(NEW)).name
    for model, field in sealed.columns(apps):
        assert under(model, str(field.column)) <= {new}, model
    assert [list(rows.all()) for rows in before[:2]] == said[:2]
    assert list(before[2].exclude(verb="sealing.renewed")) == said[2]
    for name in sealed.file_names():
        with open(default_storage.path(name), "rb") as lying:
            assert sealed_under(lying) == new
    assert [key.name for key in SealingKey.objects.all()] == [new]
    assert Event.objects.get(verb="sealing.renewed").facts["gone"] == [old]
    assert [*verify()] == []
    assert resealed().startswith("0 values and 0 files")


def test_sealing_anew_that_was_interrupted_is_finished_by_the_next(
    board: make.World, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_of_everything(board)
    settings.SEAL_KEYS = f"{NEW} {settings.SEAL_KEYS}"
    whole, done = sealed.reseal_column, list[Any]()

    def stopping(model: Any, field: Any) -> int:
        if len(done) == 5:
            raise KeyboardInterrupt
        done.append(field)
        return whole(model, field)

    with monkeypatch.context() as patched:
        patched.setattr(sealed, "reseal_column", stopping)
        with pytest.raises(KeyboardInterrupt):
            call_command("reseal")
    assert SealingKey.objects.filter(name=newest(keys_in(NEW)).name).count() == 0
    resealed()
    settings.SEAL_KEYS = NEW
    assert list(Person.objects.values_list())


def test_what_stood_plain_before_is_sealed_forward(known: Person) -> None:
    """As the migration finds it: words, a day and a list in history and record, past the triggers."""
    plain = {"given": WORDS[0], "born_on": "1987-03-14", "aliases": json.dumps([WORDS[2]])}
    with declared_destruction(), connection.cursor() as cursor:
        for table in ("reviews_person", "reviews_historicalperson"):
            for column, said in plain.items():
                cursor.execute(f"UPDATE {table} SET {column} = %s", [said])
    assert WORDS[0] in everything_stored()
    assert sealed.reseal_columns(apps.get_app_config("reviews")) >= 9
    stored = everything_stored()
    assert [word for word in WORDS if word in stored] == []
    again = Person.objects.get(pk=known.pk)
    assert {name: getattr(again, name) for name in NAMED} == NAMED


def test_a_lost_key_is_said_at_the_start_and_by_readyz(known: Person, settings: Any, client: Client) -> None:
    lost = newest().name
    assert client.get("/readyz").json()["keys"] == "at hand"
    settings.SEAL_KEYS = NEW
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()["keys"]) == (503, sealed.missing())
    assert lost in answer.json()["keys"]
    with pytest.raises(ImproperlyConfigured, match=lost):
        sealed.stand()
    assert [each.id for each in sealed.check_keys()] == ["scr_portal.E001"]
    with pytest.raises(CommandError, match=lost):
        call_command("reseal")
    with pytest.raises(ImproperlyConfigured, match=lost):
        Person.objects.get(pk=known.pk)


def test_a_new_key_is_known_from_the_first_start_with_it(db: None, settings: Any) -> None:
    """Else its loss would not be noticed before everything was sealed anew."""
    old, settings.SEAL_KEYS = settings.SEAL_KEYS, f"{NEW} {settings.SEAL_KEYS}"
    sealed.stand()
    settings.SEAL_KEYS = old
    assert newest(keys_in(NEW)).name in sealed.missing()


def test_keys_that_are_none_are_said_so(db: None, settings: Any) -> None:
    settings.SEAL_KEYS = "short"
    assert "32 bytes" in sealed.missing()


def test_a_new_key_can_be_had(db: None) -> None:
    said = StringIO()
    call_command("reseal", new_key=True, stdout=said)
    assert len(keys_in(said.getvalue())) == 1
