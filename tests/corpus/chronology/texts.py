"""Plain text of the corpus: comma, semicolon, tab and bar; UTF-8, UTF-16 and cp1252."""

from __future__ import annotations

import codecs

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import Case, TableOf


def gp() -> list[TableOf]:
    """Two columns of dates, free forms of dates, curly quotation marks, line breaks inside cells."""
    columns = {
        "Date entered": "recorded_date",
        "Consultation date": "date",
        "Problem": "kind",
        "Details": "event",
        "Action": "action",
        "Clinician": "author",
    }
    table = TableOf(None, columns).head()
    table.entry(
        "03/02/2016", "02/02/2016", "Cough", "Attends with mother; chest clear.", "Fluids", "Dr Elm", on="2016-02-02"
    )
    table.entry(
        "01/04/2016", "March 2016", "Letter", "“Did not attend” letter from clinic.", "Filed", "Dr Elm", on="2016-03"
    )
    table.entry(
        "12/06/2016", "22-may-16", "Immunisation", "Second set given – no concerns.\nMother asks about sleep.",
        "", "Nurse", on="2016-05-22",
    )  # fmt: skip
    table.entry(
        "12/09/2016", "Summer 2016", "Phone", "Calls about nappy rash, several times.", "Cream", "Dr Elm",
        on="2016-06-01/2016-08-31",
    )  # fmt: skip
    table.entry(
        "12/10/2016", "7th October 2016 09:40", "Weight", "Weight below the 2nd centile.", "Recall in 2 weeks",
        "HCA", on="2016-10-07", time="09:40",
    )  # fmt: skip
    table.entry(
        "01/12/2016", "", "Letter", "Letter to health visitor.", "", "Dr Elm", on="2016-10-07", status="needs-attention"
    )
    table.entry(
        "02/01/2017", "not known", "Note", "Older sibling’s record merged.", "", "Dr Elm", on=None,
        status="needs-attention",
    )  # fmt: skip
    return [table]


def probation() -> list[TableOf]:
    columns = {
        "Event Ref": "ref",
        "Start Date": "date",
        "Start Time": "time",
        "End Date": "end_date",
        "End Time": "end_time",
        "Source of Information": "source",
        "Event": "event",
        "Decision": "action",
    }
    table = TableOf(None, columns).line("Probation service return").head()
    table.entry(
        "1", "02/09/2019", "10:00", "", "11:15", "nDelius", "Induction; licence conditions read out.",
        "Weekly reporting.", on="2019-09-02", time="10:00", end_time="11:15",
    )  # fmt: skip
    table.entry(
        "2", "09/09/2019", "10.00", "", "", "nDelius", "Did not report.", "Warning letter.", on="2019-09-09",
        time="10:00",
    )  # fmt: skip
    table.entry(
        "3", "?16/09/2019", "", "18/09/2019", "", "Hostel log", "Away from approved address.", "",
        on="2019-09-16/2019-09-18",
    )  # fmt: skip
    table.entry(
        "4", "30/09/2019", "9am", "28/09/2019", "", "nDelius", "Recall considered.", "Not recalled.",
        on="2019-09-30", time="09:00", status="needs-attention",
    )  # fmt: skip
    table.entry(
        "5", "2019-10-04", "1545", "", "", "E-mail", "=SUM typed by mistake, kept as it is", "@team told",
        on="2019-10-04", time="15:45",
    )  # fmt: skip
    return [table]


def ambulance() -> list[TableOf]:
    columns = {
        "Call date/time": "date",
        "CAD": "ref",
        "Nature of call": "event",
        "Crew": "author",
        "Response": "action",
        "Record": "source",
    }
    table = TableOf(None, columns)
    table.line("sep=;").head()
    table.entry(
        "14/05/2018 @ 1415hrs", "77", "Child has swallowed a coin.", "A12", "Taken to hospital.",
        "Patient form", on="2018-05-14", time="14:15",
    )  # fmt: skip
    table.entry(
        "15/05/2018 02:05", "78", "Hoax call; line open, “music heard”.", "A12", "Stood down.", "Call log",
        on="2018-05-15", time="02:05",
    )  # fmt: skip
    table.entry("14.06.2018 approx", "80", "Crew passes on worry by phone.", "B3", "-", "Radio log", on="2018-06-14")
    table.entry(
        "27/06/2018 23:50", "91", "Adult fall, semi-conscious; note left.", "B3", "", "Patient form",
        on="2018-06-27", time="23:50",
    )  # fmt: skip
    table.line("Total calls", "4")
    return [table]


def youth_service() -> list[TableOf]:
    """All dates put the month first: read so, and none may be taken without asking."""
    table = TableOf(None, {"Date": "date", "Event": "event", "Worker": "author"}).head()
    table.entry("03/04/2021", "Drop-in session.", "KL", on="2021-03-04", status="needs-attention")
    table.entry("03/25/2021", "Street work; seen with older peers.", "KL", on="2021-03-25", status="needs-attention")
    table.entry("04/06/2021", "Missed session.", "MN", on="2021-04-06", status="needs-attention")
    table.entry("04/16/2021", "Call to parent.", "MN", on="2021-04-16", status="needs-attention")
    return [table]


def early_help() -> list[TableOf]:
    """No headings at all."""
    table = TableOf(None, {"a": "date", "b": "time", "c": "source", "d": "event"})
    table.entry(
        "01/02/2020",
        "10:15",
        "EHM",
        "Family support plan opened with the school and the health visitor.",
        on="2020-02-01",
        time="10:15",
        source="",
    )
    table.entry(
        "08/02/2020",
        "11:00",
        "EHM",
        "First home visit: home warm, children out at a club.",
        on="2020-02-08",
        time="11:00",
        source="",
    )
    table.entry(
        "15/02/2020",
        "16:30",
        "EHM",
        "Mother says the visits do not help her.",
        on="2020-02-15",
        time="16:30",
        source="",
    )
    table.entry(
        "22/02/2020", "09:05", "EHM", "Plan closed because of no engagement.", on="2020-02-22", time="09:05", source=""
    )
    return [table]


TEXTS = [
    Case("gp.csv", gp, writers.text("cp1252", ";")),
    Case("probation.txt", probation, writers.text("utf-16-le", "\t", mark=codecs.BOM_UTF16_LE)),
    Case("ambulance.csv", ambulance, writers.text("utf-8", ";", mark=codecs.BOM_UTF8)),
    Case("youth-service.csv", youth_service, writers.text()),
    Case("early-help.tsv", early_help, writers.text(delimiter="\t")),
]
