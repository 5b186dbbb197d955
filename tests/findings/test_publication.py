"""Publication: planned, checked line by line, held, put under embargo; what leaves for the public; taking it down."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from lxml import etree
from lxml import html as markup

from findings import public_site, tasks
from findings.anonymise.edition import edition
from findings.models import BuiltReport, Publication, Report
from findings.services import publication as verbs
from findings.services.anonymity import anonymised
from reviews.models import Disclosure, Message, Milestone
from scr_portal.lib.records import Refused
from tests import make
from tests.findings.test_report import decided, ready, report  # noqa: F401 - a fixture

TODAY = timezone.localdate()
PLAN: dict[str, Any] = {
    "embargo_until": None,
    "page_wanted": True,
    "page_words": "",
    "keywords": "",
    "take_down_on": None,
}


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def built(board: make.World, report: Report) -> Report:  # noqa: F811 - as pytest names fixtures
    """A report in whose way nothing stands."""
    report.sections.filter(key="summary").update(text="Child A was seen late.")
    waiting = ready(board, report)
    tasks.build_report(waiting.pk, board.manager.pk)
    return fresh()


def fresh() -> Report:
    return Report.objects.select_related("review__board").get()


def published(board: make.World) -> Publication:
    """Published today, and what is planned about it."""
    verbs.publish(by=board.manager, report=fresh())
    found: Publication = Publication.objects.select_related("report__review__board").get()
    return found


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        return {name: held.read(name) for name in held.namelist()}


def test_the_page_makes_the_anonymised_text_once(
    board: make.World, built: Report, signed_in: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Report] = []

    def counted(report: Report) -> Any:  # noqa: F811 - the record, not the fixture
        made.append(report)
        return anonymised(report)

    for module in ("services.anonymity", "services.report", "services.publication", "views.publication"):
        monkeypatch.setattr(f"findings.{module}.anonymised", counted)
    page = signed_in(board.manager).get(f"/findings/{built.review.ref}/publication/")
    assert page.status_code == 200
    assert len(made) == 1


def test_an_embargo_holds_publication_until_its_moment(board: make.World, built: Report) -> None:
    until = timezone.now() + timedelta(hours=2)
    verbs.plan(by=board.manager, report=built, values={**PLAN, "embargo_until": until})
    with pytest.raises(Refused, match="under embargo until"):
        verbs.publish(by=board.manager, report=fresh())
    verbs.plan(
        by=board.manager, report=fresh(), values={**PLAN, "embargo_until": timezone.now() - timedelta(minutes=1)}
    )
    assert published(board).report.published_on == TODAY


def test_the_form_reads_day_and_time_of_an_embargo_as_one_moment(
    board: make.World, built: Report, signed_in: Any
) -> None:
    client, address = signed_in(board.manager), f"/findings/{built.review.ref}/publication/plan/"
    refused = client.post(address, {"embargo_at": "10:00", "page_wanted": "on"})
    assert (refused.status_code, "Enter the day of the embargo as well" in refused.content.decode()) == (422, True)
    client.post(address, {"embargo_on": "3/5/2027", "embargo_at": "10:00", "page_wanted": "on"})
    found = Publication.objects.get().embargo_until
    assert found
    assert timezone.localtime(found).replace(tzinfo=None) == datetime(2027, 5, 3, 10, 0)
    assert 'value="10:00"' in client.get(address).content.decode()


def test_it_is_kept_public_for_a_year_at_least(board: make.World, built: Report) -> None:
    with pytest.raises(Refused, match="kept public for a year at least"):
        verbs.plan(by=board.manager, report=built, values={**PLAN, "take_down_on": TODAY + timedelta(days=200)})
    found = published(board)
    assert found.take_down_on == TODAY.replace(year=TODAY.year + 1)
    with pytest.raises(Refused, match="Take it down before only if somebody can be found in it"):
        verbs.take_down(by=board.manager, report=fresh(), on=TODAY, why="Old.", urgent=False)
    verbs.take_down(by=board.manager, report=fresh(), on=TODAY, why="A neighbour was found in it.", urgent=True)
    assert Milestone.objects.get(event="taken_down").happened_on == TODAY
    with pytest.raises(Refused, match="nothing to be put on the website"):
        public_site.site(Publication.objects.select_related("report__review__board").get())


def test_a_copy_that_law_asks_for_starts_its_clock_and_remembers_its_text(
    board: make.World, built: Report, signed_in: Any
) -> None:
    assert Milestone.objects.get(event="statutory_copies_sent").happened_on == TODAY - timedelta(days=21)
    assert "working days ago, 7 needed" in (page := shown(signed_in(board.manager), built))
    assert "The text has changed since" not in page
    built.sections.filter(key="introduction").update(text="Child A was seen very late.")
    assert "The text has changed since" in shown(signed_in(board.manager), built)


def shown(client: Any, of: Report) -> str:
    return re.sub(r"\s+", " ", client.get(f"/findings/{of.review.ref}/publication/").content.decode())


def test_the_checklist_says_who_did_a_thing_and_who_ticked_it(board: make.World, built: Report, signed_in: Any) -> None:
    client = signed_in(board.manager)
    client.post(
        f"/findings/{built.review.ref}/publication/check/legal-read/",
        {"who": "Sana Mirza, solicitor", "on": "1/9/2026"},
    )
    assert '1 September 2026, Sana Mirza, solicitor<br><span class="scr-hint">Ticked by Tom Brennan' in shown(
        client, built
    )


def test_every_format_is_published_and_the_scan_is_kept_with_its_rules_and_decisions(
    board: make.World, built: Report
) -> None:
    published(board)
    assert set(BuiltReport.objects.filter(published=True).values_list("format", flat=True)) == {
        "pdf",
        "docx",
        "html",
        "summary",
    }
    kept = BuiltReport.objects.get(format="html")
    assert (kept.scan_rules, kept.suspicions, kept.scan_decisions) == (edition(), [], [])


def test_a_word_that_is_kept_by_decision_stands_beside_the_scan(board: make.World, report: Report) -> None:  # noqa: F811
    tasks.build_report(decided(board, report, choice="keep").pk, board.manager.pk)
    (said,) = BuiltReport.objects.get(format="pdf").scan_decisions
    assert (said["text"], said["by"]) == ("Ottoline Brackenbury", "Hana Svensson")


def test_the_folder_for_the_website_leads_nowhere_and_names_nobody(board: make.World, built: Report) -> None:
    verbs.plan(by=board.manager, report=built, values={**PLAN, "page_words": "What was learned about Child A."})
    files = unpacked(public_site.site(published(board)))
    assert set(files) == {"index.html", "report.html", "report.pdf", "executive-summary.pdf"}
    page = markup.document_fromstring(files["index.html"])
    assert page.xpath("//a/@href") == ["report.html", "executive-summary.pdf", "report.pdf"]
    told = b"".join(files[name] for name in ("index.html", "report.html")).decode()
    assert not re.search(r"(src|href|action)=\"(?!report|executive|#)|<script|https?://|SCR-|Okafor|Teasdale", told)
    assert files["report.pdf"] == BuiltReport.objects.get(format="pdf").file.read()
    assert "What was learned about Child A." in told


def test_words_for_the_page_that_name_somebody_make_no_page(board: make.World, built: Report) -> None:
    verbs.plan(by=board.manager, report=built, values={**PLAN, "page_words": "What was learned about Amara Okafor."})
    found = published(board)
    with pytest.raises(Refused, match="“Amara Okafor” could identify somebody"):
        public_site.site(found)


def test_the_same_files_make_the_same_folder(board: make.World, built: Report) -> None:
    found = published(board)
    assert public_site.site(found) == public_site.site(found)


def test_the_pack_for_the_library_describes_the_report_in_words_that_libraries_read(
    board: make.World, built: Report
) -> None:
    verbs.plan(by=board.manager, report=built, values={**PLAN, "keywords": "neglect; missed appointments"})
    files = unpacked(public_site.pack(published(board)))
    assert set(files) == {"report.pdf", "executive-summary.pdf", "record.txt", "record.json", "record.xml"}
    said = json.loads(files["record.json"])
    assert (said["Publisher"], said["Published on"]) == (board.board.name, TODAY.isoformat())
    assert said["Key words"] == "neglect; missed appointments"
    assert said["SHA-256 of report.pdf"] == BuiltReport.objects.get(format="pdf").sha256
    dc = "{http://purl.org/dc/elements/1.1/}"
    assert etree.fromstring(files["record.xml"]).findtext(f"{dc}title") == fresh().title


def test_a_deposit_ticks_its_line_and_is_in_the_disclosure_log(board: make.World, built: Report) -> None:
    published(board)
    verbs.deposit(by=board.manager, report=fresh(), on=TODAY, reference="C7001")
    assert fresh().checklist["repository"]["note"] == "C7001"
    assert Disclosure.objects.filter(why="Deposit", to__contains="NSPCC").exists()


def test_what_is_not_published_has_a_reason_an_approver_and_something_instead(
    board: make.World, built: Report, signed_in: Any
) -> None:
    client, address = signed_in(board.manager), f"/findings/{built.review.ref}/publication/withhold/"
    answer = client.post(address, {"reason": "The surviving child would be found."})
    assert all(
        f"Answer “{label}”" in answer.content.decode()
        for label in ("What is published instead", "Who approved that", "Approved on")
    )
    said = {
        "reason": "The child would be found.",
        "instead": "Agencies plan visits together.",
        "approved_by": "Ruth Amankwah, chair",
        "approved_on": "1/9/2026",
    }
    client.post(address, said)
    page = shown(client, built)
    assert "Approved by Ruth Amankwah, chair on 1 September 2026" in page
    files = unpacked(b"".join(client.get(f"/findings/{built.review.ref}/publication/site/").streaming_content))
    assert set(files) == {"index.html"}
    assert "Agencies plan visits together." in files["index.html"].decode()
    assert "The child would be found." not in files["index.html"].decode()


def test_the_day_to_take_it_down_is_reminded_of_once_before_and_once_on_the_day(
    board: make.World, built: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    down = published(board).take_down_on
    assert down
    days = [
        down - timedelta(days=31),
        down - timedelta(days=30),
        down - timedelta(days=29),
        down,
        down + timedelta(days=3),
    ]
    counts = []
    for day in days:
        monkeypatch.setattr("findings.services.publication_reminder.timezone.localdate", lambda day=day: day)
        tasks.remind_of_take_downs()
        counts.append(Message.objects.filter(kind="take-down").count())
    assert counts == [0, 1, 1, 2, 2]
    assert "Child A" not in Message.objects.filter(kind="take-down")[0].subject


def test_the_command_of_the_timer_reminds_of_it_too(board: make.World, built: Report) -> None:
    published(board)
    Publication.objects.update(take_down_on=TODAY)
    call_command("remind")
    assert Message.objects.filter(kind="take-down").exists()


def test_your_work_tells_of_it_thirty_days_before(board: make.World, built: Report, signed_in: Any) -> None:
    published(board)
    client = signed_in(board.manager)
    assert "Take the published report down" not in client.get("/").content.decode()
    Publication.objects.update(take_down_on=TODAY + timedelta(days=29))
    assert "Take the published report down" in client.get("/").content.decode()


def test_an_embargo_cannot_be_changed_once_it_is_published(board: make.World, built: Report) -> None:
    published(board)
    with pytest.raises(Refused, match="published already"):
        verbs.plan(by=board.manager, report=fresh(), values={**PLAN, "embargo_until": timezone.now()})
    assert isinstance(fresh().published_on, date)
