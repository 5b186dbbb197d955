"""The words that stand above the columns of action plans, and what each is taken for."""

from __future__ import annotations

import re
from functools import lru_cache

from agencies.chronology.headings import normal

FIELDS = (
    "number", "theme", "recommendation", "scope", "agency", "action", "lead", "sponsor", "milestones", "start",
    "target", "revised", "timescale", "status", "rag", "completion", "progress", "evidence", "critical_friend", "measure",
)  # fmt: skip
# A table has actions or recommendations under one of these.
TELLING = ("action", "recommendation")
LONGEST = 120

_REC = r"(?:rec(?:ommendation)?s?|rec no)"
_ACT = r"(?:agreed |proposed |smart |key |specific |required |planned |multi agency )*actions?"
# (field, confidence, the whole heading as a pattern); the highest confidence wins, then the first.
PATTERNS: tuple[tuple[str, float, str], ...] = (
    ("number", 1.0, rf"(?:{_REC} |action |item |unique |id |serial )*(?:no|nos|num(?:ber)?|ref(?:erence)?(?: (?:no|number))?|id|#)|#|n o|item|line|rhif|{_REC}/action (?:no|number|ref)"),
    ("theme", 1.0, r"(?:(?:key |sar |review |learning )*(?:findings?|themes?|priority|priorit(?:y|ies) areas?|lessons?(?: learn(?:t|ed))?|learning(?: points?)?|issues?(?: identified)?|key lines? of enquiry|kloes?|area for improvement|strategic (?:aim|priority|objective)))(?: ?(?:/|or|and|&) ?(?:themes?|findings?|learning|area))*|thema"),
    ("recommendation", 1.0, rf"(?:{_REC}|argymhelliad(?:au)?)(?: (?:text|wording|from (?:the )?(?:review|report|sar|scr|lcspr|dhr)|of (?:the )?review|made|number and text|and number|agreed|overview report))*|(?:overview report|sar|scr|lcspr|review|multi agency|single agency|board|imr|agency) recommendations?|recommendations? ?/ ?findings?"),
    ("scope", 1.0, r"single agency ?(?:/|or) ?multi agency|multi agency ?(?:/|or) ?single agency|(?:scope|level)(?: of (?:the )?recommendations?)?(?: .*(?:local|regional|national).*)?|local ?/ ?regional(?: ?/ ?national)?"),
    ("agency", 1.0, r"(?:relevant |lead |responsible |owning |delivering |partner |lead/responsible |named )*(?:agency|agencies|organisations?|partners?|partner agencies|agency/agencies|agency/ies|agency ies)(?: (?:lead|responsible|involved|concerned|to action|name|or service))*|agency ?(?:/|and|&) ?(?:organisation|service)s?|asiantaeth(?:au)?"),
    ("agency", 0.95, r"(?:lead |responsible |owning )?(?:agency|agencies|organisation|partner) ?(?:/|and|&|or) ?(?:responsible |lead |named )*(?:person|officer|lead|manager|owner)s?|(?:owner|lead|responsible)s? \((?:lead )?(?:agency|agencies|organisation)\)"),
    ("agency", 0.8, r"(?:service|directorate|department|lead body|responsible body|who is responsible|responsibility|responsible)"),
    ("action", 1.0, rf"{_ACT}(?: (?:to (?:be )?taken?|required|needed|agreed|to take|points?|plan|to address.*|description|in response.*|by (?:the )?agency|to achieve.*))*|(?:agency )?actions?\(s\)|agency actions?|(?:what (?:needs to be done|we will do|will we do|do we need to do|do we have to do|will be done|needs to happen|are we going to do|is required)|steps? to be taken|tasks?|description of action|intended action|activity|camau(?: gweithredu)?|how will (?:we|this) (?:do it|be achieved))\??"),
    ("lead", 1.0, r"(?:lead|responsible|named|action|accountable|nominated)(?: (?:lead|responsible|accountable))? (?:person|persons|officers?|professional|manager|individual|owner|name)s?(?: .*)?|person(?:s)? responsible|officer(?: responsible)?|by whom\??|who\??|who by\??|who will (?:do|lead on|deliver) (?:it|this)(?: and .*)?\??|implementation (?:lead|officer)|whom|leads?|action (?:lead|owner)|assigned to|swyddog(?: arweiniol)?|lead officer/em"),
    ("lead", 0.9, r"owners?|action owners?|owned by|task owner"),
    ("sponsor", 1.0, r"(?:executive|exec|senior|board|strategic|director|slt|accountable executive)(?: level)? (?:sponsor|lead|owner|oversight|director)s?|sponsors?|senior responsible (?:owner|officer)|sro"),
    ("milestones", 1.0, r"(?:key |interim |agreed )*milestones?(?: (?:achieved|met|and dates|in enacting.*|achieved in enacting.*))*|(?:key )?(?:steps|stages)"),
    ("start", 1.0, r"(?:start(?:ed|ing)?|commencement|commenced|date (?:set|agreed|started|raised|opened)|date of (?:agreement|plan)|opened|date added)(?: (?:date|on))?|start by"),
    ("revised", 1.0, r"(?:revised|new|extended|amended|updated|re set|current)(?: (?:target|due|completion|end|review))* (?:date|deadline|timescale|target)s?|revised(?: target)?|extension(?: date)?|date extended to"),
    ("target", 1.0, r"(?:target|due|planned completion|expected completion|anticipated completion|proposed completion|deadline|completion due|end|original(?: target)?|target completion|implementation|projected completion)(?: (?:date|by|for completion|completion))*|by when\??|when will (?:it|this) be (?:done|completed?|achieved)(?: by)?\??|when(?: by)?\??|deadline|date (?:due|for completion|to be completed(?: by)?|for implementation)|due|target|exec date|dyddiad targed"),
    ("target", 0.9, r"time ?(?:scales?|frames?|lines?|limit)(?: for (?:completion|delivery|implementation))?|complete by|completion by|to be completed by|amserlen"),
    ("timescale", 1.0, r"time ?(?:scales?|frames?|lines?)(?: for .*)? ?(?:and|&|/|\+|,) ?(?:progress|updates?|status|outcome|current position)(?: .*)?|(?:target )?(?:dates?|deadline) ?(?:and|&|/) ?progress(?: .*)?|progress ?(?:and|&|/) ?time ?scales?"),
    ("status", 1.0, r"(?:current |action |overall |implementation |progress |completion )*(?:status|state)(?: (?:of action|update))?|open ?/ ?closed|complete\??(?: y/n)?|completed\??(?: (?:y/n|yes/no))?|statws|status ?(?:and|&|/) ?dates?"),
    ("rag", 1.0, r"red,? ?/?amber,? ?/?(?:and )?green|(?:board |overall )?assurance rating|(?:current |brag |b?rag)(?: ?/? ?(?:rating|status|rated|score|colour|\(.*\)))*|b?rag|b?rag (?:rating|status).*|traffic light.*|colour|rag ?(?:and|&|/) ?(?:status|date)(?: .*)?|status ?/ ?b?rag|status \(?b?rag\)?|b?rag ?/ ?status"),
    ("completion", 1.0, r"(?:date of completion|completion date|date completed?|completed(?: on| date)?|date of completion and outcome|completion)(?: ?(?:and|&|/) ?outcomes?(?: .*)?)?|outcome ?(?:and|&|/) ?(?:completion date|date completed|date of completion)|actual (?:completion )?date|date (?:action )?(?:achieved|closed|signed off)|closed(?: on)?|closure date"),
    ("progress", 1.0, r"(?:(?:current|latest|quarterly|agency|monthly|board|partner|narrative|action) )*(?:progress|updates?|progress updates?|position statement|commentary)(?: (?:to date|notes?|made|so far|report|narrative|comments?|and outcomes?|on actions?|against action|/ ?(?:outcomes?|updates?|comments?)))*(?: .*(?:20\d\d|q[1-4]).*)?|outcomes?(?: achieved)?|actions? taken|(?:current|latest|present) position|(?:summary of )?actions? taken(?: (?:to date|and date|& date|so far))*|what have we done.*|what has been done.*|diweddariad|cynnydd"),
    ("progress", 0.8, r"comments?|notes?|remarks?|updates? ?/ ?comments?|comments? ?/ ?updates?|further comments?|sylwadau"),
    ("evidence", 1.0, r"(?:supporting |documentary |source of |sources of )*evidence(?: (?:of|that|to|for|provided|submitted|required|base|and assurance|held|file|link|reference).*)?|(?:supporting )?documents?|assurance(?: (?:and evidence|provided|given|received|sought))?|how (?:is|was|will) (?:it|this) (?:be )?evidenced\??|tystiolaeth"),
    ("critical_friend", 1.0, r"(?:.*\b)?critical friend(?: .*)?|(?:scrutineer|independent scrutiny|scrutiny|challenge|assurance (?:lead|panel)|quality assurance|qa|chair|subgroup)(?: ?s)? (?:comments?|challenge|view|feedback)"),
    ("measure", 1.0, r"(?:(?:impact|outcome|success|performance) (?:measures?|criteria|indicators?)|measures? of (?:success|impact)|(?:intended|expected|desired|anticipated) (?:outcomes?|impact)|how will (?:we|you) (?:know|measure)(?: .*)?|what will success look like|what difference.*|impact(?: .*)?|outcome ?/ ?impact|success(?: looks like)?|kpis?|what does good look like)\??"),
)  # fmt: skip
_COMPILED = tuple((name, sure, re.compile(pattern)) for name, sure, pattern in PATTERNS)
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")


@lru_cache(maxsize=2048)
def meaning(heading: str) -> tuple[str, float]:
    """The field a heading is taken for and how surely; ("", 0.0) where it says nothing known.

    What stands in brackets explains ("Scope (local, regional, national)"): a heading is read with it and without.
    """
    if not heading or len(heading) > LONGEST:
        return "", 0.0
    best = _meaning(normal(heading))
    for less, text in ((0.02, _BRACKETS.sub(" ", heading)), (0.04, re.split(r"[:?]|\be\.g\b|\bi\.e\b", heading)[0])):
        found = _meaning(normal(text))
        if found[1] - less > best[1]:
            best = (found[0], found[1] - less)
    return best


def _meaning(text: str) -> tuple[str, float]:
    best = ("", 0.0)
    for name, sure, pattern in _COMPILED:
        if sure > best[1] and pattern.fullmatch(text):
            best = (name, sure)
    return best
