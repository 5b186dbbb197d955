"""What identifies somebody is found in a built file wherever it hides, and a clean file gives nothing."""

from __future__ import annotations

import io
import struct
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfWriter

import tests.corpus.hiding_around_word
import tests.corpus.hiding_deep_in_pages  # noqa: F401 - both note their places
from findings.anonymise import Person, Suspicion, residue
from findings.anonymise.parts import Unreadable
from tests.corpus import hiding_in_pages, hiding_in_pdf, hiding_in_slides, hiding_in_word
from tests.corpus.hiding_places import NAME, PEOPLE, PLACES, TWIN, Place, patched

BUILT: dict[str, Callable[[], bytes]] = {
    "docx": hiding_in_word.built,
    "pdf": hiding_in_pdf.printed,
    "pptx": hiding_in_slides.built,
    "html": hiding_in_pages.page,
}


def kept(folder: Path, kind: str, content: bytes, name: str = "report") -> Path:
    path = folder / f"{name}.{kind}"
    path.write_bytes(content)
    return path


def texts(found: list[Suspicion]) -> list[str]:
    return [suspicion.text for suspicion in found]


def test_there_are_thirty_places_and_more_and_ten_in_each_format() -> None:
    counted = Counter(place.kind for place in PLACES)
    assert len(PLACES) > 30
    assert min(counted[kind] for kind in BUILT) > 10


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_name_is_stopped_where_it_hides(place: Place, tmp_path: Path) -> None:
    found = residue(place.write(tmp_path, NAME), PEOPLE)
    assert place.where in "; ".join(suspicion.where for suspicion in found)


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_the_clean_twin_passes(place: Place, tmp_path: Path) -> None:
    assert residue(place.write(tmp_path, TWIN), PEOPLE) == []


def test_a_suspicion_says_what_where_and_what_should_stand_there(tmp_path: Path) -> None:
    content = hiding_in_word.built(
        lambda document: document.add_paragraph("The panel read what Amara had said about home.")
    )
    assert residue(kept(tmp_path, "docx", content), PEOPLE) == [
        Suspicion(
            where="body",
            part="word/document.xml",
            text="Amara",
            context="The panel read what Amara had said about home.",
            kind="person",
            keys=("c",),
            replacement="Child A",
            reason="given name",
        )
    ]


def test_a_name_that_several_share_is_told_with_all_of_them_and_never_guessed(tmp_path: Path) -> None:
    (found,) = residue(kept(tmp_path, "html", hiding_in_pages.page("<p>They spoke to an Okafor.</p>")), PEOPLE)
    assert (set(found.keys), found.replacement) == ({"c", "m"}, None)


def test_somebody_who_is_in_no_register_is_told_in_words_for_people(tmp_path: Path) -> None:
    found = residue(kept(tmp_path, "html", hiding_in_pages.page("<p>They met Wioletta Kowalska.</p>")), PEOPLE)
    assert [(hit.text, hit.kind) for hit in found] == [("Wioletta Kowalska", "unlisted_person")]


@pytest.mark.parametrize(
    "words", ["the NHS number 943 476 5919", "on 12 March 2019", "at NE1 4LP", "with a.b@example.org"]
)
def test_days_numbers_and_addresses_are_told(words: str, tmp_path: Path) -> None:
    assert residue(kept(tmp_path, "html", hiding_in_pages.page(f"<p>They were seen {words}.</p>")), PEOPLE) != []


def test_words_of_two_paragraphs_make_no_name(tmp_path: Path) -> None:
    content = hiding_in_pages.page(
        "<p>They asked who could help the child in May</p><p>Will the plan hold, they asked.</p>"
    )
    assert residue(kept(tmp_path, "html", content), PEOPLE) == []


def test_letters_set_apart_are_read_as_a_name(tmp_path: Path) -> None:
    content = hiding_in_pages.page("<p>They heard A m a r a speak.</p>")
    assert texts(residue(kept(tmp_path, "html", content), PEOPLE)) == ["A m a r a"]


def test_an_author_who_is_in_no_register_is_told(tmp_path: Path) -> None:
    content = hiding_in_word.built(lambda document: setattr(document.core_properties, "author", "sjw-4471"))
    (found,) = residue(kept(tmp_path, "docx", content), PEOPLE)
    assert (found.where, found.kind, found.text) == ("document properties: author", "author", "sjw-4471")


