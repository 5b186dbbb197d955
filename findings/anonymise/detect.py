"""Numbers and addresses that identify, each with the check that its issuer defines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from stdnum.exceptions import ValidationError
from stdnum.gb import nhs, upn

from findings.anonymise.figures import UNITS
from findings.anonymise.shapes import Span
from findings.anonymise.starts import CODE, FIGURES, Finder, Sought, Starts

_DASH = r"[-‐‑–—−]"
_GAP = r"[ \t\u00a0\u2007\u2009\u202f]"
_SEP = rf"(?:{_GAP}|{_DASH}|[./])"
_NUMBER_WORD = r"(?:numbers?|no\.?|nos\.?|nr\.?|num\.?|ref(?:erence)?\.?|id|i\.d\.|#|№)"
_LINK = rf"(?i:{_GAP}*(?:{_NUMBER_WORD}{_GAP}*){{0,2}}(?:\([a-z. ]{{0,12}}\))?{_GAP}*(?:[:#=–-]|is|was|of)?{_GAP}*)"
_SAID = rf"(?:(?:double|treble|triple)[ -])?(?:\d{{1,5}}|oh|zero|nought|{UNITS})"
_CODE = r"(?=[A-Z0-9/-]*\d)[A-Z0-9]+(?:[/\-.][A-Z0-9]+)*"


def _sure(found: str, before: str) -> bool | None:
    return True


@dataclass(frozen=True)
class Pattern:
    """What to look for; group "it" is the span if there is one; `check` returns whether it is certain, or None for no hit."""

    kind: str
    label: str
    regex: re.Pattern[str]
    check: Callable[[str, str], bool | None] = _sure
    needs: tuple[str, ...] = ()
    begins: str = FIGURES + "|" + CODE  # as of what is sought in starts.py


def _nhs(found: str, before: str) -> bool | None:
    """NHS number: ten digits, the last being a check digit (modulus 11). Beside the word NHS a failing one is flagged."""
    digits = re.sub(r"\D", "", found)
    near = re.search(r"\bnhs\b|\bpatient|\bhealth\b", before[-48:], re.I) is not None
    try:
        nhs.validate(digits)
    except ValidationError:
        grouped = re.fullmatch(rf"\d{{3}}{_SEP}\d{{3}}{_SEP}\d{{4}}", found) is not None
        return False if near or grouped else None
    if len(set(digits)) == 1:
        return False if near else None
    return True


def _upn(found: str, before: str) -> bool | None:
    """Unique pupil number: a letter and twelve figures, the letter being the check (Department for Education)."""
    try:
        upn.validate(found)
    except ValidationError:
        return re.search(r"\bupn\b|pupil", before[-30:], re.I) is not None or False
    return True


def _ni(found: str, before: str) -> bool | None:
    """National Insurance number: HMRC's prefixes; beside its name any such number."""
    prefix = re.sub(r"\W", "", found)[:2].upper()
    bad = prefix[0] in "DFIQUV" or prefix[1] in "DFIQUVO" or prefix in {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"}
    return not bad


def _phone(found: str, before: str) -> bool | None:
    """A telephone number of this country; figures that could be another number are told by the words before them."""
    digits = re.sub(r"\D", "", re.sub(r"\(0\)|,?.?(?:x|ext).*", "", found, flags=re.I))
    digits = re.sub(r"^(?:0044|44)", "0", digits) if digits.startswith(("0044", "44")) else digits
    if re.search(r"\b(?:nhs|urn|crime|ref|invoice|case|hospital|mrn)\b[^.]{0,14}\Z", before, re.I):
        return None
    if not digits.startswith("0") or len(digits) not in (10, 11):
        return None
    return True


def _said_aloud(found: str, before: str) -> bool | None:
    """A telephone number in words ("oh seven double two"): ten or eleven figures are one, and a person decides."""
    figures = 0
    for times, figure in re.findall(rf"(double|treble|triple)?[ -]?(\d+|oh|zero|nought|{UNITS})", found, re.I):
        figures += len(figure) if figure.isdigit() else 1
        figures += {"": 0, "double": 1}.get(times.lower(), 2)
    return False if 9 <= figures <= 12 and re.search("[a-z]", found, re.I) else None


def _outward(found: str, before: str) -> bool | None:
    """The first half of a postcode counts when the words before speak of an address."""
    word = (
        r"(?:postcode|post code|postal|area|district|address|live[sd]?|living|moved|in|near|to|from|at|of|around|the)"
    )
    street = "(?:street|st|road|rd|lane|ln|avenue|ave|close|drive|court|crescent|place|terrace|way|grove|gardens|walk)"
    return (
        True
        if re.search(
            rf"\b(?:postcode|post code|area|district|address)\b[^.\n]{{0,30}}\Z|\b{word}\s+\Z|\b{street},?\s+\Z|\b(?:in|at|from|near)\s+(?-i:[A-Z])\w+,\s+\Z",
            before,
            re.I,
        )
        else None
    )


def _vehicle(found: str, before: str) -> bool | None:
    """A current registration mark (two letters, two figures, three letters); older forms only beside a word for a car."""
    if re.fullmatch(rf"[A-Z]{{2}}\d{{2}}{_GAP}?[A-HJ-PR-Z]{{3}}", found):
        return True
    if re.fullmatch(r"Y(?:1[0-3]|[1-9])|(?:BP|BMI|HR|RR|GCS|BM)\W?\d+", found):
        return None  # a year of school, or what was measured
    near = re.search(
        r"\b(?:reg|registration|vrm|vehicle|car|van|plate|plates|index|driving|motorbike|bmw|ford|vauxhall|audi)\b",
        before[-60:],
        re.I,
    )
    return True if near else None


def _coded(found: str, before: str) -> bool | None:
    """A code behind a word such as "case" needs four figures, unless a word like "number" or a colon announces it."""
    digits = sum(character.isdigit() for character in found)
    announced = re.search(rf"(?:\b{_NUMBER_WORD}|[:#=]){_GAP}*\Z", before, re.I) is not None
    if not announced and re.fullmatch(r"(?:[01]\d|2[0-3])[0-5]\d", found):
        return False  # or a time of day
    if re.fullmatch(r"(?:19|20)\d\d(?:[-/]\d\d)?", found):
        return False if announced or re.search(r"\b(?:log|cad)\W*\Z", before, re.I) else None
    return True if digits >= 4 or (announced and digits >= 2) else None


def _led(kind: str, label: str, words: str, code: str, check: Callable[[str, str], bool | None] = _sure) -> Pattern:
    """Return what to look for when a code stands behind `words`: it begins with one of the words in them."""
    regex = re.compile(rf"(?<![A-Za-z])(?i:{words}){_LINK}(?P<it>{code})(?![A-Za-z0-9]|,\d)")
    runs = re.findall("[a-z]+", re.sub(r"\\.", " ", words).lower())
    return Pattern(kind, label, regex, check, begins="|".join(run if len(run) > 1 else run + r"\Z" for run in runs))


# A day or a time of day behind a code is not part of it.
_NO_DAY = r"(?!\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d\d)\b|\d{1,2}:\d\d|\d{1,2}[A-Z]{3}\d\d)"
_LONG_CODE = rf"(?=[A-Z0-9/-]*\d)[A-Z0-9]+(?:(?:[/\-.](?=[A-Z0-9/-]*\d)| {_NO_DAY}(?=[A-Z0-9]*\d))[A-Z0-9]+)*"


def _grouped(found: str, before: str) -> bool | None:
    """Letters and figures in groups are a reference, but for a day, a year, a range and a sickness named by its year."""
    if re.fullmatch(r"\d{1,2}[-/][A-Z]{3,9}[-/]\d{2,4}|[A-Z]+[-/](?:19|20)\d\d|(?:19|20)\d\d[-/][A-Z]+", found):
        return None
    return True


_INWARD = r"\d[ABD-HJLNP-UW-Z]{2}"
_OUTWARD = r"(?:GIR|(?:[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y])))"
_AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU "
    "GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE "
    "PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)


def _postcode(found: str, before: str) -> bool | None:
    area = re.match(r"[A-Za-z]+", found)
    return True if area and (area.group().upper() in _AREAS.split() or found.upper().startswith("GIR")) else None


PATTERNS: tuple[Pattern, ...] = (
    Pattern("email", "[e-mail address]", re.compile(r"[\w.+'%-]+@[\w-]+(?:\.[\w-]+)+", re.U), needs=("@",), begins=""),
    Pattern("email", "[e-mail address]", re.compile(r"[\w.+-]+ ?(?:(?:\(at\)|\[at\]) ?[\w-]+(?:\.| ?\(dot\) ?| ?\[dot\] ?| dot )| at [\w-]+ ?(?:\(dot\)|\[dot\]| dot ) ?)[\w-]+(?:(?:\.| ?\(dot\) ?| ?\[dot\] ?| dot )\w+)*", re.I), needs=("(at)", "[at]", "(AT)", "[AT]", "(dot)", "[dot]", " dot "), begins=""),
    Pattern("url", "[web address]", re.compile(r"\b(?:https?://|ftp://|www\.)[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]'’]", re.I), begins="http|ftp|www"),
    Pattern("url", "[web address]", re.compile(r"\b(?:[a-z0-9-]+\.)+(?:co\.uk|org\.uk|gov\.uk|nhs\.uk|sch\.uk|ac\.uk|police\.uk|com|org|net|info|io|me|uk)(?:/[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]'’])?(?![\w@])", re.I)),
    Pattern("url", "[user name]", re.compile(r"(?<![\w@./\]])@[A-Za-z_][\w.]{2,29}\w"), begins="@"),
    _led("police_ref", "[police reference]", r"(?:police\s+)?URN|CAD|CRIS|NICHE|CRO|PNC(?:\s*ID)?|police log|STORM|MERLIN|ATHENA|SID|INTEL", _LONG_CODE),
    _led("police_ref", "[police reference]", r"crime(?:\s+(?:reference|ref|report))?(?:\s+number)?|incident|occurrence|custody|CRN|log|intelligence report|DASH|police(?:\s+(?:reference|ref|report))?", _LONG_CODE, _coded),
    Pattern("police_ref", "[police reference]", re.compile(r"\b\d{2}[A-Z]{1,2}\d?/\d{3,7}/\d{2}\b|\b\d{2}/\d{4,7}/\d{2}\b|\b(?:[A-Z]{2,4} )?\d{2}\*\d{4,8}\b|\b[A-Z]{2,4}[-/]\d{6,8}[-/]\d{3,4}\b|(?<![\w/-])(?:19|20)\d{6}-\d{3,5}\b|\b5x5x5/\d\d/\d{3,8}\b|\b\d\d[A-Z]{2,5}\d{5,8}\b")),
    Pattern("court_no", "[court number]", re.compile(r"\b(?:[A-Z]{2}\d{2}[A-Z]\d{5}|ZC\d{2}[A-Z]\d{5}|ZE\d{2}[A-Z]\d{5}|ZW\d{2}[A-Z]\d{5}|[A-Z]{2}\d{2}[A-Z]{1,2}\d{4,5}|FD\d{2}[A-Z]\d{5}|[A-Z]\d{2}[A-Z]{2}\d{3,4}|T\d{8}|S\d{8}|\d{2}[A-Z]{2}\d{7,8})\b")),
    _led("court_no", "[court number]", r"(?:family\s+|crown\s+|county\s+|high\s+|magistrates\s+|youth\s+)?court(?:\s+case|\s+of\s+protection)?|proceedings|COP|claim|indictment|inquest", _CODE, _coded),
    Pattern("nhs_number", "[NHS number]", re.compile(rf"(?<![\d+])(?<!\+\d )(?<!\+\d\d )(?<!\d[.,/-])\d{{3}}{_SEP}?\d{{3}}{_SEP}?\d{{4}}(?![\d])(?![/-]\d)"), _nhs),
    Pattern("nhs_number", "[NHS number]", re.compile(rf"[^\W\d_]*NHS[^\d\n]{{0,25}}(?P<it>\d(?:{_SEP}?\d){{8,10}})(?!\d)"), lambda found, before: False, begins=r"\w*nhs"),
    Pattern("nhs_number", "[NHS number]", re.compile(r"(?i:\bCHI\b|health and care number|\bH&C\b)[^\d\n]{0,20}(?P<it>\d{3} ?\d{3} ?\d{4})(?!\d)"), begins=r"chi|health|h\Z"),
    Pattern("ni_number", "[National Insurance number]", re.compile(rf"(?<![A-Za-z0-9])[A-Za-z]{{2}}{_SEP}?\d{{2}}{_SEP}?\d{{2}}{_SEP}?\d{{2}}{_SEP}?[A-Da-d](?![A-Za-z0-9])"), _ni),
    _led("ni_number", "[National Insurance number]", r"NI(?:NO)?|national insurance", rf"[A-Z]{{2}}{_SEP}?\d{{2}}{_SEP}?\d{{2}}{_SEP}?\d{{2}}(?:{_SEP}?[A-Z])?"),
    Pattern("phone", "[telephone number]", re.compile(rf"(?<![\w/+])(?:\+{_GAP}?44{_GAP}?(?:\(0\))?|0044{_GAP}?(?:\(0\))?|\(?0)(?:{_GAP}|{_DASH}|[().])*\d(?:(?:{_GAP}|{_DASH}|[().]){{0,2}}\(?\d){{7,9}}(?:,?{_GAP}?(?:x|[Ee]xt\.?|[Ee]xtension){_GAP}?\d{{1,6}})?(?!\d)"), _phone, begins=r"[0+(]"),
    Pattern("phone", "[telephone number]", re.compile(rf"(?i:\b(?:tel|telephone|phone|mobile|mob|call(?:ed)?|ring|rang|fax|text(?:ed)?|ext|extension)\b)[.:]?{_GAP}*(?:(?i:number|no|on)\.?:?{_GAP}*)?(?:{_GAP}*(?i:was|is){_GAP}+)?(?P<it>\+?\d[\d \u00a0()-]{{4,15}}\d)(?!\d)"), begins="tel|phone|mob|call|ring|rang|fax|text|ext"),
    Pattern("phone", "[telephone number]", re.compile(rf"(?<![\w-])(?:0\d{{0,4}}|oh|zero|nought)(?:(?:,{_GAP}?|{_GAP}|-){_SAID}){{4,11}}(?![\w-])", re.I), _said_aloud, needs=("oh", "zero", "nought", "double", "OH", "ZERO"), begins="0|oh|zero|nought"),
    Pattern("phone", "[telephone number]", re.compile(rf"(?<![\w/+])(?:\+|00)(?!44)[1-9]\d{{0,2}}(?:(?:{_GAP}|{_DASH}|[().]){{0,2}}\d){{7,12}}(?!\d)"), begins=r"[0+]"),
    Pattern("postcode", "[postcode]", re.compile(rf"(?<![A-Za-z]){_OUTWARD}{_GAP}?{_INWARD}(?![A-Za-z0-9])", re.I), _postcode),
    Pattern("postcode", "[postcode]", re.compile(rf"(?<![A-Za-z0-9]){_OUTWARD}[\n\u00a0 ]{{1,3}}{_INWARD}(?![A-Za-z0-9])", re.I), _postcode),
    Pattern("vehicle", "[vehicle registration]", re.compile(rf"(?<![A-Za-z0-9])(?:[A-Z]{{2}}\d{{2}}{_GAP}?[A-HJ-PR-Z]{{3}}|[A-HJ-NPR-Y]\d{{1,3}}{_GAP}?[A-HJ-PR-Y]{{3}}|[A-Z]{{3}}{_GAP}?\d{{1,3}}[A-HJ-NPR-Y]|[A-Z]{{1,3}}{_GAP}?\d{{1,4}})(?![A-Za-z0-9])"), _vehicle),
    Pattern("vehicle", "[vehicle registration]", re.compile(rf"(?i:\b(?:reg(?:istration)?|vrm|index|plates?)(?:{_GAP}*(?:no|number|mark))?[.:]?{_GAP}*(?:is{_GAP}+|was{_GAP}+)?)(?P<it>(?i:[A-Z]{{2}}\d{{2}}{_GAP}?[A-Z]{{3}}|[A-Z]\d{{1,3}}{_GAP}?[A-Z]{{3}}))(?![A-Za-z0-9])"), begins="reg|vrm|index|plate"),
    Pattern("vehicle", "[vehicle registration]", re.compile(rf"(?i:\b(?:reg(?:istration)?|vrm|index|plates?){_GAP}+(?:ending|ends|beginning|begins|starting|starts|partial|part)(?:{_GAP}+(?:in|with))?){_GAP}+(?P<it>[A-Z0-9]{{2,5}})\b"), begins="reg|vrm|index|plate"),
    Pattern("case_id", "[pupil number]", re.compile(r"(?<![A-Za-z0-9])[A-HJ-NP-RT-Z]\d{11}[A-Z0-9](?![A-Za-z0-9])"), _upn),
    Pattern("case_id", "[collar number]", re.compile(rf"(?<![A-Za-z])(?:WPC|PC|PCSO|PS|DC|DS|(?i:collar|badge|warrant|shoulder)){_LINK}(?P<it>[A-Z]{{0,2}}/?\d{{3,6}}[A-Z]?)(?![A-Za-z0-9/])"), begins="wpc|pc|ps|dc|ds|collar|badge|warrant|shoulder"),
    _led("case_id", "[case number]", r"MRN", _LONG_CODE, _coded),
    Pattern("case_id", "[case number]", re.compile(r"(?<![\w/-])(?=[0-9/-]*[A-Z])(?=(?:[A-Z/-]*\d){4})[A-Z0-9]{1,10}(?:[/-][A-Z0-9]{1,10}){1,5}(?![\w/-])"), _grouped),
    _led("case_id", "[case number]",
        r"LCS|liquid\s?logic|mosaic|care\s?first|ICS|EHM|e-CAF|eCAF|azeus|paris|rio|emis|system\s?one|systmone|lorenzo|cerner|"
        r"(?:hospital|patient|unit|district|hosp\.?)|MRN|PAS|A&E(?:\s+attendance)?|UPN|ULN|pupil|student|client|service user|swift|"
        r"case|file|record|referral|person|child|social care|social services|adult social care|family|datix|STEIS|StEIS|"
        r"safeguarding|concern|tenancy|rent account|account|claim|passport|driving licen[cs]e|licen[cs]e|home office|HO|UASC|"
        r"asylum|prison|prisoner|NOMS|delius|ndelius|CRN|ref|our ref|your ref|LADO|MARAC|MASH|EHCP|SEN|invoice|badge|collar|warrant|shoulder|GMC|NMC|HCPC|SWE|PIN",
        _LONG_CODE, _coded),
    Pattern("case_id", "[case number]", re.compile(r"(?<![A-Za-z0-9])(?:[A-Z]{2,5}[-/]\d{4,10}(?:[-/]\d+)*|[A-Z]{1,4}\d{6,12}[A-Z]?|[A-Z]\d{4}[A-Z]{2})(?![A-Za-z0-9])")),
    Pattern("case_id", "[case number]", re.compile(rf"(?<![A-Za-z0-9£])(?:[A-Z]{{1,4}}{_GAP}\d{{6,8}}|[A-Z]-\d{{5,8}})(?![A-Za-z0-9]|[.,]\d)"), lambda found, before: "-" in found),
    Pattern("postcode", "[part of a postcode]", re.compile(rf"(?<![A-Za-z0-9])(?:{_OUTWARD})(?:{_GAP}\d(?=-(?!\w)|[.,;:)\n]|$)|(?![A-Za-z0-9]|{_GAP}?\d))"), lambda found, before: _outward(found, before) if _postcode(found, before) else None, begins=r"1|gir\Z"),
    Pattern("case_id", "[case number]", re.compile(r"(?i:\bref(?:erence)?(?:\s+[a-z]+){1,6}\s+is)\s+(?P<it>[A-Z]{0,4}\d{5,})(?![\w/])"), begins="ref"),
    Pattern("case_id", "[number]", re.compile(r"(?<=[^\W\d_], )\d{6,8}(?=\s*(?:\n|$))"), lambda found, before: False, begins="0"),
    Pattern("case_id", "[number]", re.compile(r"(?<![\d.,£$€+])\d(?:[ \-]?\d){8,}(?![\d]|[.,]\d)"), lambda found, before: False, begins="0"),
)  # fmt: skip


_ONLINE_KINDS = ("email", "url")
ONLINE = tuple(pattern for pattern in PATTERNS if pattern.kind in _ONLINE_KINDS)
NUMBERS = tuple(pattern for pattern in PATTERNS if pattern not in ONLINE)
_FINDERS = {
    patterns: Finder([Sought(one.regex, one.begins, one.needs) for one in patterns]) for patterns in (ONLINE, NUMBERS)
}


LABELS = re.compile(
    "|".join(re.escape(label) for label in sorted({p.label for p in PATTERNS} | {"[date of birth removed]"}))
)


def pattern_spans(starts: Starts, patterns: tuple[Pattern, ...]) -> Iterator[Span]:
    """Yield the numbers and addresses of a text, in the order of `patterns`; they may overlap: the first found counts."""
    for number, match in _FINDERS[patterns].found(starts):
        pattern = patterns[number]
        group = "it" if "it" in pattern.regex.groupindex else 0
        found, start, end = match.group(group), match.start(group), match.end(group)
        sure = pattern.check(found, starts.text[max(0, start - 60) : start])
        if sure is not None:
            reason = "looks right by its form" if sure else "has the form but fails its check"
            yield Span(start, end, pattern.kind, (), pattern.label if sure else None, reason)
