"""The own words of the family and of practitioners, and what they agree may be done with them."""

from __future__ import annotations

from typing import Any

from django import forms

from reviews.models import Consent, Contribution, Person
from scr_portal.lib.forms import GovukForm, PastDay, long_text, radios

C, W = Consent.Choice, Contribution.Way
CHOICES = [(each.value, each.label) for each in (C.QUOTE, C.USE, C.NONE, C.NOT_ASKED)]
CONFIDENCE = "It was told in confidence: only the review chair and the business manager read it"


class ContributionForm(GovukForm):
    """What somebody said, as they said it."""

    words = long_text(
        12,
        label="Their words",
        help_text="As they gave them: not improved, not shortened. They cannot be changed afterwards; a later version stands beside them.",
    )
    given_on = PastDay(label="When did they say or write it?")
    way = radios(W.choices, label="How did they give it?")
    with_whom = forms.CharField(
        max_length=200, label="With whom", help_text="Who listened or received it, and who was with them."
    )
    language = forms.CharField(max_length=80, required=False, label="In which language", help_text="If it was not English.")  # fmt: skip
    interpreter = forms.BooleanField(required=False, label="An interpreter was there, or it was translated")
    choice = radios(CHOICES, label="What do they agree to?", help_text="Explain that they can change their mind until the report is published.")  # fmt: skip
    in_confidence = forms.BooleanField(required=False, label=CONFIDENCE)
    note = long_text(2, required=False, label="Anything they said about how it is used")

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = W.ADVOCATE if person.professional else W.EVENT
        ways = [(way, label) for way, label in W.choices if way != others]
        self.fields["way"].choices = ways  # type: ignore[attr-defined]


class RevisedForm(ContributionForm):
    """A later version of what somebody said."""

    why = forms.CharField(max_length=300, label="Why is there a later version?", help_text="Such as: she read it again and wants to add her son’s name for the dog.")  # fmt: skip
    field_order = ("why", "words")


class ConsentForm(GovukForm):
    """What somebody agrees to from now on."""

    choice = radios(CHOICES, label="What do they agree to now?")
    in_confidence = forms.BooleanField(required=False, label=CONFIDENCE)
    given_on = PastDay(label="When did they say so?")
    said_to = forms.CharField(max_length=200, label="To whom")
    note = long_text(3, required=False, label="What they said about it")

    def __init__(self, *args: Any, contribution: Contribution, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if contribution.usable:
            choices = [*CHOICES[:-1], (C.WITHDRAWN.value, "They withdraw their consent")]
            self.fields["choice"].choices = choices  # type: ignore[attr-defined]
