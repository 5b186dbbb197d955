"""Advice about a chronology before it is passed on: what it notices, and what it lets pass."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from agencies.quality import OPINION, Advice, Gap, Line, advise

JANUARY, DECEMBER = date(2019, 1, 1), date(2019, 12, 31)
SCOPE = (JANUARY, DECEMBER)


def line(event: str, day: date | None = JANUARY, *, last: date | None = None, key: int = 1, **values: str) -> Line:
    return Line(key, day, last or day, **{"precision": "day", "source": "Case notes", **values}, event=event)


def short(*texts: str, glossary: tuple[str, ...] = ()) -> set[str]:
    """The abbreviations that are asked about."""
    return set(advise([line(text) for text in texts], glossary=glossary).abbreviations)


def silences(*lines: Line) -> list[tuple[date, date]]:
    return [(gap.first, gap.last) for gap in advise(lines, scope=SCOPE).gaps]


def test_a_plain_entry_with_a_source_leaves_nothing_to_say() -> None:
    assert not advise([line("Seen at home by the health visitor.")])
    assert advise([]) == Advice()


def test_an_entry_without_a_source_is_named() -> None:
    found = advise([line("Seen.", key=4, source=" "), line("Seen.", key=5)])
    assert found.unsourced == [4]


def test_an_abbreviation_that_nothing_explains_is_named_with_its_entries() -> None:
    found = advise(
        [line("MASH told; the EHCP waits.", key=1), line("Seen.", key=2, action="Two EHCPs; EHCP’s review.")]
    )
    assert found.abbreviations == {"EHCP": [1, 2], "MASH": [1]}


@pytest.mark.parametrize(
    "explanation",
    [
        "MASH | Multi-Agency Safeguarding Hub",
        "MASH = multi-agency hub",
        "MASH: the hub",
        "MASH – the hub",
        "Glossary\nMASH means the hub",
    ],
)
def test_a_glossary_explains_in_any_of_its_usual_forms(explanation: str) -> None:
    assert short("MASH told.", glossary=(explanation,)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Told the Multi-Agency Safeguarding Hub (MASH), and MASH rang.",
        "MASH (Multi-Agency Safeguarding Hub) told.",
        "Child and Adolescent Mental Health Services (CAMHS) wrote.",
        "Amara Okafor (AO) seen.",
    ],
)
def test_words_spelt_out_once_explain_everywhere(text: str) -> None:
    asked = {"MASH", "CAMHS", "AO"}
    assert short(text, "MASH, CAMHS and AO.") == {each for each in asked if each not in text}


def test_brackets_after_other_words_explain_nothing() -> None:
    assert short("Rang the duty worker (MASH).") == {"MASH"}


@pytest.mark.parametrize(
    "text",
    [
        "The GP rang the NHS line in the UK.",
        "On 22-MAY-19 and 3 JUN.",
        "Part II of Schedule IV.",
        "Lives at HD1 4AB; taken to A&E.",
        "MOTHER RANG. SAID THAT SHE WAS NOT AT HOME.",
    ],
    ids=["known to all", "the calendar", "numerals", "a postcode and a ward", "capitals throughout"],
)
def test_capitals_that_need_no_explanation_are_passed_over(text: str) -> None:
    assert short(text) == set()


def test_dna_is_asked_about_because_it_means_two_things() -> None:
    assert short("DNA clinic.") == {"DNA"}


@pytest.mark.parametrize("word", OPINION)
def test_each_word_of_opinion_is_noticed_in_the_event(word: str) -> None:
    assert advise([line(f"The home was {word.upper()} so.", key=7)]).opinions == {7: [word]}


def test_words_of_opinion_are_noticed_however_they_are_broken() -> None:
    found = advise([line("A lifestyle\nchoice; attention seeking; clearly, clearly.")]).opinions
    assert found == {1: ["lifestyle choice", "attention seeking", "clearly"]}


@pytest.mark.parametrize("text", ["Mother said “he is manipulative”.", 'Said "obviously not".', "Unclearly written."])
def test_what_somebody_is_quoted_with_is_theirs(text: str) -> None:
    assert advise([line(text)]).opinions == {}


def test_opinion_belongs_in_the_response_no_less_but_only_the_event_is_looked_at() -> None:
    assert advise([line("Seen.", action="Inappropriate referral closed.")]).opinions == {}


def test_a_silence_inside_the_period_is_named_by_its_first_and_last_day() -> None:
    assert silences(line("Seen."), line("Seen.", date(2019, 6, 1)), line("Seen.", date(2019, 9, 1)), line("Seen.", date(2019, 11, 30))) == [
        (date(2019, 1, 2), date(2019, 5, 31)),
        (date(2019, 6, 2), date(2019, 8, 31)),
    ]  # fmt: skip


def test_ninety_days_are_let_pass_and_ninety_one_are_not() -> None:
    for days, found in ((90, []), (91, [Gap(date(2019, 1, 2), date(2019, 4, 2))])):
        lines = [line("Seen."), line("Seen.", JANUARY + timedelta(days=days + 1))]
        advice = advise(lines, scope=(JANUARY, lines[1].date_from or JANUARY))
        assert advice.gaps == found
    assert Gap(date(2019, 1, 2), date(2019, 4, 2)).days == 91


def test_the_silence_before_the_first_and_after_the_last_entry_counts() -> None:
    assert silences(line("Seen.", date(2019, 6, 30))) == [
        (JANUARY, date(2019, 6, 29)),
        (date(2019, 7, 1), DECEMBER),
    ]


def test_entries_outside_the_period_break_no_silence_in_it_and_make_none_outside() -> None:
    assert silences(line("Born.", date(2010, 1, 1)), line("Closed.", date(2022, 1, 1))) == [SCOPE]


def test_a_declared_period_of_no_contact_accounts_for_its_days() -> None:
    assert silences(line("No contact with the family.", JANUARY, last=DECEMBER, precision="range")) == []
    assert silences(line("Not known to the service in 2019.", JANUARY, last=DECEMBER, precision="year")) == []


def test_a_long_period_that_declares_nothing_accounts_for_its_ends_alone() -> None:
    told = line("Attended nursery.", JANUARY, last=DECEMBER, precision="range")
    assert silences(told) == [(date(2019, 1, 2), date(2019, 12, 30))]


def test_a_bare_year_and_an_undated_entry_account_for_nothing() -> None:
    assert silences(line("Moved.", JANUARY, last=DECEMBER, precision="year"), line("Wrote.", None)) == [SCOPE]


def test_a_month_accounts_for_its_days() -> None:
    months = [
        line("Seen.", date(2019, month, 1), last=date(2019, month, 28), precision="month") for month in (2, 5, 8, 11)
    ]
    assert silences(*months) == []


def test_without_a_period_or_entries_no_silence_is_told() -> None:
    assert advise([line("Seen.")]).gaps == advise([], scope=SCOPE).gaps == []
