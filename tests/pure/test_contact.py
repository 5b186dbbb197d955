"""The arithmetic of silence, and the words by which entries speak of missed appointments and of telling another agency."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agencies.models import Agency
from findings.agency_words import IN_NAME, KIND_WORDS, NOT_BEFORE
from findings.missed import SIGNS, missed
from findings.silence import Touching, days, gaps, where
from findings.telling import Party, Reader, Told

YEAR = (date(2019, 1, 1), date(2019, 12, 31))


def on(month: int, day: int) -> date:
    return date(2019, month, day)


def test_a_gap_runs_from_the_day_after_one_entry_to_the_day_before_the_next() -> None:
    spans = [(on(1, 1), on(1, 1)), (on(3, 1), on(3, 1)), (on(12, 31), on(12, 31))]
    assert gaps(spans, *YEAR, 30) == [(on(1, 2), on(2, 28)), (on(3, 2), on(12, 30))]


def test_a_gap_is_longer_than_the_days_that_were_chosen_not_as_long() -> None:
    spans = [(on(1, 1), on(1, 1)), (on(2, 1), on(12, 31))]
    assert gaps(spans, *YEAR, 29) == [(on(1, 2), on(1, 31))]
    assert gaps(spans, *YEAR, 30) == []


def test_a_period_without_any_entry_is_one_gap() -> None:
    assert gaps([], *YEAR, 30) == [YEAR]
    assert where(YEAR, YEAR, any_entry=False) == "No dated entry in the whole period"


def test_gaps_at_either_end_of_the_period_count_and_say_where_they_stand() -> None:
    found = gaps([(on(6, 1), on(6, 1))], *YEAR, 30)
    assert found == [(on(1, 1), on(5, 31)), (on(6, 2), on(12, 31))]
    assert [where(gap, YEAR, any_entry=True)[:5] for gap in found] == ["Befor", "After"]


def test_a_long_entry_covers_the_shorter_ones_within_it() -> None:
    spans = [(on(1, 1), on(6, 30)), (on(2, 1), on(2, 1)), (on(9, 1), on(12, 31))]
    assert gaps(spans, *YEAR, 30) == [(on(7, 1), on(8, 31))]


def test_entries_that_reach_over_the_ends_of_the_period_leave_no_gap_beyond_it() -> None:
    spans = [(date(2018, 12, 1), on(1, 5)), (on(12, 1), date(2020, 1, 5))]
    assert gaps(spans, *YEAR, 30) == [(on(1, 6), on(11, 30))]


DAYS = st.integers(-40, 420).map(lambda number: YEAR[0] + timedelta(days=number))
SPANS = st.lists(st.tuples(DAYS, st.integers(0, 60)).map(lambda each: (each[0], each[0] + timedelta(days=each[1]))))


@given(SPANS)
def test_every_day_of_the_period_is_in_a_gap_or_in_an_entry_and_never_in_both(spans: list[tuple[date, date]]) -> None:
    silent = {start + timedelta(days=step) for start, end in gaps(spans, *YEAR, 0) for step in range(days(start, end))}
    for step in range(days(*YEAR)):
        day = YEAR[0] + timedelta(days=step)
        assert (day in silent) != any(start <= day <= end for start, end in spans)


@given(SPANS, DAYS, st.integers(0, 90))
def test_what_touches_a_period_is_counted_as_one_by_one(
    spans: list[tuple[date, date]], first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    assert Touching(spans).count(first, last) == sum(start <= last and end >= first for start, end in spans)


MISSED = """
DNA for 6-8 week check.
Second DNA: home visit.
DNA'd the growth scan
Jaydon DNAed audiology
2 DNAs, one admission
Kayleigh did not attend Dr Fenn's clinic
She didn't attend.
Mother didn’t attend the review
failed to attend ICPC
Dietitian has discharged after a second non-attendance
Jaydon was not brought to the growth clinic
WNB letter to GP, HV and SW
Not brought for primary imms. Mum on phone: he had a cold.
Second appointment missed, first was 25/04.
Kayleigh missed three clinics
missed her 28 week scan
vaccines missed again
Visit of today cancelled as Mrs Hollis in hospital
Mum cancelled the home visit
Planned session with Ellie-Mae cancelled, worker to court
No access at Tamsin Road
Shared three no-access visits and asked for a joint one
Unable to gain access to the property
No access to the house, dog loose
Police notice: no reply at the door, nobody saw the children
Called at 14 Tamsin Road by appointment. No reply, curtains drawn.
Home visit: no reply, card left
Unannounced, Flat 9. No reply, music audible.
Dietetics: no show
Did not turn up for weighing
She did not keep her appointment
Dr Fenn's office: appointment not kept
Second unacceptable absence.
No contact today, did not attend again
No reason given, DNA
"""
NOT_MISSED = """
She did not miss any appointments
has never missed an appointment
There were no missed appointments in the period.
No DNAs
nil DNA since birth
No record of missed appointments
no record that he was not brought
attended all appointments without missing any visit
The visit was not cancelled
Did not cancel the appointment
If DNA, discharge to GP
If she does not attend, refer back
unless he is not brought again
DNA evidence sent to the laboratory
DNA policy discussed
DNACPR talked over with Janet
Officers had no access to out-of-force history
no access to records
A missed opportunity to share
Red book not brought
999 call cancelled by the caller
Cancelled, no return interview
The matter was not brought to the attention of the manager
not attending school
Missed two days of school
Missed call from mum
No reply to e-mail
I miss my dad
"""


@pytest.mark.parametrize("text", MISSED.strip().splitlines())
def test_a_missed_appointment_is_found(text: str) -> None:
    assert missed(text)


@pytest.mark.parametrize("text", NOT_MISSED.strip().splitlines())
def test_what_was_kept_or_only_looks_alike_is_not_a_missed_appointment(text: str) -> None:
    assert missed(text) == ()


def test_the_word_that_narrows_the_chronology_stands_in_every_text_that_its_sign_finds() -> None:
    words = {each.label: each.word.lower() for each in SIGNS}
    found = [(label, text) for text in MISSED.strip().splitlines() for label in missed(text)]
    assert {label for label, _ in found} == set(words)
    assert [(label, text) for label, text in found if words[label] not in text.lower()] == []


AGENCIES = (
    "police",
    "csc",
    "gp",
    "hospital",
    "hv",
    "dn",
    "midwifery",
    "ambulance",
    "school",
    "nursery",
    "probation",
    "housing",
)
PARTIES = (
    Party(0, "police", "Wexcombe Constabulary", "Police"),
    Party(1, "childrens_social_care", "Wexcombe Council: Children’s Social Care", "Children’s social care"),
    Party(2, "general_practice", "Millrace Surgery", "GP"),
    Party(3, "hospital", "Royal Wexcombe Hospital", "Hospital"),
    Party(4, "community_health", "Wexcombe Community Health: Health Visiting", "Health visiting"),
    Party(5, "community_health", "Wexcombe Community Health: District Nursing", "District nursing"),
    Party(6, "midwifery", "Royal Wexcombe Hospital: Midwifery", "Midwifery"),
    Party(7, "ambulance", "South Vale Ambulance Service", "Ambulance"),
    Party(8, "school", "St Brannoc’s Primary School", "School"),
    Party(9, "early_years", "Little Otters Nursery", "Nursery"),
    Party(10, "probation", "Probation Service, South Vale", "Probation"),
    Party(11, "housing", "Wexcombe Homes", "Housing"),
)
READER = Reader(PARTIES)

# Who writes: what they write → who told whom; "!" before a pair: said not to have been told.
TOLD = [
    ("midwifery", "Birth notified. CSC duty told 0930hrs.", "midwifery>csc"),
    ("gp", "Told HV by task.", "gp>hv"),
    ("hospital", "Rang HV Ruth Calloway, left message", "hospital>hv"),
    ("school", "Mrs Pask informed SW.", "school>csc"),
    ("school", "Phoned the social worker, no answer", "school>csc"),
    ("hospital", "WNB letter to GP, HV and SW.", "hospital>gp hospital>hv hospital>csc"),
    ("police", "PPN to MASH, standard", "police>csc"),
    ("police", "E-mail to St Brannoc's Primary School", "police>school"),
    ("police", "Reviewed and shared with CSC only", "police>csc"),
    ("police", "Strategy discussion with health visiting and CSC", "police>hv police>csc"),
    ("nursery", "Sent to HV Alison Treacher", "nursery>hv"),
    ("nursery", "Passed on to the health visitors", "nursery>hv"),
    ("housing", "Told CSC of arrears and a risk of notice.", "housing>csc"),
    ("hospital", "DN referral sent.", "hospital>dn"),
    ("ambulance", "Referral made to Children’s Social Care", "ambulance>csc"),
    ("csc", "Step down. Closing letter copied to GP and HV.", "csc>gp csc>hv"),
    ("school", "Notified probation of the change of address", "school>probation"),
    ("hv", "Called the GP about feeding", "hv>gp"),
    # The other way round: the writer was told.
    ("csc", "Call from maternity: Jaydon born this morning.", "midwifery>csc"),
    ("probation", "Told by police of arrest for damage.", "police>probation"),
    ("gp", "Letter from CSC: assessment closed.", "csc>gp"),
    ("gp", "DN rang, cat 4, needs pain relief.", "dn>gp"),
    ("gp", "ED letter, fall and normal CT.", "hospital>gp"),
    ("gp", "CSC closing letter, no concerns from health", "csc>gp"),
    ("hv", "SW Bethan Rooke asks by e-mail for last contact.", "csc>hv"),
    ("csc", "Police told us of the arrest", "police>csc"),
    # Said not to have been done.
    ("police", "Not shared with CSC", "!police>csc"),
    ("gp", "No referral made to MASH", "!gp>csc"),
    ("hospital", "SW was never informed", "!hospital>csc"),
    ("csc", "Letter to DN not sent", "!csc>dn"),
    ("school", "There is no record that police were told", "!school>police"),
    ("probation", "Did not inform the school", "!probation>school"),
    # Nobody was told anything.
    ("csc", "Seen at school. Mum told me that she was well.", ""),
    ("police", "Advised mum to see the GP", ""),
    ("csc", "Told mother to contact the health visitor", ""),
    ("csc", "T/C to Kayleigh to ask about GP registration.", ""),
    ("csc", "Rang Kayleigh about the school run", ""),
    ("gp", "Police called to the house in the night", ""),
    ("police", "Rang the school nurse", "police>hv police>dn"),
    ("csc", "SW rang mum", ""),
    ("hospital", "Home with advice after the ward round, mother told", ""),
    ("csc", "Ed told his mother", ""),
    ("school", "Shared a bed with the HV's doll", ""),
]  # fmt: skip


@pytest.mark.parametrize(("writer", "text", "said"), TOLD)
def test_who_told_whom_is_read_from_the_words(writer: str, text: str, said: str) -> None:
    found = READER.told(AGENCIES.index(writer), text)
    pairs = {f"{'' if each.done else '!'}{AGENCIES[each.by]}>{AGENCIES[each.to]}" for each in found}
    assert pairs == set(said.split())


def test_every_word_of_telling_that_the_page_names_is_found() -> None:
    said = ("told", "rang", "e-mailed", "email to", "letter to", "notified", "shared with", "referral to", "referred to",
            "copied to", "passed to", "informed", "strategy meeting with")  # fmt: skip
    assert [word for word in said if not READER.told(3, f"{word.capitalize()} police")] == []


def test_every_kind_of_agency_has_its_line_of_words() -> None:
    assert set(KIND_WORDS) == set(Agency.Kind.values)
    words = {word.casefold() for line in KIND_WORDS.values() for word in line}
    assert set(NOT_BEFORE) | set(IN_NAME) <= words


def test_each_word_of_a_kind_finds_the_agency_of_that_kind() -> None:
    lost = []
    for kind, words in KIND_WORDS.items():
        reader = Reader([Party(1, "none", "Writers"), Party(2, kind, "Theirs of the Hill")])
        lost += [word for word in words if reader.told(1, f"Rang {word} today") != {Told(1, 2, "rang")}]
    assert lost == []


def test_a_word_that_fits_two_agencies_counts_for_both_unless_one_is_named() -> None:
    two = Reader([Party(1, "police", "Police"), Party(2, "school", "Hill School"), Party(3, "school", "Mill School")])
    assert {each.to for each in two.told(1, "Rang the school")} == {2, 3}
    assert {each.to for each in two.told(1, "Rang the school, Mill School")} == {3}


def test_a_word_that_fits_the_writer_means_the_writer() -> None:
    two = Reader([Party(2, "school", "Hill School"), Party(3, "school", "Mill School")])
    assert two.told(2, "School rang mother") == frozenset()
    assert {each.to for each in two.told(2, "Rang Mill School")} == {3}


def test_words_that_two_kinds_share_are_those_of_the_kind_that_takes_part() -> None:
    adults = Reader([Party(1, "police", "Police"), Party(2, "adult_social_care", "Adult Social Care")])
    assert {each.to for each in adults.told(1, "Told the social worker")} == {2}
    both = Reader([Party(1, "police", "P"), Party(2, "adult_social_care", "A"), Party(3, "childrens_social_care", "C")])
    assert {each.to for each in both.told(1, "Told the social worker")} == {2, 3}
    assert {each.to for each in both.told(1, "Told the social worker at MASH")} == {3}
