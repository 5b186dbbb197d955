"""Days, ages and references in a text: what is found, as a whole, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from findings.anonymise import DateRule, Person, detect, detect_ages, detect_dates, find, redact
from findings.anonymise.starts import Starts
from tests.corpus.anonymity_score import hand_documents

JOY = Person(key="p1", kind="person", role="subject", pseudonym="Child A", given="Joy", surname="Ferris")


def found(text: str, kind: str) -> list[str]:
    return [text[span.start : span.end] for span in find([JOY], text) if span.kind == kind]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("A lively 14-year-old met the officer.", "14-year-old"),
        ("The girl, aged ten, stood by the door.", "aged ten"),
        ("Age claimed: 15. No papers.", "Age claimed: 15"),
        ("Missing: 16 YOA, grey coat.", "16 YOA"),
        ("Seen with a 4yo.", "4yo"),
        ("Joy (9) translated for her mother.", "9"),
        ("Joy, 8, was under the table.", "8"),
        ("The caller says there is a child (5 yrs) in the flat.", "5 yrs"),
        ("He died in the ward, aged 77.", "aged 77"),
        ("He is only ten.", "ten"),
        ("I’m sixty-one, and tired.", "sixty-one"),
        ("She was 18 when she was wed.", "18"),
        ("A boy of nine was tired.", "nine"),
        ("Brought in by ambulance, 9 months.", "9 months"),
        ("Caller: baby is 11 weeks, one of twins.", "11 weeks"),
        ("She died aged 11 weeks and 3 days.", "11 weeks and 3 days"),
        ("Born to Joy, then 19, at home.", "19"),
        ("Which brother? Joy is 14. Nobody asked.", "14"),
        ("And Joy, at eleven, had to interpret.", "eleven"),
        ("he wants to come but hes 8", "8"),
        ("Grey coat. About 17. No bag.", "17"),
        ("A farmer, a widower of 75.", "75"),
        ("Her grandson, 10, draws a house.", "10"),
        ("She can't be more than 20. She sleeps here.", "20"),
        ("She said her boyfriend is 15. No more.", "15"),
        ("| Ambulance | Ferris, Joy, F 27 | Fall |", "27"),
    ],
)
def test_an_age_is_found_as_a_whole_and_waits_for_a_person(text: str, age: str) -> None:
    spans = [span for span in find([JOY], text) if span.kind == "age"]
    assert [text[span.start : span.end] for span in spans] == [age]
    assert spans[0].replacement is None


@pytest.mark.parametrize(
    "text",
    [
        "She waited two years before anybody came.",
        "The worker had 10 years of experience.",
        "They met 3 years ago.",
        "Joy, 09:05, rang back.",
        "The parties: (1) the council (2) Joy (3) the guardian.",
        "The total is 14. The wait is 3 weeks.",
        "The fine was £37M in all.",
        "He was seen by three nurses.",
    ],
)
def test_what_only_counts_something_is_no_age(text: str) -> None:
    assert found(text, "age") == []


def test_ages_in_years_stay_under_a_rule_that_keeps_them_and_exact_ones_never_do() -> None:
    text = "Aged 14 when taken in; his brother was 5 months old."
    spans = find([], text, dates=DateRule(ages="keep"))
    assert [text[span.start : span.end] for span in spans if span.kind == "age"] == ["5 months old"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The log of 28/2. Nothing more.", "28/2"),
        ("Core group 29/5. Legal planning.", "29/5"),
        ("16/1 rang again.", "16/1"),
        ("Seen Mon 13/1.", "Mon 13/1"),
        ("Weds 7th – the nurse came.", "Weds 7th"),
        ("Wed 15. He said so.", "Wed 15"),
        ("Will visit 12th.", "12th"),
        ("On Christmas Eve the ward was short.", "Christmas Eve"),
        ("In private on the 11th day of June 2019.", "on the 11th day of June 2019"),
        ("Addendum 8 Jan 2020\nAmbulance report.", "8 Jan 2020"),
        ("Addendum 6 Nov 2019: no reply.", "6 Nov 2019"),
        ("Agreed by all | 19.12 |", "19.12"),
        ("Translated on 4 Chwefror 2025.", "on 4 Chwefror 2025"),
        ("Ein cyf: 1af o Fawrth 2023", "1af o Fawrth 2023"),
        ("Signed in ink, 14.iii.2022", "14.iii.2022"),
        ("I put the visit in for the 9th. He was out.", "9th"),
    ],
)
def test_a_day_is_found_as_a_whole(text: str, day: str) -> None:
    assert found(text, "date") == [day]


@pytest.mark.parametrize("text", ["Care was given 24/7.", "He scored 2/3 in the test.", "He took 1/2 a tablet."])
def test_figures_with_a_stroke_that_are_no_day(text: str) -> None:
    assert found(text, "date") == []


def test_a_numbered_line_with_a_time_is_no_day_and_a_year_of_school_no_vehicle() -> None:
    assert found("Log:\n4. 07.31 child taken by van.", "date") == []
    assert found("Her car. Her brother (Y11) was there.", "vehicle") == []


def test_days_in_a_list_and_at_the_end_of_a_line_keep_their_own_year() -> None:
    assert found("Seen on 25 May, 14 June and 30 August 2023.", "date") == ["on 25 May", "14 June", "30 August 2023"]
    assert found("No reply until 12 Feb.\n30-Jan-2024 a fall.", "date") == ["12 Feb.", "30-Jan-2024"]


def test_a_weekday_that_ends_a_line_is_not_joined_to_the_day_below_it() -> None:
    text = "She did not attend on Monday.\n05/10/2020 Telephone call."
    assert redact(text, find([], text)) == "She did not attend on Monday.\nOctober 2020 Telephone call."


@pytest.mark.parametrize(
    "reference",
    ["BT/PRI/20417", "LA/3307/KHN", "HD-IR-20-0091", "DC/2018/004402", "NRM-118-2020", "IR-20191114-0451", "22PAC118834", "S-204418"],
)  # fmt: skip
def test_a_reference_in_groups_is_found_as_a_whole(reference: str) -> None:
    text = f"Sent under ref {reference}. Nothing else."
    assert redact(text, find([], text)) in {
        f"Sent under ref [{label}]. Nothing else." for label in ("case number", "police reference")
    }


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("Her sister rang from +40 744 000 219.", "phone", "+40 744 000 219"),
        ("He is on +1 713 555 0188 now.", "phone", "+1 713 555 0188"),
        ("Action Fraud NFRC241000774.", "case_id", "NFRC241000774"),
        ("mud on the car, reg sn18 pxe", "vehicle", "sn18 pxe"),
        ("A white van, reg ending OTR.", "vehicle", "OTR"),
        ("CAD 0391 11/11/20 08:52 at the centre.", "police_ref", "0391"),
        ("CAD 2218/09APR19. Caller anonymous.", "police_ref", "2218/09APR19"),
        ("Court of Protection no. 13402217.", "court_no", "13402217"),
        ("MRN QA 557120, seen at nine.", "case_id", "QA 557120"),
        ("A fire at 7 Upper Lane S8 was put out.", "postcode", "S8"),
        ("Old address S4 7- crossed out.", "postcode", "S4 7"),
        ("MRN RAI/0093 4471, trauma.", "case_id", "RAI/0093 4471"),
        (
            "It is 077 double-oh, nine double-oh, six four five.",
            "phone",
            "077 double-oh, nine double-oh, six four five",
        ),
    ],
)
def test_a_number_is_found_by_its_form_and_what_leads_to_it(text: str, kind: str, part: str) -> None:
    assert part in found(text, kind)


def test_a_day_a_year_and_a_sickness_are_no_references() -> None:
    assert found("In 2018/19 COVID-19 closed the unit for a year.", "case_id") == []


def test_a_rule_that_lacks_its_day_leaves_days_to_a_person() -> None:
    text = "Seen on 14 March 2019."
    assert [span.replacement for span in find([], text, dates=DateRule("day_n"))] == [None]
    assert redact(text, find([], text, dates=DateRule("day_n", start=date(2019, 3, 3)))) == "Seen on Day 12."


def test_where_a_pattern_may_begin_is_told_right_for_every_one() -> None:
    groups = (*detect._FINDERS.values(), detect_dates._FINDER, *detect_ages._FINDERS.values())
    documents = hand_documents("blind_documents")[::20] + hand_documents()[::4]
    for starts in [Starts(document.text) for document in documents]:
        for finder in groups:
            everywhere = [
                (n, m.span()) for n, one in enumerate(finder._sought) for m in one.regex.finditer(starts.text)
            ]
            assert [(number, match.span()) for number, match in finder.found(starts)] == everywhere
