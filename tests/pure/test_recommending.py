"""Advice on a recommendation: each kind where it belongs, none where it does not, and it is worded from what was typed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from findings.recommending import Draft, advise

# Everything said that can be said, so that only the words are looked at.
WHOLE = Draft(
    text="", findings=1, agencies=1, changes=("behaviour",), scope="multi", measure="Audit of 20 records", baseline="4 of 20",
)  # fmt: skip
WORDS = {"reminding", "training_only", "vague", "several"}


def keys(draft: Draft) -> list[str]:
    return [each.key for each in advise(draft)]


# Recommendations as reviews word them, and what is to be said about each.
SAID: list[tuple[str, set[str]]] = [
    ("Remind all staff of the bruising protocol.", {"reminding"}),
    ("The ICB should ensure that all practitioners are aware of the pathway for non-mobile babies.", {"reminding"}),
    ("Agencies should make sure front-line staff understand the importance of professional curiosity.", {"reminding"}),
    ("The partnership should raise awareness of self-neglect.", {"reminding", "training_only"}),
    ("Social workers must be reminded to record who lives in the household.", {"reminding"}),
    ("The board should seek assurance through a reminder to all schools.", {"reminding"}),
    ("All staff should be trained in trauma-informed practice.", {"training_only"}),
    ("Provide refresher e-learning on coercive control to every team.", {"training_only"}),
    ("Hold a workshop for head teachers and police officers on neglect.", {"training_only"}),
    ("The Trust should consider its approach to missed appointments.", {"vague"}),
    ("The partnership should explore the options for a shared record.", {"vague"}),
    ("Consideration should be given to the use of independent advocates.", {"vague"}),
    ("Where possible, fathers are spoken to in person.", {"vague"}),
    ("The local authority should look at how referrals are closed.", {"vague"}),
    ("The police should name a duty sergeant for the hub. Schools should name a deputy.", {"several"}),
    ("The Trust should:\n- change the form\n- change the rota", {"several"}),
    ("1. Change the discharge form.\n2. Audit it after six months.\n3. Report to the board.", {"several"}),
    ("The council should fund two posts in the hub and should publish its thresholds.", {"several"}),
    ("The police should staff the hub on Saturdays. This should be in place by June.", set()),
    ("A baby with any bruise is seen by a paediatrician on the same day; the hospital’s system books it.", set()),
    ("The electronic record asks for the name of every adult in the household before a visit can be closed.", set()),
    ("A missed appointment of a child on a plan is followed by a telephone call on the same day.", set()),
    ("The ICB commissions an interpreter service that answers within ten minutes, day and night.", set()),
    ("Each closed contact is read by a second manager within two working days.", set()),
    ("The Trust changes its discharge form, and trains ward staff on the new form.", set()),
    ("Supervision of health visitors asks at each session what the child’s day is like.", set()),
    ("The council gives the hub two more social workers, so that no contact waits over a night.", set()),
    ("Adults considered to lack capacity have an advocate within five working days.", set()),
    ("The housing provider tells adult social care of every notice to quit, by the shared referral form.", set()),
    ("Police officers record in the crime system whom they spoke to alone.", set()),
    (
        "All agencies to ensure staff have a good understanding of the impact of parental substance misuse.",
        {"reminding"},
    ),
    ("The ICB should promote awareness of the needs of young carers.", {"reminding", "training_only", "vague"}),
    ("Managers should encourage professional curiosity.", {"vague"}),
    ("Agencies must ensure that information is shared in a timely manner.", {"vague"}),
    ("The partnership should review its threshold document.", {"vague"}),
    ("Practitioners should be made aware of the escalation policy.", {"reminding"}),
    ("A senior manager reviews each plan at three months and signs the next one.", set()),
    ("The escalation policy gives a date by which the other agency answers.", set()),
    ("Every school has the hub’s direct number, and the hub answers it within five minutes.", set()),
]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_words_that_change_little_are_noticed_and_others_are_not(text: str, said: set[str]) -> None:
    assert set(keys(replace(WHOLE, text=text))) & WORDS == said


def test_the_advice_quotes_what_was_typed_and_says_why() -> None:
    found = advise(replace(WHOLE, text="The Trust should remind staff of the protocol and consider a form."))
    assert [(each.key, each.sentence) for each in found] == [
        ("reminding", "“remind” asks people to know something that most of them knew."),
        ("vague", "“consider” can be done without anything changing."),
    ]
    assert all(len(each.why) > 40 for each in found)


GOOD = "A baby with any bruise is seen by a paediatrician on the same day."


@pytest.mark.parametrize(
    ("missing", "key"),
    [
        ({"findings": 0}, "no_finding"),
        ({"agencies": 0}, "no_addressee"),
        ({"changes": ()}, "no_change"),
        ({"measure": "  "}, "no_measure"),
        ({"baseline": ""}, "no_baseline"),
        ({"scope": "national"}, "beyond"),
        ({"scope": "regional"}, "beyond"),
        ({"number": 11}, "too_many"),
        ({"number": 4, "advised": 3}, "too_many"),
    ],
)
def test_what_is_missing_is_said_once(missing: dict[str, Any], key: str) -> None:
    assert keys(replace(WHOLE, text=GOOD)) == []
    assert keys(replace(WHOLE, text=GOOD, **missing)) == [key]


def test_no_baseline_is_asked_for_where_there_is_no_measure() -> None:
    assert keys(replace(WHOLE, text=GOOD, measure="", baseline="")) == ["no_measure"]


def test_what_is_not_in_local_gift_needs_no_agency_here_and_is_not_told_so() -> None:
    assert keys(replace(WHOLE, text=GOOD, scope="national", beyond_gift=True, agencies=0)) == []


def test_training_beside_a_change_of_the_system_is_not_training_alone() -> None:
    text = "All staff should be trained in trauma-informed practice."
    assert keys(replace(WHOLE, text=text, changes=("behaviour", "resources"))) == []


def test_the_number_of_the_board_counts_and_the_sentence_names_it() -> None:
    assert keys(replace(WHOLE, text=GOOD, number=10)) == []
    said = advise(replace(WHOLE, text=GOOD, number=12))[0].sentence
    assert said == "This review has 12 recommendations with this one; your board advises 10 at most."


def test_an_empty_box_gets_no_advice() -> None:
    assert advise(Draft(text=" \n")) == []
