"""The fixed words of every rule set: code elsewhere names these, so a data file may use them but not add to them."""

from __future__ import annotations


class RegimeError(ValueError):
    """A rule set that cannot be used; the message names the file and says in one sentence what to mend."""


EVENTS: dict[str, str] = {
    "became_aware": "became aware of the incident",
    "notified": "national body notified",
    "referral_received": "referral received",
    "acknowledged": "referral acknowledged",
    "screened": "referral screened",
    "decided": "decision made",
    "decision_sent": "decision sent to the national body",
    "family_told": "family told",
    "commissioned": "review commissioned",
    "request_sent": "request sent",
    "return_received": "return received",
    "rapid_review_sent": "rapid review sent",
    "panel_replied": "national body replied",
    "draft_shared": "draft shared",
    "challenge_closed": "challenges to the draft closed",
    "signed_off": "report signed off",
    "statutory_copies_sent": "copies sent before publication",
    "published": "report published",
    "taken_down": "report taken down",
    "action_plan_agreed": "action plan agreed",
    "action_plan_reviewed": "action plan reviewed",
    "closed": "review closed",
}

STAGES: dict[str, str] = {
    "referral": "Referral",
    "screening": "Acknowledged and screened",
    "information": "Information requested",
    "consideration": "Considered",
    "decision": "Decision",
    "commissioning": "Commissioning",
    "collection": "Agency returns",
    "merged": "Merged chronology",
    "analysis": "Analysis",
    "drafting": "Drafting the report",
    "sign_off": "Sign-off",
    "acceptance": "Acceptance by the board",
    "publication": "Publication",
    "monitoring": "Action monitoring",
    "impact": "Evidence of impact",
    "closed": "Closed",
}

OUTCOMES: dict[str, str] = {
    "mandatory": "Mandatory review",
    "discretionary": "Discretionary review",
    "rapid_review_only": "Rapid review only",
    "lcspr": "Local child safeguarding practice review",
    "national_referral": "Referral for a national review",
    "other_review": "Other review",
    "single_agency_learning": "Single-agency learning",
    "no_further_action": "No further action",
}

MET, NOT_MET, NOT_KNOWN = "met", "not_met", "not_known"
ANSWERS: dict[str, str] = {MET: "Met", NOT_MET: "Not met", NOT_KNOWN: "Not yet known"}

SUBJECTS: dict[str, str] = {"child": "Child", "adult": "Adult", "either": "Child or adult"}
BASES: dict[str, str] = {"statute": "Statute", "guidance": "Guidance", "local": "Local policy"}
KINDS: dict[str, str] = {
    "line": "one line",
    "text": "several lines",
    "date": "date",
    "number": "number",
    "yes_no": "yes or no",
    "choice": "one of a list",
    "choices": "several of a list",
}

# What a letter or notice may merge in; a template that names another field is refused when it is loaded.
MERGE_FIELDS: dict[str, str] = {
    "today": "date of the letter",
    "reference": "reference of the referral or review",
    "board": "name of the board or partnership",
    "board_address": "address of the board or partnership",
    "recipient": "person or office the letter goes to",
    "agency": "agency the letter goes to",
    "person": "person the review is about, as the recipient may know them",
    "review_type": "name of this kind of review",
    "incident_date": "date of the incident",
    "received_on": "date the referral arrived",
    "decided_on": "date of the decision",
    "decision": "decision",
    "reasons": "reasons for the decision",
    "criteria": "criteria and how each was answered",
    "decider": "who decided",
    "power": "power under which information is asked for",
    "questions": "questions asked",
    "period": "period asked about",
    "due_on": "date a return is due",
    "return_kind": "kind of return asked for",
    "meeting": "date, time and place of the meeting",
    "extension_reasons": "reasons for the answer about more time",
    "challenge_answered_on": "date of the answer to the challenge",
    "challenge_answer": "answer to the challenge",
    "challenge_reasons": "reasons for the answer to the challenge",
    "link": "link to the request or the page",
    "national_body": "name of the national body",
    "publish_on": "planned date of publication",
    "restrictions": "restrictions asked for by a parallel process",
    "support": "where support is to be found",
    "chair": "name of the chair",
    "sender": "name and post of the sender",
    "sender_contact": "how to reach the sender",
}
