"""References stay right when what they name gets another number or name, and say so when it is gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.references import MISSING, Register, completed, figures, references
from scr_portal.lib.page_tags import linked

REGISTER = Register(
    words={("finding", 41): "finding 3", ("term", 7): "MASH"},
    at_first={("term", 7): "Multi-Agency Safeguarding Hub (MASH)"},
    figures={"visits": 1, "silence": 2},
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("See [[finding 3#41]].", "See finding 3."),
        ("[[Finding 9#41]] says why.", "Finding 3 says why."),
        ("[[ finding #41 ]]", "finding 3"),
        ("[[finding 3]]", MISSING),
        ("[[finding 3#42]]", MISSING),
        ("[[term MASH#7]], and [[term MASH#7]]", "Multi-Agency Safeguarding Hub (MASH), and MASH"),
        ("[[figure visits: Visits by month]]", "Figure 1: Visits by month"),
        ("as [[figure Silence]] shows", "as figure 2 shows"),
        ("[[figure letters]]", MISSING),
        ("[[nothing of ours]] [finding 3] [[finding]", "[[nothing of ours]] [finding 3] [[finding]"),
    ],
)
def test_a_reference_is_read_as_what_it_means_today(written: str, read: str) -> None:
    said = REGISTER.said(written)
    assert said == read
    assert bool(REGISTER.dead(written)) == (MISSING in read)


def test_saving_puts_the_key_behind_what_is_known_and_leaves_the_rest() -> None:
    keys = {("finding", "3"): 41, ("term", "mash"): 7}
    text = "[[finding 3]] [[Finding 3]] [[finding 3#8]] [[finding 4]] [[term Mash]] [[figure visits: By month]]"
    done = "[[finding 3#41]] [[Finding 3#41]] [[finding 3#8]] [[finding 4]] [[term Mash#7]] [[figure visits: By month]]"
    assert completed(text, keys) == done
    assert completed(done, keys) == done


def test_figures_are_numbered_through_the_report_in_the_order_in_which_they_stand() -> None:
    texts = ["[[figure b: B]] then [[figure a]]", "", "[[figure a: A]] [[Figure B: again]]"]
    assert figures(texts) == {"b": 1, "a": 2}


def test_a_name_in_what_the_writer_called_it_is_not_in_what_is_read() -> None:
    assert REGISTER.said("[[finding Amara Okafor#41]]") == "finding 3"
    assert "Okafor" not in REGISTER.said("[[entry Amara Okafor#9]]")


@given(st.text(alphabet="[]#: \nfindgx3\ue000\ue001\ue002/<", max_size=60))
def test_text_without_a_reference_stays_as_it_is(text: str) -> None:
    if not references(text):
        assert REGISTER.said(text) == "".join(each for each in text if each not in "\ue000\ue001\ue002")


def test_a_page_draws_links_of_our_own_and_escapes_everything_else() -> None:
    text = "<b>See</b> [[finding 3#41]] \ue000javascript:x\ue001y\ue002"
    drawn = linked(REGISTER.said(text, around={("finding", 41): "/findings/R/finding/3/"}))
    assert (
        drawn
        == '&lt;b&gt;See&lt;/b&gt; <a class="govuk-link" href="/findings/R/finding/3/">finding 3</a> javascript:xy'
    )
    assert "<a" not in linked("\ue000javascript:x\ue001y\ue002")
