"""Abbreviations within entries: whose meaning stands, and how it is shown."""

from __future__ import annotations

import time

from findings.shortforms import Meanings, used, with_help


def test_an_abbreviation_is_opened_at_its_first_mention_alone() -> None:
    shown = with_help("MASHs met; the MASH & GP <rang>.", {"MASH": 'Multi-Agency "Hub"'})
    assert shown == (
        '<details class="scr-short"><summary>MASHs<span class="govuk-visually-hidden">, what it means</span></summary>'
        "<span> (Multi-Agency &quot;Hub&quot;)</span></details> met; the MASH &amp; GP &lt;rang&gt;."
    )


def test_words_without_a_meaning_are_only_escaped() -> None:
    assert with_help("The DNA <b>", {"DNA": ""}) == "The DNA &lt;b&gt;"
    assert with_help("CALLED AT HOME AND NOBODY WAS IN", {"IN": "Inpatient"}) == "CALLED AT HOME AND NOBODY WAS IN"
    assert used(["A DNA and a WNB", "DNA"]) == {"DNA", "WNB"}


def test_an_agency_s_own_meaning_stands_before_that_of_others() -> None:
    meanings = Meanings()
    meanings.add(1, "Health", "DNA", "Did not attend")
    assert meanings.of(2, "Police", "DNA") == "Did not attend, as Health uses it"
    meanings.add(3, "School", "DNA", "did not attend")
    assert meanings.of(2, "Police", "DNA") == "Did not attend, as Health uses it"
    meanings.add(4, "Housing", "DNA", "Do not answer")
    assert meanings.of(2, "Police", "DNA") == ""
    meanings.add(2, "Police", "DNA", "Deoxyribonucleic acid")
    assert meanings.of(2, "Police", "DNA") == "Deoxyribonucleic acid"
    assert meanings.of(9, "Health", "DNA") == "Did not attend"
    assert meanings.of(9, "Health", "MASH") == ""


def test_a_long_glossary_takes_no_longer_than_a_short_one() -> None:
    text = "The HV rang the MASH about the ICPC. " * 20
    names = [f"{one}{two}{three}" for one in "ABCDEFGHIJ" for two in "KLMNOPQRST" for three in "UVWXYZABCD"]

    def taken(meanings: dict[str, str]) -> float:
        started = time.process_time()
        for _ in range(200):
            with_help(text, {"HV": "Health visitor"} | meanings)
        return time.process_time() - started

    assert taken(dict.fromkeys(names, "Something")) < 5 * taken({}) + 0.05
