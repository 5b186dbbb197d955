"""The words that stand above the columns of chronologies, English and Welsh, and what each is taken for."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from agencies.chronology.heading_words import leaning
from agencies.chronology.source_headings import SOURCE_HEADINGS

# Fields that a row has places for, and fields that are told apart so as not to be taken for them.
CORE = ("date", "end_date", "time", "end_time", "source", "event", "action")
KEPT = (
    "recorded_date", "recorded_time", "other_date", "weekday", "ref", "people", "author", "seen", "voice", "comment",
    "good_practice", "impact", "sub_service", "confidentiality", "kind", "place", "term", "meaning", "version", "quality", "other",
)  # fmt: skip
FIELDS = frozenset((*CORE, *KEPT))

_RECORDED = r"(?:record(?:ed|ing)?|enter(?:ed)?|entry|made|logg?(?:ed)?|creat(?:ed|ion)|input(?:ted)?|typed?|keyed|written(?: up)?|complet(?:ed|ion)|add(?:ed)?|upload(?:ed)?|updated?|modified|saved|submitted|submission|compiled|transcribed|inserted|posted)"
_HAPPENED = r"(?:event|incident|contact|visit|call|attendance|appointment|consultation|activity|occurrence|offence|referral|meeting|admission|session|encounter|concern|disclosure|episode|intervention|significant event|key event|assault|report|action|service|response|arrival)"
_SPAN = (
    r"(?:occurred|committed|happened|offence|event|incident|occurrence|period|episode|absence|stay|admission|placement)"
)

# Words after which a heading is no longer what its noun says: "action owner", "incident number".
_NO_LABEL = r"(?!.*\b(?:dates?|times?|owner|whom?|by|types?|codes?|category|status|ref\w*|due|level|no|numbers?|id|names?|address|phone|e ?mail|location|income|priority|required|outstanding|lead|duration|form)$)"

# (field, confidence, the whole heading as a pattern); the first that fits with the highest confidence wins.
PATTERNS: tuple[tuple[str, float, str], ...] = (
    ("other_date", 1.0, r"d ?o ?b|date of birth|birth ?date|dyddiad geni|d o d|date of death"),
    ("other_date", 0.95, r"(?:target|due|review|completion|next review|next appointment|approval|follow up|expiry|issue|closure|publication|return|sign off|discharge) date|(?:due|approved) (?:by|on)|date (?:due|of review|of next .*|approved|closed|for completion|of issue|completed by|returned|signed)|by when|timescales?|deadline"),
    ("recorded_date", 0.95, rf"date (?:the )?(?:(?:entry|record|note|event|incident|case note|log)s? )?(?:was )?{_RECORDED}(?: (?:on|onto|in|to|into|by) .*)?"),
    ("recorded_date", 0.95, r"(?:(?:entry|record|note|log|case note|event|incident|system|audit) )?(?:was )?(?:recorded|entered|made|logged|created|creation|input|typed|keyed|recording|written up|uploaded|updated|modified|submitted|added)(?: (?:on|at|date|on date|date(?: and |/| )?time|timestamp|on system|on the system))?(?: system)?"),
    ("recorded_date", 0.99, r"date of (?:the )?(?:entry|recording|record|input|note|log entry|data entry)"),
    ("recorded_date", 0.9, r"(?:entry|record|recording|log|audit|system|input|data entry|note) (?:date(?: ?(?:and|/|&|-)? ?time)?|timestamp|made on)|(?:dyddiad )?(?:y )?cofnodwyd(?: ar)?|dyddiad (?:y )?(?:cofnodi|cofnod|mewnbynnu)"),
    ("recorded_time", 0.95, r"time (?:of )?(?:the )?(?:entry |record )?(?:was )?(?:recorded|entered|logged|entry|made|created|input|recording)|(?:entry|recorded|recording|logged) time"),
    ("end_date", 1.0, r"(?:end|finish|finishing|until|last) date|date (?:to|ended|end|until|finish(?:ed)?)|(?:event )?end(?:ed)? (?:date|on)(?: of event)?|end date/time|end date (?:and|&) time|end of (?:event|period)|to date|date to|dyddiad (?:gorffen|diwedd|hyd|dod i ben)"),
    ("end_date", 0.99, r"date (?:of )?discharged?|discharge date|discharged(?: on)?"),
    ("other_date", 0.95, r"(?:date )?(?:asked|requested|invited|chased|received back|sent back)(?: on| date)?"),
    ("end_date", 1.0, r"date ?(?:and |& ?|/ ?)?time (?:to|end(?:ed)?|finish(?:ed)?|until|of end)|(?:end|finish|to) date ?(?:and |& ?|/ ?)?time|(?:finish(?:ed)?|ended|until) (?:at|on)"),
    ("end_date", 0.95, r"(?:departure|leaving|left|cleared) date|date (?:of )?(?:departure|leaving|left|cleared)"),
    ("date", 0.9, rf"(?:{_HAPPENED}|occurred|happened|took place|held|seen|attended|visited|committed|observed|contacted|reviewed|started|began|called|received|call received|reported) (?:at|on)|(?:{_HAPPENED} )?(?:date ?time|time ?stamp|date ?stamp)"),
    ("end_date", 0.97, rf"{_SPAN} (?:date )?(?:to|until|end(?:ed|s)?)(?: date)?(?: ?(?:/|and|&)? ?time)?"),
    ("date", 0.97, rf"{_SPAN} (?:date )?(?:from|start(?:ed|s)?)(?: date)?(?: ?(?:/|and|&)? ?time)?"),
    ("date", 0.95, rf"day (?:of|on which) (?:the )?{_HAPPENED}"),
    ("time", 0.69, r"time in|in time"),
    ("end_time", 0.69, r"time out|out time"),
    ("date", 0.6, r"arrived|arrival"),
    ("end_date", 0.6, r"left"),
    ("date", 0.9, r"(?:day|date|month|diwrnod|dyddiad|mis)(?: ?/ ?(?:month|mis))? ?/ ?(?:year|blwyddyn)"),
    ("end_date", 0.7, r"to|until|end|ended|finish|hyd|diwedd"),
    ("date", 1.0, r"dates?|dyddiad(?:au)?|date or period of event|date of event|event date|start date|date from|from date"),
    ("date", 0.98, rf"(?:{_HAPPENED}) (?:start )?date(?:s)?(?: ?(?:and|&|/|-|,) ?(?:approx(?:imate)? )?times?)?(?: of {_HAPPENED})?|date(?:s|\(s\))?(?: (?:and|or|&|/) (?:approx(?:imate)? )?times?)? (?:of|when|on which)(?: the)? (?:.*)"),
    ("date", 0.95, r"(?:start )?dates? ?(?:and|&|/|\+|-|,|@|or)? ?(?:times?|periods?|day|approx(?:imate)? time)(?: of .*)?|date and day|day (?:and|&|/)? ?date|day/date|(?:start|from|started|begin|began|occurred|happened|when|period|admitted(?: on)?|date occurred|date happened|occurred (?:on|at)|event occurred|date started|date (?:dd.*)|when did (?:it|this) (?:happen|occur)|when it happened|time ?(?:and|&|/)? ?date|dates? ?(?:from|started|start)|pryd|date approx(?:imate)?|approx(?:imate)? date|approximate dates?|exact date|period of (?:event|time)|date seen)"),
    ("date", 0.7, r"(?:date )?(?:received|reported)"),
    ("date", 0.65, r"(?:999 |111 |101 )?(?:call|alert) received"),
    ("date", 0.6, r"date\b.*|.* dates?"),
    ("date", 0.9, r"dyddiad (?:y )?(?:digwyddiad|cychwyn|dechrau|cyswllt|ymweliad)|dyddiad (?:a|ac|neu|/|&) ?(?:r )?(?:amser|chyfnod|cyfnod)|dyddiad(?: \S+){1,3}|date ?\(.*\)|date \d?|timestamp|date ?stamp|datetime|month|mis|year|quarter|week|term|fortnight|chwarter|wythnos|tymor|week no|month and year|month/year"),
    ("end_time", 1.0, r"(?:end|finish|finishing) time|time (?:to|ended|end|until|finish(?:ed)?|left|cleared?)|end time of event|amser (?:gorffen|diwedd|hyd)|departed|time departed|discharged? time|time (?:of )?discharged?"),
    ("time", 1.0, r"times?|amser|start time|time (?:from|started|start|(?:of )?(?:the )?(?:event|incident|contact|call|visit|attendance|occurrence|arrival|arrived|admission|admitted|seen)(?: (?:received|made|started|began))?)|(?:event|incident|contact|call|visit|attendance|arrival|appointment) time|amser (?:cychwyn|dechrau|y digwyddiad)"),
    ("time", 0.9, r"time (?:\(?24.*|\(?hh.*|hrs|hours|if known|approx(?:imate)?|am/pm|\(.*\)|of day|occurred|where known|24h.*|received|reported|call(?:ed)?)|(?:approx(?:imate)?|24 ?h(?:ou)?r|exact) time|hours?|hrs|clock|awr|time hh.*"),
    ("end_time", 0.65, r".*\b(?:end|finish|departure|leaving) times?\b.*"),
    ("time", 0.6, r".*\btimes?\b.*"),
    ("weekday", 0.9, r"day|day of (?:the )?week|weekday|diwrnod|dydd"),
    ("source", 1.0, r"sources?|sources? of (?:the )?(?:information|info|data|evidence|record)(?: .*)?|(?:information|info|data|evidence|record) sources?|witness or document reference|ffynhonnell(?: y)?(?: wybodaeth| gwybodaeth)?|ffynonellau|source (?:record|document|file|system|of info.*)s?|source ?/ ?.*"),
    ("source", 0.85, r"(?:document|record|evidence|file|case note|page|exhibit) (?:reference|ref|no|number|location)|witness(?: or document)?(?: reference)?|evidence|source\b.*|(?:where|record|records?) (?:held|recorded|from|used|seen|system|type|obtained)|where (?:is )?(?:this|it) (?:recorded|written)|(?:recording |it )?system|record|information from|who (?:told|informed) us|how (?:do|did) we know|document|obtained from|provenance|tystiolaeth|reported by|dogfen"),
    ("event", 1.0, r"events?|significant events?|event(?: |-)?details?|details? of (?:the )?(?:events?|incident|contact|concerns?|significant event)(?: .*)?|description of (?:the )?(?:events?|incident|contact|significant event).*|event (?:description|summary|narrative|text)|contact/event summary|information/details of concerns or contact|digwyddiad(?:au)?(?: arwyddocaol)?|key events?|what (?:happened|occurred)\??|what|beth (?:a )?ddigwyddodd\??|significant (?:events?|incidents?|contacts?)(?: ?(?:/|and|or) ?.*)?|summary of (?:the )?(?:events?|contact|incident|involvement|what happened).*"),
    ("event", 0.92, r"descriptions?|disgrifiad(?: o r digwyddiad)?|manylion (?:y )?digwyddiad|incidents?|(?:incident|contact|case|call|visit|clinical|consultation|attendance|nursing|progress|daily|care|entry|log|history) (?:details?|descriptions?|summary|notes?|narrative|entry|entries|record|text|log|report)|(?:contact|events?|incident|information)s? ?(?:/|and|&|or|-) ?(?:events?|contacts?|incidents?|summary|details?|information|concerns?|activity|involvement)(?: .*)?|narrative|event .*|details? of .*|description .*|nature of (?:the )?(?:contact|incident|event|concern|call|involvement).*|what (?:was|is) (?:the )?(?:event|concern|incident).*|crynodeb(?: .*)?|circumstances|account(?: .*)?|record of (?:contact|event|visit|events|incident)s?|summary of .*"),
    ("event", 0.8, r"details?|manylion|summary|case ?notes?|progress notes?|entry|entries|log(?: entry)?|information|gwybodaeth|concerns?|concerns? .*|contacts?|cyswllt|consultation|history|observations?|discussions?|discussed|matters? .*|presentation|presenting .*|(?:chief|main) complaint|(?:chief |main )?complaint|reason for (?:the )?.*|involvement|interventions?|précis|precis|activity|activities|text|chronology|content|facts?|reason for (?:contact|call|attendance|visit|referral)|report"),
    ("event", 0.9, r"(?:what|how) (?:(?:did )?(?:i|we|you|they|staff|he|she|it|this|was|has been|were) )?(?:saw|see|seen|heard|hear|noticed|notice|found|observed|told|reported|recorded|happen|happened|came about|occur|occurred)(?: .*)?|beth (?:a )?(?:welwyd|glywyd|ddigwyddodd)(?: .*)?"),
    ("date", 0.95, r"day (?:and|&|/) (?:hour|time)(?: of .*)?"),
    ("time", 0.9, r"clock times?"),
    ("event", 0.9, r"summary (?:and|&) .*|(?:\S+(?: s)? )?account"),
    ("action", 0.92, r"(?:done|undertaken|carried out|provided|taken) by (?:the |our )?(?:ward|home|school|nursery|practice|surgery|service|agency|department|team|trust|council|landlord|force|unit)"),
    ("action", 0.9, r"how (?:(?:did )?(?:we|i|they|you|staff|the \w+) )(?:responded|acted|dealt|helped|reacted|respond|act|deal|help|react)(?: .*)?"),
    ("action", 0.65, r"sentences?|penalt(?:y|ies)"),
    ("date", 0.66, r"sessions?|on"),
    ("event", 0.7, r"(?:.* )?diary(?: (?:entry|text|note)s?)?|body|message(?: text)?|allegations?|findings|narrative .*"),
    ("event", 0.9, r"(?:case|contact|session|visit|supervision) record(?:ing)?s?"),
    ("event", 0.8, r"(?:key|significant|relevant|main|important) (?:information|facts?|points?|details?)"),
    ("event", 0.65, r"notes?|nodiadau|free text|nursing notes?|full text|note text"),
    ("action", 1.0, r"actions?|actions? taken(?: .*)?|actions? ?(?:/|or|and|&) ?(?:response|outcome|decision|follow up|result|intervention|advice|plan)s?(?: taken| .*)?|camau|cam(?:au)? (?:a )?gymerwyd|camau gweithredu|gweithredu|gweithred(?:oedd)?"),
    ("action", 0.9, r"follow up|(?:(?:agency|service|professional|our|school|staff) )?(?:response|actions?|outcome|decision)|response(?: .*)?|responses?|(?:agency )?(?:response|outcome|decision|action)s? ?(?:/|or|and|&) ?.*|action .*|what (?:was|did|have|has|had|will|were) .*(?:done|do|doing)\b.*|(?:agency |service |school |staff |our )?(?:repl(?:y|ies)|reaction)|(?:safety|protective|risk) (?:measures?|actions?|steps?)|ymateb(?: .*)?|what action .*|what (?:(?:we|i|they|was|staff)|(?:our |the )?(?:school|staff|crew|home|ward|practice|service|agency|officers?|workers?|team|nurse|landlord|police)) (?:did|done|has done|have done)(?: (?:about|with|for|next|then|in|after)\b.*)?|(?:carer|staff|crew|nurse|worker|officer|practitioner|we|i|they) did|intervention taken|follow up(?: action)?|steps taken"),
    ("action", 0.75, r"outcomes?(?: .*)?|canlyniad(?:au)?|decisions?(?: .*)?|results?|disposals?|dispositions?|conclusion|referral made|plan|penderfyniad|advice given|management|next steps|treatment|treatment given|action"),
    ("kind", 0.95, r"(?:event|contact|incident|call|visit|entry|type|record|note|case note|attendance|appointment|encounter) ?(?:type|category|class(?:ification)?|code|kind|mode|status)|types?(?: of .*)?|category|categories|code|math(?: o gyswllt)?|method(?: of contact)?|mode(?: of contact)?|priority|grade|status|statws|theme|themes|significance|rag"),
    ("people", 0.9, r"(?:who (?:was|were) (?:involved|present|there|seen)|people(?: involved| present| seen)?|persons?(?: involved| present| seen| concerned)?|family members?|persons? present|present|attendees|involved|with whom|contact with|subject|subjects?|child|child s name|name(?: of (?:child|adult|person|patient|pupil|service user|resident))?|patient|patient name|resident|pupil|adult|service user|caller|tenant|household members?|family|who|professionals?(?: involved| present)?|staff involved|pobl|aelod(?:au)? o r teulu|enw|plentyn|names?)\??"),
    ("author", 0.9, r"print name(?: and signature)?|name and signature|signatures?|signed(?: by)?|sign(?: .*)?|author|(?:recorded|entered|completed|written|made|logged|created|input|reported|updated|added|typed|compiled|taken) by(?: .*)?|initials?|officers?(?: (?:name|in charge|id|number|\(.*\)))?|staff(?: name| member)?|worker|practitioner|clinician|nurse|gp|doctor|user|username|crew|midwife|health visitor|teacher|professional name|name of (?:worker|staff|practitioner|author|professional|officer).*|llofnod|designation|role|job title|recorder|allocated (?:worker|to)|owner|lead|responsible|call ?sign|attended by|seen by|clinician name"),
    ("seen", 0.9, r"(?:was )?(?:the )?(?:child(?:ren)?|adult|person|patient|resident|pupil|subject)?(?: ?/ ?\w+)?s? ?seen(?: alone)?(?: ?(?:y/n|yes/no|\?|\(.*\)|/.*|and by whom.*|by whom))?\??|seen alone\??|gwelwyd(?: .*)?"),
    ("voice", 0.9, r".*\bvoice\b.*|wishes and feelings|views? of (?:the )?(?:child|adult|person).*|(?:child|adult)(?: s)? views?|llais .*|what (?:the )?(?:child|adult) said|making safeguarding personal|lived experience.*"),
    ("good_practice", 0.95, r"(?:examples? of |notable )?good practice.*|things that have gone to plan|arfer(?:ion)? da|what went well|went well|strengths?"),
    ("impact", 0.9, r"impact.*|effaith.*|risk(?: .*)?|effect .*"),
    ("comment", 0.85, r".*\bcomments?\b.*|.*\banalysis\b.*|review|sylwadau|sylw|any missing information\??|care delivery problems|service delivery problems|remarks|issues?(?: .*)?|missed opportunit(?:y|ies).*|learning.*|reflections?|(?:expected )?(?:practice|standards?)(?: .*)?|critical .*|queries|query|questions?|gaps?|rationale|key lines? of enquiry|kloe?s?|other information|additional information|further information|dadansoddiad"),
    ("ref", 1.0, r"(?:event|incident|entry|contact|call|serial|sequence) ?(?:ref(?:erence)?|no|num(?:ber)?|id|#|sequence)s?"),
    ("ref", 0.9, r"(?:event |entry |serial |incident |sequence |line |row |item |log |case |crime |cad |call |unique |record |system |chronology |id |ref )*(?:ref(?:erence)?|no|num(?:ber)?|id|#|sequence|seq|nos|urn|crn|uprn|nhs number)(?: (?:no|number|id))?|sequence|serial|#|n o|rhif(?: .*)?|cyf(?:eirnod)?(?: .*)?|item|line|row|index|s/?n|log|cad|event ref(?:erence)?(?: .*)?|niche(?: .*)?|order"),
    ("sub_service", 0.85, r"(?:sub ?-? ?)?(?:service|team|department|dept|unit|agency|agencies|organisation|organization|ward|provider|practice|surgery|school|division|district|station|directorate|home|site|clinic|asiantaeth|gwasanaeth|sefydliad|tîm|tim|adran|specialty)(?: name| ?/ ?.*| involved)?"),
    ("confidentiality", 0.9, r".*\b(?:third party|confidential|confidentiality|restricted|sensitiv\w+|redact\w*|disclos\w+ .*|privileged?|security|marking|gpms)\b.*"),
    ("place", 0.9, r"locations?|address|place(?: .*)?|venue|lleoliad|where|scene|setting|location .*|postcode"),
    ("quality", 0.9, r"duration(?: .*)?|age(?: .*)?|child s age(?: .*)?|oed(?:ran)?|length(?: .*)?|mins|minutes|score|count|total"),
    ("source", 0.85, r"(?:contact|call|referral|letter|report|message|notification|concern|information|received|heard|told) (?:from|source)|sender|letter from|from whom|from \(.*\)"),
    ("source", 0.85, r"where (?:we|i|they) (?:got|had|have|found|took|learn(?:ed|t)|heard) (?:it|this|that)(?: from)?|how (?:we|i) (?:know|knew)(?: .*)?"),
    ("source", 0.7, r"(?:court )?bundle(?: .*)?|pages?(?: (?:no|number|ref|reference)s?)?|para(?:graph)?s?(?: (?:no|number|ref|reference)s?)?|exhibits?(?: .*)?|(?:case )?file"),
    ("source", 0.85, r"where (?:(?:is|was|were) )?(?:it |this |(?:the )?(?:entry|event|information) )?(?:(?:is|was) )?(?:recorded|written(?: (?:down|up))?|documented|logged|filed|stored|entered|evidenced)|(?:recorded|written(?: (?:down|up))?|noted|documented|logged|filed|stored|coded|extracted|sourced|evidenced|scanned) (?:in|into|where|from)(?: (?:which|what) .*)?|(?:evidenced|backed up|supported) by|(?:lle|ble) (?:y |mae r )?cofno\w*|cofnodwyd yn"),
    ("source", 0.65, r"(?:supporting |source |key )?(?:evidence|record|document) (?:location|held|used|relied on)|(?:doc|document|file|record|evidence|bundle|folio|page|exhibit|appendix|tab)s?(?: ?(?:/|and|&|or) ?(?:doc|document|file|record|evidence|bundle|folio|page|exhibit|appendix|tab|form|letter)s?)+(?: (?:ref|reference|no|number)s?)?|folios?(?: (?:no|number)s?)?|(?:appendix|annex)(?: (?:no|number|ref))?"),
    ("term", 1.0, r"abbreviations?|acronyms?|terms?|glossary|talfyriad(?:au)?|initialism|byrfodd|byrfoddau"),
    ("meaning", 0.95, r"meanings?|definitions?|stands for|in full|explanation|full (?:title|name|term|wording)|ystyr|diffiniad|expansion"),
    ("version", 0.95, r"(?:document )?version(?: ?(?:no|number|control))?|revision|issue(?: no)?|draft|changes?|amendments?|summary of changes?|reason for (?:change|issue)|fersiwn|document (?:owner|title)|distribution|fersiwn"),
    ("author", 0.65, r"\w+(?:ed|ten|en) by|operator|consult(?:er|ant)(?: name)?|\w+ (?:manager|worker|officer|nurse|name|clinician|professional|practitioner)|(?:duty|key|case) \w+"),
    ("action", 0.6, rf"{_NO_LABEL}(?:\S+ ){{0,3}}(?:actions?|responses?|outcomes?|interventions?|decisions?)(?: \S+){{0,5}}"),
    ("source", 0.6, rf"{_NO_LABEL}(?:\S+ ){{0,3}}sources?(?: \S+){{0,4}}"),
    ("action", 0.95, r"actions? (?:arising|agreed|required|set|points?|to be taken|to take|made|given|and outcomes?)(?: .*)?|(?:findings?|results?|outcomes?) of (?:the )?(?:investigation|enquiry|assessment|visit|call)|changes? (?:made|(?:to|in) (?:the )?(?:care |support )?plan)|offers? (?:made|of .*)|debrief(?:ing)?(?: .*)?"),
    ("author", 0.95, r"(?:action|task|decision) (?:owner|lead)(?: .*)?"),
    ("action", 0.92, r"(?:first aid|medication|treatment|care|action|help) (?:given|provided|taken|administered)(?: .*)?"),
    ("action", 0.75, r"(?:(?:care|management|treatment|action|safety|discharge|immediate|agreed|future|onward|nursing|clinical) )*plan(?: (?:of (?:care|action|treatment|management)|agreed|made))?|(?:next|further|immediate|subsequent) steps?(?: .*)?|(?:final |agreed |overall )?(?:disposition|disposal|resolution|outcome|result)(?: (?!codes?|types?).*)?"),
    ("action", 0.6, rf"{_NO_LABEL}(?!.*\b(?:record|entry|note|statement|contact|call|visit|appointment|information|reason|time|date|when|told|history|complaint|evidence)\b)(?:\S+ ){{1,3}}(?:given|offered|provided|taken|done|agreed|delivered|carried out|put in place)(?: (?:to|by) .*)?"),
    ("action", 0.6, rf"{_NO_LABEL}(?:\S+ ){{0,2}}(?:treatment|advice|management|dispositions?|resolution|steps|remedy|sanctions?)"),
    ("other_date", 0.95, r"next (?:appt|appointment|visit|contact|due|review|clinic|date|call|session|meeting).*|expected .*date|edd|review due"),
    ("recorded_date", 0.95, rf"date ?(?:and |& ?|/ ?)?time {_RECORDED}(?: .*)?"),
    ("source", 0.85, r"referred by|referrer|informant|(?:source|origin) of (?:the )?(?:referral|concern|contact|report)|(?:referral|concern|contact) source|who (?:told|rang|reported|contacted|referred)(?: us| it| this)?"),
    ("action", 0.6, r"(?:investigation|enquiry|case|progress|officer s?) (?:updates?|results?|outcomes?)"),
    ("date", 0.65, r".*\bdates? ?(?:and|&|/|-)? ?times?\b.*"),
    ("date", 0.6, r".*\b(?:dt|dttm)"),
    ("event", 0.6, rf"{_NO_LABEL}(?:\S+ ){{0,3}}(?:descriptions?|narratives?|details|summary|text|notes?|entry|entries|events?|incidents?|observations?|concerns?|contacts?|happened)(?: \S+){{0,5}}"),
    ("other", 0.95, r"relationship|perthynas|recommendations?|legal status|relationship to .*|ethnicity|milestones?|success criteria"),
    *SOURCE_HEADINGS,
)  # fmt: skip

_COMPILED = tuple((field, confidence, re.compile(pattern)) for field, confidence, pattern in PATTERNS)
_SHORTENED = {
    "dt": "date", "dttm": "date time", "tm": "time", "ty": "type", "typ": "type", "desc": "description", "descr": "description", "num": "number",
    "wkr": "worker", "inc": "incident", "appt": "appointment", "consult": "consultation", "info": "information", "obs": "observations",
    "comm": "comments", "resp": "response", "evt": "event", "cat": "category", "loc": "location", "auth": "author", "org": "organisation",
    "narr": "narrative", "txt": "text", "doc": "document", "src": "source", "ev": "event", "det": "details", "act": "action",
}  # fmt: skip
# Words in front of a heading that only say whose it is: "Case time", "Client event".
_OF_WHOM = re.compile(
    r"(?:case|client|patient|child|resident|pupil|tenant|customer|service user|family|person|adult|key|duty)(?: s)? "
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z]{2,}\b)|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})")
_BOTH_AT_ONCE = re.compile(r"\bdate ?/ ?time\b", re.IGNORECASE)
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_NOISE = re.compile(r"[^\w/&#()+@]+")
_PLACEHOLDER = re.compile(
    r"[(\[]?\s*(?:dd?\W?mm?\W?(?:yy){1,2}|hh\W?mm(?:\W?ss)?|24 ?-?h(?:ou)?rs?(?: clock)?|(?:dd|mm|yy|yyyy|hh)|d/m/y|mandatory|required|optional|if known|(?:day|month|year)(?:/(?:month|year|day))+)\s*[)\]]?\*?",
    re.IGNORECASE,
)


def normal(heading: str) -> str:
    """A heading as it is compared: lower case, one space, without stops, stars and what cannot be seen."""
    text = (
        _CAMEL.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFKC", heading)))
        .lower()
        .replace("’", "'")
        .replace("-", " ")
    )
    return " ".join(_NOISE.sub(" ", text.replace("_", " ")).split()).strip(" -/&")


@lru_cache(maxsize=4096)
def meaning(heading: str) -> tuple[str, float]:
    """The field a heading is taken for and how surely: ("date", 1.0), ("", 0.0) where it says nothing known.

    A bilingual heading ("Dyddiad / Date") is read as a whole and by its parts.
    """
    if len(heading) > 160:
        return "", 0.0
    whole = normal(heading)
    best = _meaning(whole)
    if best[1] >= 0.95:
        return best
    if (long := " ".join(_SHORTENED.get(word, word) for word in whole.split())) != whole:
        best = max(best, _meaning(long), key=lambda found: found[1])
    for part in _parts(heading):
        found = _meaning(normal(part))
        if found[1] - 0.02 > best[1]:
            best = (found[0], found[1] - 0.02)
    if best[1] < 0.8 and (whose := _OF_WHOM.match(whole)):
        name, sure = _meaning(whole[whose.end() :])
        best = (name, sure - 0.05) if sure >= 0.95 else best
    return best if best[1] >= 0.6 else max(best, leaning(whole), key=lambda found: found[1])


def _meaning(text: str) -> tuple[str, float]:
    best = ("", 0.0)
    if not text:
        return best
    for field, confidence, pattern in _COMPILED:
        if confidence > best[1] and pattern.fullmatch(text):
            best = (field, confidence)
    return best


def _parts(heading: str) -> list[str]:
    """The pieces of a heading that may each be one: languages, lines, what stands before or in brackets."""
    parts = [part for part in re.split(r"\s+/\s+|\s*\|\s*|\n+|\s+[–—-]\s+|:\s+", heading) if part.strip()]
    once = heading.count("/") == 1 and not _BOTH_AT_ONCE.search(heading)
    parts += [part for part in heading.split("/") if part.strip()] if once else []
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", heading)
    return [*parts, bare, *re.findall(r"\(([^)]{3,})\)", heading)]


def is_placeholder(text: str) -> bool:
    """Whether a cell only says how the column is filled in: "dd/mm/yyyy", "(24 hr)"."""
    return bool(_PLACEHOLDER.fullmatch(text.strip()))
