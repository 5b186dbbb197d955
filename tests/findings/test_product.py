"""Learning products: filled from the anonymised report, through the same gate, checked by a second person, released, withdrawn."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx as word
import pptx
import pypdf
import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from lxml import html as markup

from findings import product_files, tasks
from findings.anonymise.residue import residue
from findings.models import Edition, Product, ProductFile, Publication, Report
from findings.product_drafts import Source, cut, draft
from findings.product_text import made, stand_outs
from findings.report_files import Document
from findings.services import product as verbs
from findings.services import publication
from findings.services.anonymity import anonymised, register
from reviews.models import Review
from reviews.stages import Stage
from scr_portal.lib import docx, slides
from scr_portal.lib.records import Refused
from tests import make
from tests.corpus.pdf_ua import faults
from tests.findings.test_report import decided, report  # noqa: F401 - a fixture

TODAY = timezone.localdate()
NAMES = ("Amara", "Okafor", "Marion", "Teasdale", "Ottoline", "Brackenbury")
KINDS = ("briefing", "slides", "event")
EACH = [(kind, form) for kind in KINDS for form in product_files.FORMATS[kind]]


@pytest.fixture
def decided_on(board: make.World, report: Report) -> Report:  # noqa: F811 - as pytest names fixtures
    """A report whose every leftover was decided."""
    return stand(decided(board, report))


@pytest.fixture
def published(decided_on: Report) -> Report:
    """The same, public."""
    return stand(decided_on, published_on=TODAY)


def stand(report: Report, **values: Any) -> Report:  # noqa: F811 - the record, not the fixture
    """The report as it is after its publication, or after it was decided that there is none."""
    Review.objects.filter(pk=report.review_id).update(stage=Stage.MONITORING)
    Report.objects.filter(pk=report.pk).update(**values)
    Publication.objects.get_or_create(report=report)
    return Report.objects.select_related("review__board", "publication").get(pk=report.pk)


def begun(board: make.World, report: Report, kind: str = "slides") -> Product:  # noqa: F811
    return fresh(verbs.begin(by=board.reviewer, report=report, kind=kind))


def fresh(product: Product) -> Product:
    return Product.objects.select_related("report__review__board", "report__publication").get(pk=product.pk)


def built(board: make.World, product: Product) -> dict[str, ProductFile]:
    tasks.build_product(product.pk, board.manager.pk)
    return verbs.latest_files(product)


def checked(board: make.World, product: Product) -> Product:
    built(board, product)
    return fresh(verbs.check_text(by=board.panel, product=fresh(product)))


def content(file: ProductFile) -> bytes:
    with file.file.open("rb") as held:
        return bytes(held.read())


def release(board: make.World, product: Product) -> Edition:
    out = verbs.release(by=board.manager, product=product)
    return Edition.objects.select_related("product__report__review__board").get(pk=out.pk)


def write(board: make.World, product: Product, text: str, key: str = "why") -> str:
    part = product.parts.select_related("product__report__review__board").get(key=key)
    return verbs.write(by=board.reviewer, part=part, text=text).text


def said(product: Product) -> dict[str, str]:
    return {key: text for key, _, text in made(product).sections}


def words(form: str, held: bytes) -> str:
    """Every word of a file, as the library of its format reads it."""
    if form == "docx":
        read = word.Document(io.BytesIO(held))
        cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(each.text for each in read.paragraphs), *cells])
    if form == "pdf":
        return "\n".join(each.extract_text() for each in pypdf.PdfReader(io.BytesIO(held)).pages)
    if form == "html":
        return str(markup.fromstring(held).text_content())
    found = []
    for slide in pptx.Presentation(io.BytesIO(held)).slides:
        for shape in slide.shapes:
            found += [shape.text_frame.text] if shape.has_text_frame else []
            found += [cell.text for row in shape.table.rows for cell in row.cells] if shape.has_table else []
        found += [slide.notes_slide.notes_text_frame.text] if slide.has_notes_slide else []
    return "\n".join(found)


def test_a_product_begins_with_what_the_anonymised_report_says(board: make.World, published: Report) -> None:
    product = begun(board, published, "briefing")
    parts = dict(product.parts.values_list("key", "text"))
    assert list(parts) == ["background", "why", "information", "findings", "action", "questions"]
    assert parts["background"].startswith("Child A was seen at home by Social Worker 1")
    assert parts["action"] == "- Ask."
    assert [name for name in NAMES if name in " ".join(parts.values())] == []
    with pytest.raises(Refused, match="has been begun already"):
        begun(board, published, "briefing")


def test_a_report_that_was_not_signed_off_gives_no_learning(board: make.World, report: Report) -> None:  # noqa: F811
    with pytest.raises(Refused, match="have it signed off first"):
        verbs.begin(by=board.reviewer, report=report, kind="briefing")


def test_a_name_of_the_register_that_is_typed_is_never_kept(
    board: make.World, published: Report, signed_in: Any
) -> None:
    product = begun(board, published)
    page = f"/findings/{published.review.ref}/product/slides/part/why/"
    answer = signed_in(board.reviewer).post(page, {"text": "Amara Okafor told Marion Teasdale.", "seen_version": 1}, follow=True)  # fmt: skip
    assert "names and days put in their published form" in answer.content.decode()
    part = product.parts.get(key="why")
    assert part.text == "Child A told Social Worker 1."
    assert [row.text for row in part.history.all() if "Amara" in row.text] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_opens_in_its_library_and_holds_no_name_of_the_register(
    board: make.World, published: Report, kind: str, tmp_path: Path
) -> None:
    product = begun(board, published, kind)
    for form, file in built(board, product).items():
        assert file.suspicions == []
        held, path = content(file), tmp_path / f"learning.{form}"
        path.write_bytes(held)
        read = words(form, held)
        assert "Child A" in read
        assert [name for name in NAMES if name.casefold() in read.casefold()] == []
        assert residue(path, register(published.review), allowed=[board.board.name]) == []
        assert form != "pdf" or faults(held) == []
    assert set(verbs.latest_files(product)) == set(product_files.FORMATS[kind])


@pytest.mark.parametrize(("kind", "form"), EACH)
def test_a_name_in_a_built_file_of_any_format_is_found_and_stops_the_check(
    board: make.World, published: Report, kind: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    product, honest = begun(board, published, kind), product_files.made_into

    def planted(each: str, document: Document) -> bytes:
        sections = [("x", "Findings", docx.blocks("- Amara was not seen."))]
        return honest(each, Document(document.title, document.board, sections) if each == form else document)

    monkeypatch.setattr(product_files, "made_into", planted)
    files = built(board, product)
    assert {each for each, file in files.items() if file.suspicions} == {form}
    assert {hit["text"] for hit in files[form].suspicions} == {"Amara"}
    with pytest.raises(Refused, match=r"The scan of the .* file found 1 places"):
        verbs.check_text(by=board.panel, product=product)


@pytest.mark.parametrize("where", ["properties", "notes", "alternative text"])
def test_a_name_that_hides_in_slides_is_found(board: make.World, published: Report, where: str) -> None:
    product = begun(board, published, "slides")
    blocks = docx.blocks("- Seen\n\nSaid.\n\n## More\n\n| A | B |\n| x | y |")
    show = pptx.Presentation(io.BytesIO(slides.write("Slides", "A board", [("Why", blocks)])))
    if where == "properties":
        show.core_properties.last_modified_by = "Marion Teasdale"
    elif where == "notes":
        show.slides[1].notes_slide.notes_text_frame.text = "Ask Marion Teasdale."
    else:
        show.slides[2].shapes[1]._element.nvGraphicFramePr.cNvPr.set("descr", "What Marion Teasdale did")
    held = io.BytesIO()
    show.save(held)
    gate = product_files.Gate.of(published.review)
    assert [hit["text"] for hit in product_files.scan(product, "pptx", held.getvalue(), gate)] == ["Marion Teasdale"]


def test_words_that_nobody_decided_about_stop_everything_until_they_are_decided(
    board: make.World, published: Report
) -> None:
    product = begun(board, published)
    write(board, product, "Wilhelmina Drosselmeyer rang twice.")
    built(board, product)
    with pytest.raises(Refused, match="1 places could identify somebody"):
        verbs.check_text(by=board.panel, product=product)
    leftover = made(product).leftovers[0]
    with pytest.raises(Refused, match="names or identifies somebody itself"):
        verbs.settle(by=board.reviewer, product=product, leftover=leftover, choice="replace", replacement="Marion")
    verbs.settle(by=board.reviewer, product=product, leftover=leftover, choice="replace", replacement="A neighbour")
    assert checked(board, product).status == "checked"


def test_a_decision_for_learning_leaves_the_published_report_as_it_was(board: make.World, published: Report) -> None:
    published.sections.filter(key="summary").update(text="Child A rang, and Drosselmeyer did not.")
    before, product = anonymised(published), begun(board, published)
    write(board, product, "Drosselmeyer rang, and is deaf.")
    leftover = made(product).leftovers[0]
    verbs.settle(by=board.reviewer, product=product, leftover=leftover, choice="replace", replacement="The neighbour")
    assert anonymised(published) == before
    assert [hit.text for hit in made(product).leftovers] == []


def test_details_that_identify_together_are_listed_and_judged_for_learning_alone(
    board: make.World, published: Report, signed_in: Any
) -> None:
    told = "Child A, the youngest of four, is deaf and Polish and was seen at 2.30pm."
    published.sections.filter(key="summary").update(text=told)
    before, product = anonymised(published).sha256, begun(board, published)
    write(board, product, told)
    client, page = signed_in(board.reviewer), f"/findings/{published.review.ref}/product/slides/"
    assert "not judged" in client.get(page).content.decode()
    gate = product_files.Gate.of(published.review)
    details = stand_outs(product, made(product, gate), gate).details
    like = next(each.like for each in details if each.like.words == "Polish")
    with pytest.raises(Refused, match="Say why this may stay"):
        verbs.judge(by=board.reviewer, product=product, like=like, choice="keep", replacement="", reason=" ")
    place = [each.like for each in details].index(like) + 1
    client.post(f"{page}judge/{place}/", {"choice": "remove", "like": like.key})
    assert "Polish" not in said(product)["why"]
    assert "deaf" in said(product)["why"]
    assert anonymised(published).sha256 == before


def test_whoever_wrote_in_it_cannot_check_it(board: make.World, published: Report) -> None:
    product = begun(board, published)
    built(board, product)
    with pytest.raises(Refused, match="somebody else has to check it"):
        verbs.check_text(by=board.reviewer, product=product)
    with pytest.raises(PermissionDenied):
        verbs.check_text(by=board.auditor, product=product)
    assert verbs.check_text(by=board.panel, product=product).checked_by == board.panel


def test_nothing_is_released_before_the_report_is_public_unless_it_is_on_record_why_not(
    board: make.World, decided_on: Report
) -> None:
    product = checked(board, begun(board, decided_on))
    with pytest.raises(Refused, match="once the report is published, or once it is on record why"):
        verbs.release(by=board.manager, product=product)
    stand(decided_on, not_published_reason="The family asked.")
    with pytest.raises(Refused, match="once the report is published"):
        verbs.release(by=board.manager, product=fresh(product))
    Publication.objects.update(approved_on=TODAY, approved_by="Ruth Amankwah, chair")
    assert verbs.release(by=board.manager, product=fresh(product)).number == 1


def test_of_a_report_that_is_not_published_learning_holds_what_is_published_instead(
    board: make.World, decided_on: Report
) -> None:
    held = stand(decided_on, not_published_reason="The family asked.")
    Publication.objects.update(instead="Services ring each other.", approved_on=TODAY)
    product = begun(board, Report.objects.select_related("publication", "review__board").get(pk=held.pk))
    parts = dict(product.parts.values_list("key", "text"))
    assert parts["background"] == "- Services ring each other.\n\nServices ring each other."
    assert "seen at home" not in " ".join(parts.values())


def test_what_is_released_is_what_was_checked(board: make.World, published: Report) -> None:
    product = checked(board, begun(board, published))
    product.parts.filter(key="why").update(text="Another text.")
    tasks.build_product(product.pk, board.manager.pk)
    with pytest.raises(Refused, match="not the one that was checked"):
        verbs.release(by=board.manager, product=fresh(product))
    assert not Edition.objects.exists()


def test_readers_keep_an_edition_until_the_next_and_every_edition_stays(board: make.World, published: Report) -> None:
    product = checked(board, begun(board, published))
    first = verbs.release(by=board.manager, product=product)
    verbs.revise(by=board.reviewer, product=fresh(product))
    write(board, product, "It was about being heard.")
    assert list(Edition.objects.visible_to(board.school_lead)) == [first]
    second = verbs.release(by=board.manager, product=checked(board, product))
    assert list(Edition.objects.visible_to(board.school_lead)) == [second]
    first.refresh_from_db()
    assert ("being heard" in str(first.content), "being heard" in str(second.content)) == (False, True)
    assert {file.format for file in first.files.all()} == {"pptx"}
    verbs.withdraw(by=board.manager, product=fresh(product), why="A neighbour was found in it.")
    assert list(Edition.objects.visible_to(board.school_lead)) == []
    with pytest.raises(Refused, match="no longer applies"):
        verbs.withdraw(by=board.manager, product=fresh(product), why="Again.")


def test_what_was_made_from_a_report_leaves_with_it(board: make.World, published: Report) -> None:
    verbs.release(by=board.manager, product=checked(board, begun(board, published)))
    begun(board, published, "event")
    publication.take_down(by=board.manager, report=published, on=TODAY, why="Somebody was found.", urgent=True)
    assert list(Edition.objects.visible_to(board.manager)) == []
    assert sorted(Product.objects.values_list("kind", "status")) == [
        ("event", "draft"),
        ("slides", "withdrawn"),
    ]
    slide = fresh(Product.objects.get(kind="slides"))
    verbs.revise(by=board.reviewer, product=slide)
    with pytest.raises(Refused, match="was taken down"):
        verbs.release(by=board.manager, product=checked(board, slide))


def test_slides_have_real_layouts_notes_and_alternative_texts_and_name_nobody_as_their_maker() -> None:
    blocks = docx.blocks("- Shown\n\nWhat is said.\n\n## Changes\n\n| What | Whose |\n| Ring | Police |")
    show = pptx.Presentation(io.BytesIO(slides.write("Slides: Child A", "A board", [("Why", blocks)], marking="M")))
    first, why, table = show.slides
    assert (first.slide_layout.name, why.slide_layout.name, table.slide_layout.name) == (
        "Title Slide",
        "Title and Content",
        "Title Only",
    )
    assert [slide.shapes.title.text for slide in show.slides] == ["Slides: Child A", "Why", "Changes"]
    assert why.placeholders[1].text == "Shown"
    assert why.notes_slide.notes_text_frame.text == "What is said."
    assert table.shapes[1]._element.nvGraphicFramePr.cNvPr.get("descr") == "A table of What, Whose."
    assert table.shapes[1].table.first_row
    # PowerPoint takes size and colour from the runs alone.
    words = [cell.text_frame.paragraphs[0].runs[0] for cell in table.shapes[1].table.iter_cells()]
    assert [word.font.size.pt for word in words] == [18] * 4
    below = first.placeholders[1]
    assert below.left == first.shapes.title.left
    assert str(below.text_frame.paragraphs[0].runs[0].font.color.rgb) == "1D3D4F"
    made_by = show.core_properties
    assert (made_by.author, made_by.last_modified_by, made_by.language) == ("SCR Portal", "SCR Portal", "en-GB")
    assert all(shape.left + shape.width <= show.slide_width for slide in show.slides for shape in slide.shapes)


def test_a_slide_holds_no_more_than_can_be_read_and_each_heading_is_met_once() -> None:
    blocks = docx.blocks("\n".join(f"- Item {number}" for number in range(12)))
    found = slides.planned("Findings", blocks)
    assert [len(slide.items) for slide in found] == [5, 5, 2]
    assert [slide.heading for slide in found] == [f"Findings ({number} of 3)" for number in (1, 2, 3)]
    assert slides.planned("Why", docx.blocks("Only said.")) == [slides.Slide("Why", ("Only said.",))]


def test_a_draft_is_cut_between_sentences_and_takes_no_heading_or_table_over() -> None:
    long = " ".join(f"Sentence {number} of this text has eight words." for number in range(40))
    shorter = cut(f"## Head\n\n| A | B |\n\n{long}")
    assert shorter.endswith("eight words.")
    assert len(shorter.split()) <= 110
    assert "Head" not in shorter
    parts = {key: text for key, _, text in draft("event", Source(findings=[("Nobody rang.", "")]))}
    assert "“Nobody rang”?" in parts["group"]
    assert "## What it was about" not in parts["handout"]
