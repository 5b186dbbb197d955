"""Workbooks of the corpus in other formats than Excel's present one: .xls and .ods."""

from __future__ import annotations

from datetime import date, datetime, time

from tests.corpus.chronology import writers
from tests.corpus.chronology.spec import Case, TableOf


def hospital() -> list[TableOf]:
    """Excel 97-2003; the date that an entry was made stands first; dates written and true; formula-like text."""
    columns = {
        "Record created": "recorded_date",
        "Date of attendance": "date",
        "Time": "time",
        "Description of event": "event",
        "Who was involved": "people",
        "Source": "source",
        "Outcome": "action",
    }
    table = TableOf("ED and wards", columns).head()
    table.entry(
        date(2017, 11, 9), date(2017, 11, 8), time(3, 10), "Brought in by ambulance with a fall.",
        "Triage nurse", "ED card", "Discharged.", on="2017-11-08", time="03:10",
    )  # fmt: skip
    table.entry(
        date(2017, 11, 12), "10-Nov-17", "14:05", "Fracture clinic; mother anxious.", "Registrar",
        "Clinic letter", "Cast applied.", on="2017-11-10", time="14:05",
    )  # fmt: skip
    table.entry(
        date(2017, 12, 1), date(2017, 11, 30), 0.75, "+ve screen for infection.", "Ward sister", "Ward notes",
        "Antibiotics.", on="2017-11-30", time="18:00",
    )  # fmt: skip
    table.entry(
        date(2017, 12, 20), "31/02/2017", "", "Discharge planning meeting.", "Consultant", "Minutes", "",
        on=None, status="reject",
    )  # fmt: skip
    table.entry(
        date(2018, 1, 5), date(2018, 1, 4), time(23, 59), "Safeguarding nurse told.", "Night manager", "Log",
        "Referral made.", on="2018-01-04", time="23:59",
    )  # fmt: skip
    return [table]


def housing() -> list[TableOf]:
    """OpenDocument: a glossary sheet, a hidden sheet that is read, repeated blank rows, a stated period of no contact."""
    columns = {
        "Date or Period of Event": "date",
        "Significant Event": "event",
        "Source": "source",
        "Impact (Either Positive or Negative)": "impact",
        "Action Taken to Mitigate Adverse Impact on Child": "action",
        "Review": "comment",
    }
    table = TableOf("Tenancy", columns).line("Chronology of Quay Homes", wide=True).head()
    table.entry(date(2016, 2, 29), "Tenancy begins.", "Tenancy file", "Positive", "None needed", "", on="2016-02-29")
    table.entry(
        "2016", "Several complaints of noise over the year.", "Complaints log", "Negative", "Letters sent", "",
        on="2016",
    )  # fmt: skip
    table.entry(
        "June 2016 - August 2016", "No contact with the household in this period.", "Housing system", "", "",
        "", on="2016-06-01/2016-08-31",
    )  # fmt: skip
    table.entry(
        datetime(2016, 9, 14, 10, 30), "Visit:\nflat tidy, cot in the living room.", "Visit form", "Positive",
        "", "", on="2016-09-14", time="10:30",
    )  # fmt: skip
    table.line("AUTUMN 2016", wide=True)
    table.entry("?22 Oct 2016", "Neighbour saw a removal van.", "E-mail", "", "Checked", "", on="2016-10-22")
    table.entry("01/13/2017", "Rent arrears letter.", "Rent account", "", "", "", on=None, status="needs-attention")
    old = TableOf("Before transfer", columns).head()
    old.entry(date(2015, 5, 5), "Application taken.", "Old system", "", "", "", on="2015-05-05")
    glossary = TableOf("Glossary", {"Abbreviation": "term", "Meaning": "meaning"}).head()
    glossary.line("ASB", "Anti-social behaviour").line("HO", "Housing officer")
    return [table, old, glossary]


OTHER_WORKBOOKS = [
    Case("hospital.xls", hospital, writers.xls()),
    Case("housing.ods", housing, writers.ods(hidden=("Before transfer",), hidden_rows=(4,), repeated=1_048_000)),
]
