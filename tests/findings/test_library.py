"""The library: who adds and who reads, searching and narrowing, files, our own reports, and what was made before."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from docx import Document

from findings import library as reading
from findings import tasks
from findings.models import Finding, Lesson, LessonTerm, LibraryReview, Recommendation, Report, SavedSearch, Theme
from findings.near import check_vectors, near
from findings.services import entering, lesson, library, publication, search, study
from findings.services.anonymity import anonymised
from scr_portal.lib.records import Refused, Stale
from tests import make
from tests.findings.test_report import ready, report  # noqa: F401 - a fixture

VALUES: dict[str, Any] = {
    "title": "Child K", "publisher": "Marlow Safeguarding Board", "regime": "lcspr", "year": 2021, "published_on": None,
    "harm": "physical", "age": "under_1", "themes": [], "link": "", "text": "Bruising was seen. Professional curiosity was low.",
}  # fmt: skip
SAID = {"kind": "recommendation", "number": "1", "answer": "accepted", "outcome": "Every GP was told.", "themes": []}
BROUGHT = "Ask what it means when a child is not brought to appointments."


def shelved(board: make.World, **values: Any) -> LibraryReview:
    return library.add(by=board.manager, board=board.board, values={**VALUES, **values})


def recommended(board: make.World, published: LibraryReview, text: str, **values: Any) -> Lesson:
    return lesson.add(by=board.manager, published=published, values={**SAID, "text": text, **values})


def found(user: Any, words: str = "", **chosen: Any) -> list[str]:
    pks = [each.pk for each in reading.search(user, words, chosen).found]
    titles = dict(LibraryReview.objects.filter(pk__in=pks).values_list("pk", "title"))
    return [titles[pk] for pk in pks]


def word_file(*paragraphs: str, title: str = "") -> bytes:
    document, held = Document(), io.BytesIO()
    document.core_properties.title = title
    for each in paragraphs:
        document.add_paragraph(each)
    document.save(held)
    return held.getvalue()


REPORT = (
    "Safeguarding Adults Review: Mr D", "North Marsh Safeguarding Adults Board", "Published March 2021", "Introduction",
    "Mr D was 67 years old. Hoarding was known. Hoarding was severe. Self-neglect was named.", "Recommendations",
    "1. The board should adopt a procedure for people who do not look after themselves.",
)  # fmt: skip


def test_words_are_found_in_all_their_forms_and_phrases_as_neighbours(board: make.World) -> None:
    shelved(board)
    shelved(board, title="Child L", text="A bruise. Curiosity of a professional kind: professional distance.")
    assert found(board.panel, "bruises") == ["Child L", "Child K"]
    assert found(board.panel, '"professional curiosity"') == ["Child K"]
    assert found(board.panel, "marlow bruise distance") == ["Child L"]
    assert found(board.panel, "hoarding") == []
    assert found(board.panel, "the of") == []
    assert found(board.panel, "100% _") == []


def test_reviews_that_say_more_of_it_stand_first_then_the_newest(board: make.World) -> None:
    shelved(board, title="Once", year=2024, text="A bruise.")
    shelved(board, title="Often", year=2010, text="A bruise. " * 9)
    shelved(board, title="Sometimes", year=2012, text="A bruise. " * 4)
    assert found(board.panel, "bruise") == ["Often", "Sometimes", "Once"]
    assert found(board.panel) == ["Once", "Sometimes", "Often"]


def test_what_was_taken_out_since_it_was_found_is_not_shown(board: make.World) -> None:
    kept, gone = shelved(board), shelved(board, title="Child L")
    result = reading.search(board.panel, "bruise", {})
    library.take_out(by=board.manager, published=gone, why="It named somebody.")
    assert [review for review, _ in reading.shown(result.found, result.terms)] == [kept]


def test_a_search_is_narrowed_and_each_offer_says_what_it_would_leave(board: make.World) -> None:
    theme = Theme.objects.create(board=board.board, name="Sleep")
    shelved(board, themes=[theme])
    shelved(board, title="Mr D", regime="sar", harm="self_neglect", year=2019)
    result = reading.search(board.panel, "", {"year": ["2021"]})
    offers = {key: {offer.value: offer.number for offer in offered} for key, _, offered in result.offers}
    assert len(result.found) == 1
    assert offers["year"] == {"2021": 1, "2019": 1}
    assert offers["regime"] == {"lcspr": 1}
    assert offers["theme"] == {"Sleep": 1}
    assert found(board.panel, theme=["Sleep"]) == ["Child K"]
    assert found(board.panel, year=["2021", "2019"], regime=["sar"]) == ["Mr D"]


def test_whoever_has_signed_in_reads_and_only_the_business_manager_and_reviewers_add(
    board: make.World, signed_in: Any
) -> None:
    published = shelved(board)
    make.review(board)
    for who in ("outsider", "police_author", "referrer", "legal"):
        page = signed_in(board.people[who]).get(f"/findings/library/{published.pk}/")
        assert "Professional curiosity was low" in page.content.decode(), who
    assert signed_in(board.chair).post("/findings/library/new/", {}).status_code == 403
    assert signed_in(board.reviewer).get("/findings/library/new/").status_code == 200
    other = make.world("Marlow")
    assert signed_in(other.manager).get(f"/findings/library/{published.pk}/edit/").status_code == 404


def test_the_page_shows_the_passage_with_what_was_asked_for_marked(board: make.World, signed_in: Any) -> None:
    shelved(board, text="<b>x</b> " * 100 + "A bruise on the arm. " + "Nothing. " * 100)
    page = signed_in(board.panel).get("/findings/library/?words=bruises").content.decode()
    assert "<mark>bruise</mark> on the arm" in page
    assert "<b>x" not in page
    assert (
        "These words are in every review" in signed_in(board.panel).get("/findings/library/?words=the").content.decode()
    )


def test_the_same_review_does_not_enter_twice(board: make.World) -> None:
    published = shelved(board)
    with pytest.raises(Refused, match="stands in the library already"):
        shelved(board, title="CHILD K")
    library.take_out(by=board.manager, published=published, why="Taken down.")
    shelved(board)


def test_a_form_that_is_wrong_keeps_what_was_typed(board: make.World, signed_in: Any) -> None:
    said = {"title": "Child K", "publisher": "Marlow", "regime": "lcspr", "year": "2099", "harm": "other", "age": "65", "link": "somewhere else"}  # fmt: skip
    answer = signed_in(board.manager).post("/findings/library/new/", said)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert ["Enter a year from 1970" in page, "Enter a whole address" in page, "somewhere else" in page] == [True] * 3
    script = signed_in(board.manager).post(
        "/findings/library/new/", {**said, "year": "2020", "link": "javascript:alert(1)"}
    )
    assert script.status_code == 422


def test_what_is_taken_out_is_found_no_longer(board: make.World, signed_in: Any) -> None:
    published = shelved(board)
    recommended(board, published, BROUGHT)
    library.take_out(by=board.manager, published=published, why="Its board has taken it down.")
    assert found(board.panel, "bruise") == []
    assert near(board.reviewer, BROUGHT) == []
    assert signed_in(board.panel).get(f"/findings/library/{published.pk}/").status_code == 404
    library.write(by=board.manager, published=published, values=VALUES)
    assert [each.text for each in near(board.reviewer, BROUGHT)] == [BROUGHT]


def test_two_writers_lose_nothing(board: make.World) -> None:
    published = shelved(board)
    library.write(by=board.manager, published=published, values={**VALUES, "year": 2020}, seen_version=1)
    with pytest.raises(Stale):
        library.write(by=board.manager, published=published, values={**VALUES, "year": 2022}, seen_version=1)


def test_a_file_is_read_proposed_and_seen_by_nobody_before_it_is_confirmed(board: make.World, signed_in: Any) -> None:
    client, file = signed_in(board.manager), SimpleUploadedFile("d.docx", word_file(*REPORT))
    answer = client.post("/findings/library/upload/", {"file": file})
    made = LibraryReview.objects.get()
    assert answer.url == f"/findings/library/{made.pk}/edit/"
    assert (made.title, made.publisher, made.year) == (REPORT[0], REPORT[1], 2021)
    assert (made.regime, made.harm, made.age, made.shown) == ("sar", "self_neglect", "65", False)
    assert found(board.panel, "hoarding") == []
    assert not LessonTerm.objects.exists()
    said = {"title": made.title, "publisher": made.publisher, "regime": "sar", "year": 2021, "harm": "self_neglect", "age": "65", "text": made.text}  # fmt: skip
    assert client.post(answer.url, {**said, "seen_version": 1}).url == f"/findings/library/{made.pk}/lesson/"
    assert found(board.panel, "hoarding") == [REPORT[0]]
    assert near(board.reviewer, "Self-neglect needs a procedure.") == []
    (proposal,) = made.lessons.all()
    client.post(f"/findings/library/{made.pk}/lesson/confirm/", {"lesson": proposal.pk})
    assert near(board.reviewer, "Self-neglect needs a procedure.")[0].text == REPORT[-1][3:]


def test_proposals_that_are_not_ticked_are_discarded(board: make.World) -> None:
    file = SimpleUploadedFile("d.docx", word_file(*REPORT))
    made = library.take_in(by=board.manager, board=board.board, file=file)
    assert lesson.confirm(by=board.manager, published=made, chosen=[]) == 0
    assert not made.lessons.exists()
    with pytest.raises(Refused, match="Nothing waits"):
        lesson.confirm(by=board.manager, published=made, chosen=[])


def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(board: make.World, signed_in: Any) -> None:
    for content, sentence in (
        (b"GIF89a", "Choose a PDF or a Word document"),
        (b"%PDF-1.7 broken", "could not be read"),
    ):
        file = SimpleUploadedFile("x.pdf", content)
        answer = signed_in(board.manager).post("/findings/library/upload/", {"file": file})
        assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert not LibraryReview.objects.exists()


def test_a_file_is_taken_in_once(board: make.World) -> None:
    content = word_file(*REPORT)
    library.take_in(by=board.manager, board=board.board, file=SimpleUploadedFile("d.docx", content))
    with pytest.raises(Refused, match="in the library already"):
        library.take_in(by=board.manager, board=board.board, file=SimpleUploadedFile("e.docx", content))


@pytest.fixture
def waiting(board: make.World, report: Report) -> Report:  # noqa: F811 - as pytest names fixtures
    """Our own report in whose way nothing stands, with a recommendation that names people."""
    report.sections.filter(key="summary").update(text="Child A was seen late on 3 March 2019.")
    theme = Theme.objects.create(board=board.board, name="Voice of the child")
    finding = Finding.objects.create(
        review=report.review, number=7, title="t", what="w", why="y", written_by=board.reviewer
    )
    finding.themes.set([theme])
    made = Recommendation.objects.create(
        review=report.review,
        number=7,
        text="Amara Okafor was not brought on 3 March 2019: ask why.",
        written_by=board.reviewer,
    )
    made.findings.set([finding])
    ready(board, report)
    tasks.build_report(report.pk, board.manager.pk)
    return Report.objects.select_related("review__board").get()


def test_our_own_report_enters_as_the_public_reads_it_and_leaves_when_it_is_taken_down(
    board: make.World, waiting: Report
) -> None:
    made = publication.publish(by=board.manager, report=waiting)
    own = LibraryReview.objects.get()
    assert (own.source, own.review, own.shown, own.year) == ("ours", made.review, True, timezone.localdate().year)
    assert all(text in own.text for _, _, text in anonymised(made).sections)
    said = own.lessons.get(number="7")
    assert "Amara" not in own.text + said.text + own.words
    assert "Okafor" not in said.text
    assert "3 March" not in said.text
    assert "Child A" in said.text
    assert [theme.name for theme in said.themes.all()] == ["Voice of the child"]
    assert set(said.terms.values_list("term", flat=True)) >= {"=missed-appointment"}
    with pytest.raises(Refused, match="not changed here"):
        library.write(by=board.manager, published=own, values=VALUES)
    publication.take_down(
        by=board.manager, report=made, on=timezone.localdate(), why="A neighbour knew her.", urgent=True
    )
    assert found(board.panel) == []
    assert not LessonTerm.objects.exists()


def test_entering_again_changes_the_same_row(board: make.World, waiting: Report) -> None:
    made = anonymised(waiting)
    first = entering.enter(board.manager, waiting, made)
    assert entering.enter(board.manager, waiting, made).pk == first.pk
    assert first.lessons.count() == waiting.review.recommendations.count()


def test_made_before_tells_year_board_answer_and_what_became_of_it(board: make.World, signed_in: Any) -> None:
    published = shelved(board)
    recommended(board, published, BROUGHT)
    recommended(board, published, "Parking at the clinic should be reviewed.", number="2")
    (told,) = near(board.reviewer, "DNA policies must ask why.")
    assert (told.text, told.year, told.answer, told.outcome) == (BROUGHT, 2021, "Accepted", "Every GP was told.")
    assert told.title == "Marlow Safeguarding Board, Child K"
    assert told.alike == ("missed appointment",)
    review = make.review(board, stage="analysis")
    page = signed_in(board.reviewer).post(
        f"/findings/{review.ref}/made_before/", {"text": "DNA policies must ask why."}
    )
    assert ["Every GP was told." in page.content.decode(), "Both speak of: missed appointment" in page.content.decode()] == [True, True]  # fmt: skip


def test_made_before_looks_in_own_reviews_that_the_reader_may_see_and_never_in_this_one(board: make.World) -> None:
    earlier, now = make.review(board, stage="monitoring"), make.review(board, stage="analysis", number=2)
    for review in (earlier, now):
        Recommendation.objects.create(review=review, number=1, text=BROUGHT, written_by=board.reviewer)
    assert [each.recommendation.review for each in near(board.reviewer, "Children who did not attend", besides=now) if each.recommendation] == [earlier]  # fmt: skip
    assert near(board.outsider, "Children who did not attend", besides=now) == []


@pytest.mark.parametrize("by_meaning", [True, False])
def test_the_page_and_the_check_say_whether_meaning_is_compared(
    board: make.World, signed_in: Any, monkeypatch: pytest.MonkeyPatch, by_meaning: bool
) -> None:
    recommended(board, shelved(board), BROUGHT)
    review = make.review(board, stage="analysis")
    for place in ("near", "views.made_before"):
        monkeypatch.setattr(f"findings.{place}.there", lambda: by_meaning)
    page = signed_in(board.reviewer).post(f"/findings/{review.ref}/made_before/", {"text": "DNA policies"})
    assert ("meaning is not compared here" not in page.content.decode()) == by_meaning
    assert [said.id for said in check_vectors()] == ([] if by_meaning else ["findings.W001"])


def test_what_is_written_stands_in_no_address_and_the_forms_ask_while_one_writes(
    board: make.World, signed_in: Any
) -> None:
    review = make.review(board, stage="analysis")
    for page in ("recommendation/new", "finding/new"):
        shown = signed_in(board.reviewer).get(f"/findings/{review.ref}/{page}/").content.decode()
        assert f'hx-post="/findings/{review.ref}/made_before/"' in shown, page
    published = shelved(board)
    recommended(board, published, BROUGHT)
    Recommendation.objects.create(
        review=review, number=1, text="Ask why she did not attend.", written_by=board.reviewer
    )
    for number, there in (("1", True), ("2", False), ("x", False)):
        stored = signed_in(board.reviewer).get(f"/findings/{review.ref}/made_before/?recommendation={number}")
        assert (BROUGHT in stored.content.decode()) == there, number
    assert signed_in(board.police_lead).post(f"/findings/{review.ref}/made_before/", {"text": "x"}).status_code == 404


def test_a_search_is_kept_by_one_person(board: make.World, signed_in: Any) -> None:
    client = signed_in(board.chair)
    client.post("/findings/search/new/?words=bruise&year=2021", {"name": "Bruises"})
    kept = SavedSearch.objects.get()
    assert kept.asked == {"words": ["bruise"], "year": ["2021"]}
    assert "?words=bruise&amp;year=2021" in client.get("/findings/search/").content.decode()
    assert "Bruises" not in signed_in(board.manager).get("/findings/search/").content.decode()
    assert signed_in(board.manager).post(f"/findings/search/{kept.pk}/remove/").status_code == 404
    with pytest.raises(Refused, match="keep a search"):
        search.add(by=board.chair, board=board.board, name="bruises", asked=kept.asked)
    with pytest.raises(Refused, match="something first"):
        search.add(by=board.chair, board=board.board, name="Nothing", asked={})


def test_places_for_study_are_shown_and_checked_for_form(board: make.World, signed_in: Any) -> None:
    values = {"title": "Ours", "link": "https://wexcombe.example/reviews", "about": "", "active": True}
    made = study.add(by=board.manager, board=board.board, values=values)
    assert "https://wexcombe.example/reviews" in signed_in(board.chair).get("/findings/library/").content.decode()
    assert "wexcombe" not in signed_in(board.outsider).get("/findings/library/").content.decode()
    with pytest.raises(Refused, match="on the list already"):
        study.add(by=board.manager, board=board.board, values=values)
    study.write(by=board.manager, study=made, values={**values, "active": False})
    assert "wexcombe" not in signed_in(board.chair).get("/findings/library/").content.decode()


def test_themes_over_the_years_are_counted_by_review(board: make.World, signed_in: Any) -> None:
    sleep, bias = (Theme.objects.create(board=board.board, name=name) for name in ("Sleep", "Bias"))
    shelved(board, themes=[sleep])
    shelved(board, title="L", themes=[sleep, bias], year=2019)
    shelved(board, title="M", themes=[sleep], year=2019)
    figure = reading.over_the_years(LibraryReview.objects.visible_to(board.panel))
    assert figure.table == [["Theme", "2019", "2020", "2021"], ["Sleep", "2", "0", "1"], ["Bias", "1", "0", "0"]]
    page = signed_in(board.panel).get("/findings/library/years/").content.decode()
    assert page.count("<svg") == 1
    assert 'href="/findings/library/?theme=Sleep"' in page