def test_a_picture_that_says_where_it_was_taken_is_told(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    photograph = io.BytesIO()
    Image.new("RGB", (9, 9)).save(photograph, "jpeg", exif=exif)
    content = hiding_in_word.built(lambda document: document.add_picture(photograph))
    assert [hit.kind for hit in residue(kept(tmp_path, "docx", content), PEOPLE)] == ["position"]


def test_a_page_that_is_a_picture_is_told(tmp_path: Path) -> None:
    scan = io.BytesIO()
    Image.new("RGB", (600, 800), "white").save(scan, "pdf")
    assert [hit.kind for hit in residue(kept(tmp_path, "pdf", scan.getvalue()), PEOPLE)] == ["unread"]


def test_an_embedded_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    whole = hiding_in_word.workbook("nothing")
    content = patched(hiding_in_word.built(), {"word/embeddings/Sheet1.xlsx": whole[: len(whole) // 2]})
    assert "unread" in [hit.kind for hit in residue(kept(tmp_path, "docx", content), PEOPLE)]


def test_files_too_deep_inside_each_other_are_told(tmp_path: Path) -> None:
    content = hiding_in_word.built()
    for _ in range(5):
        content = patched(hiding_in_word.built(), {"word/embeddings/a.docx": content})
    assert "unread" in [hit.kind for hit in residue(kept(tmp_path, "docx", content), PEOPLE)]


def test_a_part_that_was_struck_from_the_list_of_parts_is_told(tmp_path: Path) -> None:
    path = kept(tmp_path, "docx", hiding_in_word.built())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/old.xml", f"<p>{NAME}</p>")
        archive.writestr("word/new.xml", "<p>Nothing.</p>")
        archive.filelist.remove(archive.NameToInfo.pop("word/old.xml"))
    found = residue(path, PEOPLE)
    assert {hit.where for hit in found} == {"bytes beside the parts of the file"}
    assert {"unread", "person"} == {hit.kind for hit in found}


def test_a_name_in_a_link_is_found_however_its_letters_are_written(tmp_path: Path) -> None:
    people = [Person("z", "person", "child", "Child Z", given="Şeyma", surname="Żukowska")]
    content = hiding_in_pdf.printed('<p><a href="https://www.example.org/şeyma-żukowska">here</a></p>')
    assert {hit.keys for hit in residue(kept(tmp_path, "pdf", content), people)} == {("z",)}


def test_a_pseudonym_that_the_end_of_a_line_cuts_is_no_name(tmp_path: Path) -> None:
    people = [Person("w", "person", "social worker", "Ms Wren", given="Will", surname="May", professional=True)]
    content = hiding_in_pdf.printed("<p>They asked Ms<br>Wren to visit.</p>")
    assert residue(kept(tmp_path, "pdf", content), people) == []


ALLOWED = hiding_in_pages.page("<p>They met Wioletta Kowalska. She wrote to the Northshire Harbour Trust.</p>")


def test_what_a_person_decided_to_keep_is_let_through_in_any_case(tmp_path: Path) -> None:
    path = kept(tmp_path, "html", ALLOWED)
    assert "Wioletta Kowalska" not in texts(residue(path, PEOPLE, allowed={"wioletta kowalska"}))
    assert residue(path, PEOPLE, allowed=["WIOLETTA KOWALSKA", "Northshire Harbour Trust"]) == []


def test_a_longer_text_that_was_kept_covers_what_stands_in_it_and_nothing_else(tmp_path: Path) -> None:
    body = "<p>The Church Road Partnership met.</p><p>They lived at 14 Church Road.</p>"
    found = residue(kept(tmp_path, "html", hiding_in_pages.page(body)), PEOPLE, allowed=["Church Road Partnership"])
    assert texts(found) == ["14 Church Road"]


def test_a_listed_name_is_told_although_the_same_word_was_kept_elsewhere(tmp_path: Path) -> None:
    content = hiding_in_pages.page("<p>They heard Amara speak.</p>")
    assert texts(residue(kept(tmp_path, "html", content), PEOPLE, allowed=["amara"])) == ["Amara"]


def test_a_kept_author_is_let_through(tmp_path: Path) -> None:
    content = hiding_in_word.built(lambda document: setattr(document.core_properties, "author", "Harbour Reviews"))
    assert residue(kept(tmp_path, "docx", content), PEOPLE, allowed=["harbour reviews"]) == []


@pytest.mark.parametrize("kind", ["docx", "pptx", "pdf"])
@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_damaged_file_is_refused_and_never_called_clean(kind: str, share: float, tmp_path: Path) -> None:
    content = BUILT[kind]()
    with pytest.raises(Unreadable, match="damaged"):
        residue(kept(tmp_path, kind, content[: int(len(content) * share)]), PEOPLE)


def test_a_document_with_a_broken_part_is_refused(tmp_path: Path) -> None:
    content = patched(hiding_in_word.built(), {"word/document.xml": lambda xml: xml[:-20]})
    with pytest.raises(Unreadable, match="damaged"):
        residue(kept(tmp_path, "docx", content), PEOPLE)


@pytest.mark.parametrize("place", range(1, 20))
def test_a_pdf_with_spoilt_bytes_is_refused_or_its_name_is_found(place: int, tmp_path: Path) -> None:
    content = bytearray(hiding_in_pdf.printed(f"<p>They heard {NAME} speak.</p>"))
    start = len(content) * place // 20
    content[start : start + 30] = bytes(range(100, 130))
    try:
        found = residue(kept(tmp_path, "pdf", bytes(content)), PEOPLE)
    except Unreadable:
        return
    assert found != []


@pytest.mark.parametrize("kind", BUILT)
def test_an_empty_file_is_refused(kind: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        residue(kept(tmp_path, kind, b""), PEOPLE)


@pytest.mark.parametrize("name", ["report.txt", "report.doc", "report", "report.xlsx"])
def test_a_file_of_another_kind_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(hiding_in_word.built())
    with pytest.raises(Unreadable, match="Only Word"):
        residue(str(path), PEOPLE)


def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="not what its name says"):
        residue(kept(tmp_path, "pdf", hiding_in_word.built()), PEOPLE)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be opened"):
        residue(tmp_path / "report.docx", PEOPLE)


def test_a_locked_file_is_refused(tmp_path: Path) -> None:
    writer, locked = PdfWriter(clone_from=io.BytesIO(hiding_in_pdf.printed())), io.BytesIO()
    writer.encrypt("harbour", algorithm="RC4-128")
    writer.write(locked)
    with pytest.raises(Unreadable, match="password"):
        residue(kept(tmp_path, "pdf", locked.getvalue()), PEOPLE)
    with pytest.raises(Unreadable, match="password"):
        residue(kept(tmp_path, "docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), PEOPLE)


def test_declarations_are_refused(tmp_path: Path) -> None:
    part = b'<!DOCTYPE a [<!ENTITY b "Amara">]><a>&b;</a>'
    with pytest.raises(Unreadable, match="declaration"):
        residue(kept(tmp_path, "docx", patched(hiding_in_word.built(), {"customXml/item9.xml": part})), PEOPLE)


def test_a_file_that_unpacks_to_far_more_than_its_size_is_refused(tmp_path: Path) -> None:
    content = patched(hiding_in_word.built(), {"word/media/a.bin": bytes(60_000_000)})
    with pytest.raises(Unreadable, match="unpacks"):
        residue(kept(tmp_path, "docx", content), PEOPLE)


def test_a_part_that_holds_more_than_it_declares_is_refused(tmp_path: Path) -> None:
    content = bytearray(hiding_in_word.built())
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        entry = archive.getinfo("word/document.xml")
    size = content.rindex(b"word/document.xml") - 46 + 24
    content[size : size + 4] = struct.pack("<I", entry.file_size // 2)
    with pytest.raises(Unreadable, match="damaged"):
        residue(kept(tmp_path, "docx", bytes(content)), PEOPLE)


MARKS = st.sampled_from(["<b>{}</b>", "<em>{}</em>", "<span class='x'>{}</span>", "{}<wbr>", "<!-- -->{}", "{}&shy;"])


@given(pieces=st.lists(st.tuples(st.integers(1, 4), MARKS), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_way_to_mark_up_its_letters_hides_a_name(pieces: list[tuple[int, str]], tmp_path: Path) -> None:
    rest, made = NAME, ""
    for length, mark in pieces:
        made, rest = made + mark.format(rest[:length]), rest[length:]
    found = residue(kept(tmp_path, "html", hiding_in_pages.page(f"<p>They heard {made}{rest} speak.</p>")), PEOPLE)
    assert any(set(hit.keys) == {"c"} and hit.replacement == "Child A" for hit in found)


def test_a_pdf_with_bytes_before_its_beginning_is_refused_not_passed(tmp_path: Path) -> None:
    content = f"From: {NAME}\n".encode() + hiding_in_pdf.printed()
    with pytest.raises(Unreadable, match="is damaged"):
        residue(kept(tmp_path, "pdf", content), PEOPLE)


def test_somebody_in_no_register_is_told_where_a_program_notes_who_changed_or_remarked(tmp_path: Path) -> None:
    for place in (each for each in PLACES if each.title in NOTED_BY_PROGRAMS):
        hits = residue(place.write(tmp_path, "Wioletta Kowalska"), PEOPLE)
        assert [hit.text for hit in hits] == ["Wioletta Kowalska"], place


NOTED_BY_PROGRAMS = ("who changed what", "author of a comment of the newer kind", "author of a comment")
