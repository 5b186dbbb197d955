"""Work, origin, faith, language, homes and sentences: rules on the words around a hit."""

from __future__ import annotations

from findings.anonymise.jigsaw.reading import Reading
from findings.anonymise.words import detail_words

Words = tuple[int, int] | None
_BE = frozenset({"is", "was", "been", "being", "become", "became", "are", "were", "be"})
_BETWEEN = frozenset({
    "a", "an", "as", "the", "retired", "former", "ex", "serving", "trained", "qualified", "apprentice", "time", "part", "full", "self",
    "freelance", "local", "night", "shift", "agency", "trainee", "also", "then", "now", "still", "once", "both", "previously", "formerly", "well",
    "known", "professional", "amateur", "senior", "junior", "successful", "keen", "by",
})  # fmt: skip
_LEAD = frozenset(
    {
        "a",
        "an",
        "as",
        "former",
        "retired",
        "ex",
        "trained",
        "qualified",
        "serving",
        "apprentice",
        "trainee",
        "professional",
    }
)


def _before(reading: Reading, first: int) -> tuple[int, list[str]]:
    """Return where the words that lead up to a noun begin ("a retired", "a Polish"), and what stands before them."""
    begin = first
    same = reading.sentence[first]
    while begin and first - begin < 5 and reading.sentence[begin - 1] == same and not _parted(reading, begin, first):
        word = reading.words[begin - 1].text
        adjective = begin > 1 and begin == first and reading.words[begin - 2].text in _LEAD
        if word not in _BETWEEN and not adjective:
            break
        begin -= 1
    return begin, reading.before(begin, 5)


def _parted(reading: Reading, index: int, first: int) -> bool:
    return index < first and reading.words[index].before.strip() in (",", ";", ":")


def occupation(reading: Reading, first: int, last: int) -> Words:
    """ "Worked as a welder", "was a bus driver", "Mother, a nurse,", "a plumber by trade": not "the nurse said"."""
    ahead = reading.after(last, 2)
    if ahead[:1] == ["by"] and ahead[1:2] and ahead[1] in ("trade", "profession", "training", "occupation"):
        return first, last + 2
    begin, before = _before(reading, first)
    if before[-1:] == ["and"] and begin < first:
        before = reading.before(begin, 9)  # the second of two: "was a prison officer and a keen boxer"
        verb = next((n for n in range(len(before) - 1, -1, -1) if before[n] in _BE), None)
        if verb is not None and _said_of_family(reading, begin - len(before) + verb):
            return first, last
    if before[-1:] == ["be"] and before[-2:-1] == ["to"]:
        return None  # a wish: "wanted to be a vet"
    led = {word.text for word in reading.words[begin:first]}
    cued = set(before[-3:]) & detail_words("work_cues")
    if "the" in led and "as" not in led:
        return (first, last) if before[-1:] and before[-1] in _BE and _said_of_family(reading, begin - 1) else None
    if led & {"former", "retired", "serving", "apprentice", "trainee", "ex"} and _said_of_family(reading, begin):
        return first, last
    if cued and ("as" in led or before[-1] in cued):
        return first, last
    if not led & {"a", "an"} or not before:
        return None
    if before[-1] in _BE:
        return (first, last) if _said_of_family(reading, begin - 1, within=8 if "who" in before else 4) else None
    apposed = "," in reading.words[begin].before or reading.words[begin].before == " "
    return (first, last) if apposed and _said_of_family(reading, begin, within=1) else None


def _said_of_family(reading: Reading, index: int, within: int = 4) -> bool:
    """Say whether somebody of the family is the last whom the sentence speaks of within a few words before `index`."""
    for mention in reading.mentions_before(index):
        near = index - mention.last < within and reading.sentence[mention.first] == reading.sentence[max(0, index - 1)]
        return near and not mention.who.professional
    return False


def workplace(reading: Reading, first: int, last: int) -> Words:
    """ "Worked nights in a fish factory", "had a job at the airport"."""
    before = reading.before(first, 12)
    verbs = [n for n, word in enumerate(before) if word in detail_words("work_verbs")]
    leads = [n for n, word in enumerate(before) if word in ("at", "in", "on", "for")]
    if not verbs or not leads or leads[-1] < verbs[-1]:
        return None
    return (first, last) if set(before[leads[-1] :]) & {"a", "an", "the", "his", "her", "local"} else None


