"""Accounts of one event among others: on the labelled corpus, and each rule that a reader relies on."""

from __future__ import annotations

from datetime import date, time, timedelta

from findings.same_event import Account, suggest
from findings.same_event.days import spoken_of
from findings.same_event.kinds import kinds_of
from tests.corpus import same_event as corpus

DAY = date(2019, 3, 27)


def account(key: int, agency: str, text: str, day: date = DAY, at: time | None = None) -> Account:
    return Account(key, agency, day, day, text, at)


POLICE = account(1, "police", "Strategy meeting with Dr Imran and CSC. Section 47 agreed.", at=time(14, 0))
HOSPITAL = account(2, "hospital", "Dr Imran attended strat meeting by phone, s47 agreed.", at=time(14, 10))


def test_half_of_the_corpus_was_kept_back_and_the_suggester_does_well_on_both() -> None:
    tuned, kept = (corpus.measured(half) for half in corpus.HALVES)
    assert (tuned["pairs"], kept["pairs"]) >= (80, 80)
    assert tuned["pairs"] + kept["pairs"] >= 150
    assert (tuned["precision"] >= 0.9, tuned["recall"] >= 0.9) == (True, True), tuned
    assert (kept["precision"] >= 0.83, kept["recall"] >= 0.82) == (True, True), kept


def test_a_suggestion_says_why() -> None:
    (group,) = suggest([POLICE, HOSPITAL])
    assert group.keys == (1, 2)
    assert "both tell of: strategy discussion" in group.reasons
    assert "the same day" in group.reasons
    assert "10 minutes apart" in group.reasons


def test_what_was_said_not_to_be_the_same_is_never_suggested_again() -> None:
    assert suggest([POLICE, HOSPITAL], apart={frozenset((1, 2))}) == []
    third = account(3, "social care", "Strategy meeting with police and Dr Imran, section 47 agreed.", at=time(14, 0))
    for group in suggest([POLICE, HOSPITAL, third], apart={frozenset((1, 2))}):
        assert not {1, 2} <= set(group.keys)


def test_one_agency_has_one_account_of_an_event() -> None:
    again = account(3, "police", "Strategy meeting with Dr Imran, section 47 agreed.", at=time(14, 5))
    assert [len(group.keys) for group in suggest([POLICE, HOSPITAL, again])] == [2]


def test_daily_visits_of_two_services_are_not_one_event() -> None:
    days = [DAY + timedelta(step) for step in range(5)]
    care = [account(n, "care", "Am call. Porridge given, tablets prompted.", day) for n, day in enumerate(days)]
    nurse = [account(10 + n, "nurse", "DN visit, L hip dressed. No change.", day) for n, day in enumerate(days)]
    assert suggest([*care, *nurse]) == []


def test_a_month_is_near_everything_and_is_not_compared() -> None:
    month = Account(3, "school", date(2019, 3, 1), date(2019, 3, 31), POLICE.text)
    assert suggest([POLICE, month]) == []


def test_a_later_note_names_the_day() -> None:
    assert spoken_of("Told that he fell yesterday.", DAY) == {date(2019, 3, 26)}
    assert spoken_of("Overdose 18th March.", DAY) == {date(2019, 3, 18)}
    assert spoken_of("Disturbance on Saturday night", DAY) >= {date(2019, 3, 23)}
    assert spoken_of("Born 3 March 2016; seen 31/02.", date(2019, 9, 1)) == frozenset()


def test_kinds_of_event_are_told_by_the_words_that_services_use() -> None:
    assert kinds_of("Strat discussion held, S47") == {"strategy discussion", "section 47 enquiry"}
    assert kinds_of("Seen in A&E after a fall") >= {"hospital attendance", "fall"}
    assert kinds_of("Am call. Toast given.") == frozenset()
