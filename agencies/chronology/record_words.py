"""What an agency calls its records: the systems, books, forms, papers and pages that a source column names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

# Systems that agencies of England and Wales keep their records in.
_SYSTEMS = (
    "mosaic|liquid ?logic|ehm|eha|lcs|carefirst|framework ?i|azeus|wccis|careworks|eclipse|protocol|rio|system ?one|systm ?one|emis(?: web)?|docman|care ?notes|cerner|millennium|lorenzo|meditech|medway|badger ?net|"
    "euroking|cpoms|my ?concern|sims|arbor|bromcom|capita(?: one)?|synergy|niche|athena|storm|genie|holmes ?2?|pnc|pnd|viper|corvus|compact|cad|i ?cad|e ?pcr|e ?prf|epr|ehr|cleric|adastra|pts|n?delius|oasys|visor|p?nomis|c ?nomis|"
    "child ?view|core ?plus|ymis|northgate|civica|orchard|aareon|flare|uniform|theseus|illy|halo|on ?track|apricot|charity ?log|salesforce|share ?point|outlook|nourish|birdie|datix|ulysses|radar|iaptus|e ?cins|ecins|e ?caf|pas|pacs|"
    "xhibit|crimint|red ?sigma|intranet|one ?note|controcc|badger|symphony|nervecentre|maxims|asset ?plus|searchlight|cm ?2000|staff ?plan|person centred software|log my care|boss ?wave|farynor|cfrmis|ncrs|pds|ncalt|"
    "case ?lines|edukey|bromcom|open housing|lamplight|modus|carepath|docuware|filenet|one ?drive"
)
# What is always a record, and what is as often the kind of a contact: a letter, an e-mail, an assessment.
_RECORDS = (
    "records?|notes?|files?|folders?|books?|logs?|diary|diaries|journals?|registers?|ledgers?|charts?|cards?|sheets?|forms?|bundles?|exhibits?|databases?|systems?|portal|audit trail|audit|tracker|spreadsheets?|rota|roster|"
    "inbox|archives?|chronology|minutes|recordings?|footage|videos?|cctv|transcripts?|correspondence|print ?outs?|screen ?shots?|photographs?|photos?|maps?|tool|checklist|search(?:es)?|memory|trail|scans?|volume|folio|appendix|annex|"
    r"proforma|pro forma|template|pnb|mg ?\d+[a-z]?|kardex|body ?maps?|microfiche|mail ?box|in ?tray|white ?board|post ?its?|dictation|bwv|body worn video|marf|ppn|pad|pack|papers|case ?notes?|ticket|docket|slip|page|pages|cofnod(?:ion)?|ffeil|llyfr|ffurflen|dyddiadur|nodiadau"
)
_PAPERS = "letters?|letters in|e ?mails?|texts?|text messages?|whatsapp(?: messages?)?|fax|memo|messages?|reports?|summary|summaries|statements?|notices?|notifications?|results|tasks|plans?|assessments?|referrals?|certificate|order|agenda|llythyr|e ?bost|adroddiad"
_AFTER = r"(?: (?:of|from|by|to|on|for|at|in|re|with|dated|no|ref|pp?|page|para|vol|o|y)\b.*| ?[\w/]{0,6}\d[\w /]*)?"
_SYSTEM = re.compile(rf"\b(?:{_SYSTEMS})\b")
_RECORD = re.compile(rf"(?:[\w'&]+ ){{0,4}}(?:{_RECORDS}){_AFTER}")
_PAPER = re.compile(rf"(?:[\w'&]+ ){{0,4}}(?:{_PAPERS}){_AFTER}")
_PAGE = re.compile(
    r"(?:(?:pp?|fo?l?|para)\.? ?|(?:[Pp]ages?|[Ff]olio|[Pp]ara|[Tt]ab|[Dd]oc|[Vv]ol|[Ee]xhibit|[Aa]ppendix)\.? )\d[\w./ -]*"
)
_NUMBER = re.compile(r"[A-Z]{0,4}[ /-]?\d[\w/.,:;() -]*")
_NAME = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z][a-z]{4,}")  # "OASIS", "ChildView", "Nebula"
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Named:
    """Of the cells of a column: the shares that name a record, a paper that may as well be the kind of a contact, and a
    bare name or number that may be a record's."""

    records: float = 0.0
    papers: float = 0.0
    bare: float = 0.0


def named(cells: Sequence[str]) -> Named:
    """What the cells of a column name; the first sixty speak for all."""
    cells = cells[:60]
    if not cells:
        return Named()
    found = [_sort(cell) for cell in cells]
    return Named(*(found.count(sort) / len(found) for sort in ("record", "paper", "bare")))


@lru_cache(maxsize=2048)
def _sort(cell: str) -> str:
    """ "record" "paper" "bare" or "" for what names none."""
    words = " ".join(re.sub(r"[^\w'&]+", " ", cell.replace("’", "'")).lower().split())
    if not words or len(cell) > LONGEST or (cell.endswith(".") and words.count(" ") > 2):
        return ""
    if _RECORD.fullmatch(words) or _PAGE.fullmatch(cell.strip()) or (words.count(" ") < 5 and _SYSTEM.search(words)):
        return "record"
    if _PAPER.fullmatch(words):
        return "paper"
    return "bare" if _NUMBER.fullmatch(cell.strip()) or _NAME.fullmatch(cell.strip()) else ""
