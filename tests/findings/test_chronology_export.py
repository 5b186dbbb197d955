"""The merged chronology as a file: what is shown and no more, read back as it was, marked, covered and on record."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document as read_word
from docx.enum.section import WD_ORIENT
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from agencies.chronology import Parsed, parse
from agencies.chronology.dates import read_date
from agencies.chronology.grid import clean
from agencies.models import Entry, Request
from findings import chronology_export
from findings.chronology_export import KINDS
from findings.chronology_export.document import compose
from findings.models import Mark, Theme
from reviews.models import Event, Review
from reviews.stages import Stage
from scr_portal.lib.sheets import JOINER
from tests import make

TODAY = date(2026, 11, 24)
POLICE = SimpleNamespace(label="Harrowdale Police")
FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
RUN = [
    "=1+1",
    "+44 7700 900123 rang",
    "-5 degrees in the flat",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
]
WRITTEN = (
    "27/3/2019", "14/05/2018 @ 1415hrs", "March 2019", "early 2018", "c. 2016", "Summer 2017", "May-June 2019",
    "12/03/19 - 15/03/19", "?22 may 2016", "w/c 11/03/2019", "2018/19", "22.05.16", "Christmas 2018", "the 1990s",
    "14/05/2018 10:00 - 10:45", "Undated", "n/k", "around her birthday", "31/02/2019", "before 2016", "12/03/2109",
    "43525", "12 March", "", "ditto", "as above", "e.g. 12/03/2019", "12/03/2019\n15/03/2019", "Dydd Mawrth 12 Mawrth 2019",
)  # fmt: skip


def kept(pk: int, **values: Any) -> Any:
    """An entry that no database holds."""
    blank: dict[str, Any] = {
        "date_text": "27/3/2019", "date_from": date(2019, 3, 27), "date_to": date(2019, 3, 27), "precision": "day", "certain": True,
        "time": None, "end_time": None, "agency": POLICE, "source": "", "event": "Seen at home.", "action": "", "standing_marks": [], "standing_holds": [],
        "standing_namings": [], "seen": "",
    }  # fmt: skip
    return SimpleNamespace(pk=pk, **{**blank, **values})


def read_from(text: str, pk: int = 1) -> Any:
    """An entry whose date was read from its words."""
    found = read_date(text, today=TODAY)
    first, last = (time.fromisoformat(at) if at else None for at in (found.time, found.end_time))
    days = {"date_from": found.date_from, "date_to": found.date_to, "precision": found.precision}
    return kept(pk, date_text=text, certain=found.certain, time=first, end_time=last, **days)


def written(kind: str, entries: list[Any]) -> bytes:
    """The file of some entries, with their names."""
    review: Any = SimpleNamespace(ref="SCR-2026-101")
    return KINDS[kind][1](compose(review, entries, named=True, asked=[], today=TODAY))


def handed_in(folder: Path, kind: str, content: bytes) -> Parsed:
    """What our own reader makes of a file."""
    path = folder / f"export.{kind}"
    path.write_bytes(content)
    return parse(path, today=TODAY)


def dated(one: Any) -> tuple[Any, ...]:
    """What an entry, or a row that was read, says of the time; how sure an unknown day is says nothing."""
    at = (f"{value:%H:%M}" if isinstance(value, time) else value for value in (one.time, one.end_time))
    return one.date_from, one.date_to, one.precision, one.date_from is not None and one.certain, *at


def words_of(one: Any) -> tuple[str, str, str]:
    return clean(one.source), clean(one.event), clean(one.action)


def flowing(one: Any) -> tuple[str, ...]:
    """The words without their line breaks: in a PDF nobody can tell one that was meant from one of the layout."""
    return tuple(" ".join(text.split()) for text in words_of(one))


# A stay of 900 days that begins after these would end in a year that is asked about.
DAYS = st.dates(date(1950, 1, 1), date(2025, 7, 1))
TIMES = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))
# What a file can hold and a person can write; the signs that programs run stand first often enough.
TEXTS = st.builds("".join, st.tuples(st.sampled_from(["", "", *RUN, ",", '"', "'", "  "]), st.text(max_size=40)))
EVENTS = TEXTS.map(lambda text: f"{text} Seen.")


@st.composite
def dates(draw: st.DrawFn) -> Any:
    """An entry with a date of its own: read from words, or of any days, precision and certainty, with other words."""
    if draw(st.booleans()):
        return read_from(draw(st.sampled_from(WRITTEN)))
    first, precision = draw(DAYS), draw(st.sampled_from(["day", "month", "year", "range"]))
    starts = {"month": first.replace(day=1), "year": date(first.year, 1, 1)}
    ends = {
        "month": (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1),
        "year": date(first.year, 12, 31), "range": first + timedelta(days=draw(st.integers(0, 900))),
    }  # fmt: skip
    days = {"date_from": starts.get(precision, first), "date_to": ends.get(precision, first), "precision": precision}
    said = {"date_text": draw(st.sampled_from(WRITTEN)), "time": draw(TIMES), "end_time": draw(TIMES)}
    return kept(1, certain=draw(st.booleans()), **days, **said)


@st.composite
def entries(draw: st.DrawFn, texts: Any = TEXTS, events: Any = EVENTS) -> list[Any]:
    """Some entries with words of their own."""
    found = draw(st.lists(dates(), min_size=1, max_size=12))
    for pk, entry in enumerate(found, start=1):
        entry.pk, entry.source, entry.event, entry.action = pk, draw(texts), draw(events), draw(texts)
    return found


@FEW
@given(told=entries())
@pytest.mark.parametrize("kind", ["xlsx", "csv", "docx"])
def test_what_is_handed_in_again_has_the_same_dates_and_words(tmp_path: Path, kind: str, told: list[Any]) -> None:
    parsed = handed_in(tmp_path, kind, written(kind, told))
    assert [dated(row) for row in parsed.rows] == [dated(entry) for entry in told]
    assert [words_of(row) for row in parsed.rows] == [words_of(entry) for entry in told]


# Words that fit their column: one that is longer is broken in two on a page.
PLAIN = st.lists(st.text("abcdefghKLMNé", min_size=1, max_size=7), max_size=12).map(" ".join)


@settings(FEW, max_examples=4, phases=[Phase.generate])
@given(told=entries(PLAIN, PLAIN.map(lambda text: f"Seen {text}")))
def test_a_pdf_that_is_handed_in_again_has_the_same_dates_and_the_same_words_in_a_row(
    tmp_path: Path, told: list[Any]
) -> None:
    parsed = handed_in(tmp_path, "pdf", written("pdf", told))
    assert [dated(row) for row in parsed.rows] == [dated(entry) for entry in told]
    assert [flowing(row) for row in parsed.rows] == [flowing(entry) for entry in told]


@pytest.mark.parametrize("kind", KINDS)
def test_every_way_of_writing_a_date_comes_back_with_its_words(tmp_path: Path, kind: str) -> None:
    told = [read_from(text, pk) for pk, text in enumerate(WRITTEN, start=1)]
    parsed = handed_in(tmp_path, kind, written(kind, told))
    assert [dated(row) for row in parsed.rows] == [dated(entry) for entry in told]
    said = [row.extra.get("As written", row.date_text) for row in parsed.rows]
    assert [" ".join(words.split()) for words in said] == [" ".join(text.split()) or "Undated" for text in WRITTEN]


def test_words_stand_in_the_date_column_wherever_they_say_it_all() -> None:
    told = [read_from("early 2018"), kept(2, date_text="as above", certain=False), kept(3, date_text="43551")]
    review: Any = SimpleNamespace(ref="SCR-2026-101")
    document = compose(review, told, named=True, asked=[], today=TODAY)
    date_column, as_written = (document.headings.index(heading) for heading in ("Date", "As written"))
    assert [(row[date_column], row[as_written]) for row in document.rows] == [
        ("early 2018", ""),
        ("about 27 March 2019", "as above"),
        ("27 March 2019", "43551"),
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_on_its_own_and_one_without_a_day_come_back(tmp_path: Path, kind: str) -> None:
    for told in ([read_from("14/05/2018 @ 1415hrs")], [read_from("not known")]):
        parsed = handed_in(tmp_path, kind, written(kind, told))
        assert [(dated(row), row.event) for row in parsed.rows] == [(dated(entry), entry.event) for entry in told]


def test_no_cell_of_the_csv_begins_as_a_formula_does() -> None:
    content = written("csv", [kept(1, source=text, event=text, action=text) for text in RUN])
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell[:1] in {*"=+-@\t\r＝＋－＠"} - {""}] == []
    assert sum(cell.startswith(JOINER) for cell in cells) == 3 * len(RUN)


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    told = [kept(1, source=text, event=text, action="https://example.org") for text in RUN]
    path.write_bytes(written("xlsx", told))
    with ZipFile(path) as opened:
        sheet, styles = (opened.read(f"xl/{name}.xml").decode() for name in ("worksheets/sheet1", "styles"))
        assert not [name for name in opened.namelist() if "externalLink" in name or "vbaProject" in name]
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert 'quotePrefix="1"' in styles


def test_a_text_longer_than_a_cell_of_excel_is_not_cut_off(tmp_path: Path) -> None:
    long = "Seen at home. " * 5_000
    parsed = handed_in(tmp_path, "xlsx", written("xlsx", [kept(1, event=long), kept(2)]))
    rest = [parsed.rows[0].extra[f"Rest of what happened ({part})"] for part in (1, 2)]
    whole = "".join([parsed.rows[0].event, *rest])
    assert "".join(whole.split()) == "".join(long.split())
    assert parsed.rows[1].event == "Seen at home."


def test_the_word_table_repeats_its_headings_and_stands_on_wide_pages() -> None:
    document = read_word(io.BytesIO(written("docx", [kept(1), kept(2)])))
    (table,), (section,) = document.tables, document.sections
    assert [cell.text for cell in table.rows[0].cells][:3] == ["Ref", "Date", "Time"]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert "w:tblHeader" not in table.rows[1]._tr.xml
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert int(section.page_width or 0) > int(section.page_height or 0) > 0
    assert document.core_properties.author == "SCR Portal"


def test_the_pdf_is_tagged_wide_and_repeats_marking_and_headings_on_each_page() -> None:
    reader = PdfReader(io.BytesIO(written("pdf", [kept(pk) for pk in range(1, 80)])))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert len(reader.pages) > 1
    for page in reader.pages:
        assert page.mediabox.width > page.mediabox.height
        assert "OFFICIAL-SENSITIVE" in page.extract_text()
        assert "What happened" in page.extract_text()


def test_ten_thousand_entries_come_back_from_each_format_that_takes_them(tmp_path: Path) -> None:
    told = [kept(pk, event=f"Visit {pk}.\nNobody came to the door.") for pk in range(1, 10_001)]
    for kind in ("xlsx", "csv", "docx"):
        parsed = handed_in(tmp_path, kind, written(kind, told))
        assert [row.event for row in parsed.rows] == [entry.event for entry in told], kind


# On the page: what is chosen there decides what is in the file.


@pytest.fixture
def released(board: make.World) -> Review:
    """A review whose chronology the panel reads, with an entry of each agency that names somebody everywhere."""
    review = make.review(board, stage=Stage.ANALYSIS)
    make.subject(board, review)
    for agency, month in ((board.police, 3), (board.school, 5)):
        asked = make.request(board, review, agency, status="returned")
        told(asked, date(2019, month, 5), date_text=f"5/{month}/2019, Amara Okafor’s first day")
    return review


def told(asked: Request, day: date, **values: Any) -> Entry:
    """One entry of a return."""
    texts = {"event": "Amara Okafor was seen.", "source": "Amara Okafor’s file", "action": "Amara Okafor went home."}
    days = {"date_from": day, "date_to": day, "precision": "day", "certain": True, "sequence": 1}
    by = {"review": asked.review, "agency": asked.agency, "recorded_by": asked.agency.people.all()[0]}
    return Entry.objects.create(request=asked, **{**texts, **days, **by, **values})


def marked(board: make.World, entry: Entry) -> Theme:
    """A theme and a note on an entry."""
    theme = Theme.objects.create(board=board.board, name="Daily life")
    by = {"review": entry.review, "entry": entry, "made_by": board.reviewer}
    Mark.objects.create(kind=Mark.Kind.THEME, theme=theme, **by)
    Mark.objects.create(kind=Mark.Kind.NOTE, note="Amara Okafor was not asked.", **by)
    return theme


def taken(client: Any, review: Review, kind: str, **asked: Any) -> tuple[bytes, str]:
    """The file that is downloaded, and what it is called."""
    answer = client.get(f"/findings/{review.ref}/chronology/export/", {"format": kind, **asked})
    assert answer.status_code == 200
    return b"".join(answer.streaming_content), answer.headers["Content-Disposition"]


def everything_in(kind: str, content: bytes) -> str:
    """All the text of a file, wherever in it."""
    if kind == "csv":
        return content.decode("utf-8-sig")
    if kind == "pdf":
        reader = PdfReader(io.BytesIO(content))
        return " ".join([*(page.extract_text() for page in reader.pages), *map(str, (reader.metadata or {}).values())])
    with ZipFile(io.BytesIO(content)) as opened:
        return " ".join(opened.read(name).decode("utf-8", "ignore") for name in opened.namelist())


@pytest.fixture(params=list(KINDS))
def kind(request: Any) -> Iterator[str]:
    return request.param


def test_names_are_covered_unless_they_are_asked_for(
    board: make.World, released: Review, signed_in: Any, kind: str
) -> None:
    marked(board, released.entries.get(agency=board.police))
    client = signed_in(board.panel)
    covered, called = taken(client, released, kind)
    assert "Child A" in everything_in(kind, covered)
    assert "Amara" not in everything_in(kind, covered)
    assert "Okafor" not in everything_in(kind, covered)
    assert "real names" not in called
    named, called = taken(client, released, kind, names="real")
    assert "Amara" in everything_in(kind, named)
    assert f"OFFICIAL-SENSITIVE {released.ref} merged chronology with real names.{kind}" in called


def test_the_words_that_were_looked_for_are_covered_too(board: make.World, released: Review, signed_in: Any) -> None:
    content, _ = taken(signed_in(board.panel), released, "csv", words="Amara")
    assert "Amara" not in everything_in("csv", content)
    assert Event.objects.get(verb="chronology.exported").facts["filters"] == {"words": 1}


def test_the_file_and_its_name_are_marked(board: make.World, released: Review, signed_in: Any, kind: str) -> None:
    content, called = taken(signed_in(board.panel), released, kind)
    assert f'filename="OFFICIAL-SENSITIVE {released.ref} merged chronology.{kind}"' in called
    assert "OFFICIAL-SENSITIVE" in everything_in(kind, content)


def test_the_file_holds_what_the_filters_leave_and_says_which(
    board: make.World, released: Review, signed_in: Any, kind: str, tmp_path: Path
) -> None:
    theme = marked(board, released.entries.get(agency=board.school))
    asked = {"agency": board.school.pk, "theme": theme.pk, "first": "1/5/2019"}
    content, _ = taken(signed_in(board.panel), released, kind, **asked)
    (row,) = handed_in(tmp_path, kind, content).rows
    assert (row.extra["Agency"], row.extra["Themes"], row.date_from) == (
        "Harrowdale Primary School",
        "Daily life",
        date(2019, 5, 5),
    )
    assert row.extra["Marks"].startswith("Note: Child A")
    if kind == "csv":
        assert "Theme: Daily life" in everything_in(kind, content)


def test_a_download_leaves_one_event_that_says_what_was_taken(
    board: make.World, released: Review, signed_in: Any, kind: str
) -> None:
    before = Event.objects.count()
    content, _ = taken(signed_in(board.panel), released, kind, agency=board.police.pk, names="real")
    event = Event.objects.latest("pk")
    assert (Event.objects.count() - before, event.verb, event.actor) == (1, "chronology.exported", board.panel)
    assert event.facts == {
        "format": kind,
        "entries": 1,
        "names": "real",
        "filters": {"agencies": [board.police.pk]},
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def test_the_page_leads_to_the_same_entries_under_the_same_filters(
    board: make.World, released: Review, signed_in: Any
) -> None:
    said = signed_in(board.panel).get(f"/findings/{released.ref}/chronology/?words=seen").content.decode()
    for kind in KINDS:
        assert f'href="/findings/{released.ref}/chronology/export/?words=seen&amp;format={kind}"' in said


def test_an_agency_lead_gets_404_and_leaves_no_event(board: make.World, released: Review, signed_in: Any) -> None:
    before = Event.objects.filter(verb="chronology.exported").count()
    answer = signed_in(board.police_lead).get(f"/findings/{released.ref}/chronology/export/")
    assert (answer.status_code, Event.objects.filter(verb="chronology.exported").count()) == (404, before)


def test_the_panel_takes_nothing_before_the_release_and_who_prepares_it_may(
    board: make.World, released: Review, signed_in: Any
) -> None:
    Review.objects.update(stage=Stage.COLLECTION)
    address = f"/findings/{released.ref}/chronology/export/"
    assert signed_in(board.panel).get(address).status_code == 403
    assert not Event.objects.filter(verb="chronology.exported").exists()
    assert signed_in(board.reviewer).get(address).status_code == 200


def test_a_filter_that_does_not_read_or_a_format_that_is_none_gives_no_file(
    board: make.World, released: Review, signed_in: Any
) -> None:
    client, address = signed_in(board.panel), f"/findings/{released.ref}/chronology/export/"
    assert client.get(address, {"format": "exe"}).status_code == 404
    assert "Enter a real date" in client.get(address, {"first": "31/2/2019"}, follow=True).content.decode()
    assert not Event.objects.filter(verb="chronology.exported").exists()


def test_a_pdf_of_more_entries_than_it_holds_is_refused_with_what_to_do(
    board: make.World, released: Review, signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chronology_export.pages, "MOST_IN_PDF", 1)
    client, address = signed_in(board.panel), f"/findings/{released.ref}/chronology/export/"
    said = client.get(address, {"format": "pdf"}, follow=True).content.decode()
    assert "These are 2 entries, and a PDF holds 1 at most" in said
    assert client.get(address, {"format": "docx"}).status_code == 200


def test_more_entries_take_no_more_queries(board: make.World, released: Review, signed_in: Any) -> None:
    client, counted = signed_in(board.panel), []
    for more in (2, 2, 60):  # The first asks for what is kept from then on.
        asked = Request.objects.get(review=released, agency=board.police)
        for number in range(more):
            marked_entry = told(asked, date(2019, 4, 1), date_text="1/4/2019", sequence=number)
            Mark.objects.create(review=released, entry=marked_entry, kind="key_episode", made_by=board.reviewer)
        with CaptureQueriesContext(
            connection,
        ) as asked_of_the_database:
            taken(client, released, "csv")
        counted.append(len(asked_of_the_database))
    assert counted[1] == counted[2]
    assert max(counted) <= 25
