"""Which rows of a file repeat entries of a return: the same, nearly the same, and what only looks like it."""

from __future__ import annotations

from datetime import date

import pytest

from agencies.duplicates import Told, repeats

MARCH, APRIL = date(2019, 3, 27), date(2019, 4, 2)
LETTER = "Letter sent to the mother about the appointment that Amara missed at the clinic."


def told(event: str, day: date | None = MARCH, *, key: int = 0, last: date | None = None, time: str = "") -> Told:
    return Told(key, day, last or day, time, event)


def found(entries: list[Told], rows: list[Told]) -> list[tuple[int, int, str]]:
    """(place of the row, place of the entry, how) of every repeat."""
    keyed = [
        [Told(key, each.date_from, each.date_to, each.time, each.event) for key, each in enumerate(of)]
        for of in (entries, rows)
    ]
    return [(repeat.row, repeat.entry, repeat.how) for repeat in repeats(*keyed)]


def test_the_same_day_and_words_are_the_same_whatever_spaces_and_capitals_do() -> None:
    assert found([told("Seen  at home.\nAsleep.")], [told("SEEN at home. Asleep. ")]) == [(0, 0, "same")]


def test_the_same_words_of_another_time_of_the_day_are_said_to_be_so() -> None:
    assert found([told("Rang; no reply.", time="10:00")], [told("Rang; no reply.", time="14:00")]) == [(0, 0, "time")]


def test_a_word_put_right_is_nearly_the_same() -> None:
    assert found([told(LETTER)], [told(LETTER.replace("clinic", "clinics"))]) == [(0, 0, "words")]


def test_another_event_of_the_same_day_is_no_repeat() -> None:
    assert found([told(LETTER)], [told("Amara was seen at school by the nurse.")]) == []


def test_nearly_the_same_words_of_two_times_are_two_events() -> None:
    first, second = told("Rang the mother, no reply.", time="10:00"), told("Rang the father, no reply.", time="10:20")
    assert found([first], [second]) == []


def test_undated_entries_are_the_same_only_word_for_word() -> None:
    corrected = LETTER.replace("clinic", "clinics")
    assert found([told(LETTER, None), told("Born.", None)], [told(corrected, None), told("born.", None)]) == [
        (1, 1, "same")
    ]


def test_a_date_put_right_is_found_by_words_that_tell_the_event() -> None:
    assert found([told(LETTER)], [told(LETTER, APRIL)]) == [(0, 0, "date")]


@pytest.mark.parametrize("dates", [(MARCH, date(2019, 3, 31)), (None, None)], ids=["a longer date", "no date"])
def test_another_precision_is_another_date(dates: tuple[date | None, date | None]) -> None:
    assert found([told(LETTER)], [told(LETTER, dates[0], last=dates[1])]) == [(0, 0, "date")]


def test_words_that_are_written_on_many_days_do_not_tell_an_event() -> None:
    assert found([told("Home visit, no reply.")], [told("Home visit, no reply.", APRIL)]) == []
    twice = [told(LETTER), told(LETTER, date(2019, 3, 28))]
    assert found(twice, [told(LETTER, APRIL)]) == []


def test_each_entry_is_repeated_once_so_that_a_third_call_of_a_day_is_news() -> None:
    calls = [told("Rang; no reply.", time="10:00"), told("Rang; no reply.", time="14:00")]
    again = [*calls, told("Rang; no reply.", time="16:30")]
    assert found(calls, again) == [(0, 0, "same"), (1, 1, "same")]
    assert found([told("Rang.")], [told("Rang."), told("Rang.")]) == [(0, 0, "same")]


def test_what_is_the_same_is_paired_before_what_is_nearly_the_same() -> None:
    nearly = LETTER.replace("clinic", "clinics")
    assert found([told(LETTER), told(nearly)], [told(nearly), told(LETTER)]) == [(0, 1, "same"), (1, 0, "same")]


def test_of_several_that_are_nearly_the_same_the_most_alike_are_paired() -> None:
    entries = [told(LETTER.replace("sent", "was sent out")), told(LETTER.replace("sent", "sent out"))]
    assert found(entries, [told(LETTER)]) == [(0, 1, "words")]


def test_an_empty_return_or_file_repeats_nothing() -> None:
    assert found([], [told(LETTER)]) == found([told(LETTER)], []) == []
