"""Contacts with the family, their advocates, and what they should be called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils import timezone

from reviews.models import Advocate, Contact, Involvement, Person
from scr_portal.lib.forms import DayField, GovukForm, PastDay, RecordForm, long_text, radios

K = Contact.Kind
# What each kind of contact asks for in words, and what it reminds of.
WORDS: Mapping[str, tuple[str, str]] = {
    K.TOLD: ("What were they told, and what did they say?", "Such as that a review is held, what it is for, and what it is not."),
    K.INVITED: ("What were they offered?", "Ways, times and places to take part, and that they need not and can change their mind."),
    K.ANSWERED: ("What did they say?", "Their words on whether and how they want to take part."),
    K.SUPPORT: ("What support was offered?", "Such as bereavement support, and how to reach it."),
    K.DRAFT: ("What did they say about it?", "What is wrong in fact, what hurts, what they want added. Say also how they read it."),
    K.OTHER: ("What was it about?", ""),
}  # fmt: skip
NOT_OF = {"answer": K.ANSWERED, "ask_again_on": K.ANSWERED, "edition": K.DRAFT}


class InvolvementForm(RecordForm):
    """How somebody is to be reached, and why they were not told or invited, where they were not."""

    language = forms.CharField(max_length=80, required=False, label="Language in which they wish to be spoken to")
    interpreter = forms.BooleanField(required=False, label="An interpreter is needed")
    needs = long_text(
        3,
        required=False,
        label="How they wish to be reached",
        help_text="Who speaks with them, where, when not; what makes it possible for them. It is read by few.",
    )
    untold_because = forms.ChoiceField(
        choices=[("", "They are to be told"), *Involvement.Because.choices],
        required=False,
        label="If they are not told: why?",
    )
    untold_why = long_text(2, required=False, label="Who decided that, and what was asked")
    uninvited_because = forms.ChoiceField(
        choices=[("", "They are to be invited"), *Involvement.Because.choices],
        required=False,
        label="If they are not invited to take part: why?",
    )
    uninvited_why = long_text(2, required=False, label="Who decided that, and what was asked", help_text="About the invitation.")  # fmt: skip
    look_again_on = DayField(
        required=False,
        label="When is that looked at again?",
        help_text="The page shows it as the next step from that day on. For example, 27/3/2027",
    )
    difficulty = radios(
        Involvement.Difficulty.choices,
        required=False,
        label="Would they have substantial difficulty without an advocate?",
    )
    supported_by = forms.CharField(
        max_length=160,
        required=False,
        label="Who supports and represents them instead",
        help_text="Somebody fit and willing who is not paid to care for or treat them, and to whom they agree.",
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        duty = person.review.rules.advocacy
        if person.part != Person.Part.SUBJECT or not duty.citation or person.died.text:
            del self.fields["difficulty"], self.fields["supported_by"]
        else:
            self.fields["difficulty"].help_text = f"{duty.text} ({duty.citation})"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for what in ("untold", "uninvited"):
            because, why = cleaned.get(f"{what}_because"), cleaned.get(f"{what}_why")
            if because and not why:
                self.add_error(
                    f"{what}_why", "Say who decided that and what was asked, so that it can be looked at again."
                )
            if why and not because:
                self.add_error(
                    f"{what}_because", "Choose the reason that these words belong to, or take the words out."
                )
        if cleaned.get("look_again_on") and not (cleaned.get("untold_because") or cleaned.get("uninvited_because")):
            self.add_error(
                "look_again_on", "There is no reason to look at again: choose one above, or leave this empty."
            )
        return cleaned


class ContactForm(GovukForm):
    """One contact: when, by whom, how, in which language, and what was said."""

    happened_on = PastDay(label="When")
    by_whom = forms.CharField(max_length=160, label="Who spoke or wrote to them", help_text="Name and post.")
    way = radios(Contact.Way.choices, label="How")
    answer = radios(Contact.Answer.choices, label="What is their answer?")
    ask_again_on = DayField(required=False, label="When to ask again", help_text="If they want to be asked later.")
    edition = forms.CharField(max_length=80, label="Which version of the draft", help_text="Such as draft 2, or its date.")  # fmt: skip
    language = forms.CharField(max_length=80, required=False, label="In which language", help_text="If it was not English.")  # fmt: skip
    interpreter = forms.BooleanField(required=False, label="An interpreter was there, or the letter was translated")
    what = long_text(5, required=False, label="What was said")
    corrects: forms.ModelChoiceField = forms.ModelChoiceField(
        queryset=None, required=False, label="Does it correct an earlier line?", empty_label="No",
        help_text="The earlier line stays in the record and counts no more.",
    )  # fmt: skip

    def __init__(self, *args: Any, person: Person, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, of in NOT_OF.items():
            if kind != of:
                del self.fields[name]
        words = self.fields["what"]
        words.label, words.help_text = WORDS[kind]
        words.required = kind in (K.TOLD, K.OTHER, K.SUPPORT)
        if kind == K.ANSWERED:
            self.fields["by_whom"].label = "Who took their answer"
        earlier: Any = self.fields["corrects"]
        earlier.queryset = person.contacts.filter(corrections=None)
        earlier.label_from_instance = lambda line: (
            f"{line.happened_on:%d/%m/%Y} {line.get_kind_display()}, {line.by_whom}"
        )
        if not earlier.queryset.exists():
            del self.fields["corrects"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        again = cleaned.get("ask_again_on")
        if again and cleaned.get("answer") not in (Contact.Answer.LATER, Contact.Answer.NONE):
            self.add_error("ask_again_on", "They have answered: leave this empty, or choose “Not now”.")
        elif again and again <= timezone.localdate():
            self.add_error("ask_again_on", "Enter a day that is still to come.")
        return cleaned


class AdvocateForm(RecordForm):
    """Who was offered as an advocate, and the answer."""

    kind = radios(Advocate.Kind.choices, label="What kind of advocate?")
    name = forms.CharField(max_length=160, required=False, label="Name", help_text="If it is known already.")
    organisation = forms.CharField(max_length=160, required=False, label="Organisation")
    contact = forms.CharField(max_length=200, required=False, label="How to reach them")
    offered_on = PastDay(label="When was it offered?")
    answer = radios([("", "No answer yet"), *Advocate.Answer.choices], required=False, label="What did the person say?")
    answered_on = PastDay(required=False, label="When did they answer?")
    ended_on = PastDay(required=False, label="When did it end?", help_text="If the advocate speaks for them no more.")
    note = long_text(2, required=False, label="Note")

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        duty = person.review.rules.advocacy
        known = dict(Advocate.Kind.choices)
        if duty.citation and person.part == Person.Part.SUBJECT:
            known[Advocate.Kind.DUTY] = f"{duty.label} ({duty.citation})"
        else:
            del known[Advocate.Kind.DUTY]
        self.fields["kind"].choices = [*known.items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        offered, answered, ended = (cleaned.get(name) for name in ("offered_on", "answered_on", "ended_on"))
        if cleaned.get("answer") and not answered and "answered_on" not in self.errors:
            self.add_error("answered_on", "Say on which day they answered.")
        if cleaned.get("answer") == Advocate.Answer.ACCEPTED and not (
            cleaned.get("name") or cleaned.get("organisation")
        ):
            self.add_error("name", "Say who the advocate is: a name or an organisation.")
        if offered and answered and answered < offered:
            self.add_error("answered_on", "The answer is before the offer: check both days.")
        if ended and cleaned.get("answer") != Advocate.Answer.ACCEPTED:
            self.add_error("ended_on", "It ends only where it was accepted: choose “Accepted”, or leave this empty.")
        return cleaned


class NamingForm(RecordForm):
    """What somebody is called in everything that leaves the review, as they or their family wish."""

    naming_wish = long_text(
        3,
        required=False,
        label="What they wish about the name",
        help_text="In their words: a first name that they would like, a name that must not stand there, or that they leave it to the board.",
    )
    pseudonym = forms.CharField(
        max_length=80, label="Published name", help_text="It stands in the register, the report and every letter that leaves the review."
    )  # fmt: skip
    pseudonym_chosen_by = forms.CharField(max_length=120, label="Who chose it", help_text="Such as: her mother; or: the reviewer, because the family left it to us.")  # fmt: skip
    pseudonym_chosen_on = PastDay(label="When they chose it")

    def __init__(self, *args: Any, record: Person, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.person = record

    def clean_pseudonym(self) -> str:
        """The published name. Raises ValidationError for the real one."""
        said: str = self.cleaned_data["pseudonym"].strip()
        real = {part.casefold() for part in (self.person.given, self.person.middle, self.person.surname, *self.person.aliases) if part}  # fmt: skip
        wanted = {word.casefold() for word in said.split()}
        if wanted & real and said != self.person.pseudonym:
            raise forms.ValidationError(
                "That is, or holds, a real name of theirs, and would be published. If they wish it, agree it with the board first and enter it in the people register."
            )
        return said