def origin(reading: Reading, first: int, last: int) -> Words:
    """ "Polish", "of Somali heritage": with its capital, and not of windows, food or a school subject."""
    word = reading.words[first]
    ahead = reading.after(last, 1)
    if not word.capital or (ahead and ahead[0] in detail_words("not_origin_before")):
        return None
    if tongue(reading, first, last) is not None and word.text in detail_words("language"):
        return None
    return first, last + 1 if ahead and ahead[0] in (
        "heritage",
        "origin",
        "descent",
        "national",
        "nationals",
        "background",
    ) else last


def country(reading: Reading, first: int, last: int) -> Words:
    """ "Born in Eritrea", "moved from Poland": with its capital, after a word of place or movement."""
    before = reading.before(first, 2)
    led = before[-1:] and (
        before[-1] in detail_words("country_leads")
        or (before[-1] == "the" and before[0] in detail_words("country_leads"))
    )
    return (first, last) if led and reading.words[first].capital else None


def faith(reading: Reading, first: int, last: int) -> Words:
    """ "A practising Muslim", "Jehovah's Witnesses": with its capital."""
    ahead = reading.after(last, 1)
    if not reading.words[first].capital or (
        ahead and ahead[0] in ("school", "primary", "academy", "name", "names", "aid")
    ):
        return None
    return first, last


def tongue(reading: Reading, first: int, last: int) -> Words:
    """ "Spoke Tigrinya", "a Polish interpreter", "in Urdu": a language that somebody speaks."""
    word = reading.words[first]
    if not word.capital:
        return None
    ahead, before = reading.after(last, 2), reading.before(first, 2)
    if ahead and ahead[0] in detail_words("language_follows"):
        return first, last + 1
    if before and before[-1] in (
        "spoke",
        "speaks",
        "speak",
        "speaking",
        "understands",
        "understood",
        "reads",
        "writes",
        "into",
    ):
        return first, last
    if before and before[-1] in ("is", "was") and before[0] in ("language", "tongue"):
        return first, last
    return (first, last) if word.text in detail_words("language_alone") else None


def dwelling(reading: Reading, first: int, last: int) -> Words:
    """ "Lived in a caravan", "moved to a houseboat"."""
    before = reading.before(first, 6)
    if not set(before) & {"a", "an", "the", "his", "her", "their"}:
        return None
    if before[-1] in ("a", "an", "the") and before[-2:-1] and before[-2] in ("in", "at", "on", "into", "from"):
        return first, last
    homes = detail_words("dwelling_leads") - {"in", "at", "on"}
    near = {"in", "into", "at", "on", "to", "from", "above"}
    return (first, last) if set(before) & homes and set(before) & near else None


def landmark(reading: Reading, first: int, last: int) -> Words:
    """ "A flat above a fish and chip shop", "next to the railway line"."""
    before = reading.before(first, 4)
    for back in range(1, len(before) + 1):
        word = before[-back]
        beside = word == "to" and len(before) > back and before[-back - 1] in ("next", "close", "adjacent")
        if word in detail_words("near_words") or beside:
            return first - back - beside, last
        if word not in (
            "a",
            "an",
            "the",
            "local",
            "busy",
            "old",
            "disused",
            "small",
            "large",
            "main",
            "town",
            "village",
            "only",
            "former",
        ):
            return None
    return None


def sentence(reading: Reading, first: int, last: int) -> Words:
    """ "Convicted of manslaughter", "sentenced to 12 years": what the court found or imposed."""
    ahead = reading.after(last, 8)
    for length in range(min(len(ahead), 8), 0, -1):
        for begin in range(min(3, length)):
            if "_".join(ahead[begin:length]) in detail_words("offence"):
                return first, last + length
    for step, word in enumerate(ahead[:6]):
        if word in ("years", "months", "weeks", "life") and (step or word == "life"):
            return first, last + step + 1
    sure = " ".join(each.text for each in reading.words[first:last])
    return None if sure in ("cleared", "charged", "sentence", "conviction", "convictions") else (first, last)
