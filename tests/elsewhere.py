"""A made-up regime as data only: a file in a folder, with its own words, criteria, outcomes, clocks, stages and questions."""

from __future__ import annotations

from pathlib import Path

STAMP = "elsewhere-lighthouse@1"
REGIME = """
extends = "_common"
key = "elsewhere-lighthouse"
version = "1"
label = "Elsewhere: Lighthouse Review (Elsewhere Act 2026)"
short_label = "Lighthouse Review"
review_type = "Lighthouse Review"
series = "LHR"
subject = "either"
calendar = "scotland"
in_force_from = 2026-01-01
basis = ["Elsewhere Act 2026"]
decider = "the keeper"
themes = ["elsewhere-themes@1"]
national_body = { name = "Inspectorate of Lights" }
request_power = { citation = "Elsewhere Act 2026, section 3", sentence = "You must answer under section 3." }
quorum = { members = 1, sentence = "One is enough.", conflict = "Say so and leave." }
pseudonyms = { subject = "Islander" }
groups = [{ key = "test", label = "The Lighthouse test", text = "Both are needed." }]
criteria = [
  { key = "harm", group = "test", label = "An islander was harmed", text = "Harm is known or suspected.", citation = "Elsewhere Act 2026, section 1", prompt = "A rumour is enough to look." },
  { key = "lesson", group = "test", label = "There is a lesson", text = "Something can be learned.", citation = "Elsewhere Act 2026, section 2" },
]
outcomes = [
  { code = "mandatory", label = "Hold a Lighthouse Review", commissions = true, compulsory = true, requires = ["all:test"] },
  { code = "no_further_action", label = "Leave the lamp lit", commissions = false, requires = ["not-all:test"] },
]
stages = [
  { key = "screening", label = "Lamp seen" },
  { key = "information", label = "Asking round the harbour" },
  { key = "decision", label = "With the keeper" },
  { key = "commissioning", label = "Rowing out" },
  { key = "collection", label = "Logs coming in" },
  { key = "analysis", label = "Reading the logs" },
  { key = "drafting", label = "Writing it down" },
  { key = "sign_off", label = "Keeper reads" },
  { key = "publication", label = "Ready for the notice board" },
  { key = "monitoring", label = "Watching the lamp" },
  { key = "closed", label = "Lamp out" },
]
voters = [{ key = "council", label = "Island council" }]
questions = [
  { key = "skerry", label = "Near which skerry?", kind = "line", required_to_submit = true },
  { key = "weather", label = "What was the weather?", kind = "choices", options = ["Fog", "Gale"] },
  { key = "lit", label = "Was the lamp lit?", kind = "yes_no" },
  { key = "seen", label = "When was the lamp last seen?", kind = "date" },
]
methods = [{ key = "walk", label = "Walk the shore together" }]
sections = [
  { key = "story", title = "The story of the lamp", guidance = "What happened.", required = true },
  { key = "lamp", title = "What the lamp needs", guidance = "What must change.", required = true },
]
checklist = [{ key = "read", label = "Read aloud in the hall", who = "Keeper", hold = true }]

[[clocks]]
key = "keeper-says"
label = "The keeper says"
starts = "referral_received"
stops = "decided"
length = 10
unit = "working_days"
basis = "local"
citation = "Harbour rule 4"
owner = "council"
overridable = true

[[clocks]]
key = "told"
label = "The hall is told"
starts = "decided"
stops = "published"
length = 6
unit = "months"
basis = "statute"
citation = "Elsewhere Act 2026, section 9"
owner = "council"
outcomes = ["mandatory"]
"""
THEMES = """
key = "elsewhere-themes"
version = "1"
label = "Elsewhere's themes"
source = "Elsewhere"
items = [{ key = "weather", label = "The weather" }]
"""


def written(folder: Path) -> Path:
    """The folder with the regime in it."""
    (folder / "themes").mkdir(parents=True)
    (folder / "elsewhere.toml").write_text(REGIME, encoding="utf-8")
    (folder / "themes" / "elsewhere.toml").write_text(THEMES, encoding="utf-8")
    return folder
