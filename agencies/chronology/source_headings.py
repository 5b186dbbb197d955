"""How a heading says where an entry is recorded, whatever kind of record it is: a verb of keeping with its place ("Noted
in"), a record that was looked at ("Notes consulted"), two records side by side ("Ledger or log"), what it comes from."""

from __future__ import annotations

# What a record is called as a thing, and not as words that tell ("notes" and "report" are as often the event itself).
_THINGS = (
    r"(?:records?|files?|folders?|books?|ledgers?|logs?|registers?|systems?|databases?|applications?|software|programmes?|programs?|platforms?|modules?|documents?|documentation|papers?|forms?|charts?|cards?|sheets?|"
    r"diary|diaries|journals?|volumes?|archives?|repository|bundles?|letters?|minutes|recordings?|exhibits?|ffeil|llyfr|ffurflen|dogfen|cofnod)"
)
_TOLD = r"(?:notes?|reports?|entry|entries|materials?|papers?|sources?|extracts?)"
_OUT = r"(?:taken|drawn|extracted|copied|quoted|cited|transcribed|transferred|derived|lifted|pulled|compiled|gathered|obtained|retrieved|accessed|read|traced|sourced|comes?|came|got|gleaned|learnt|learned|known)"
_PUT = r"(?:recorded|noted|written(?: down| up)?|documented|logged|filed|stored|entered|kept|held|saved|captured|charted|registered|lodged|retained|archived|input(?:ted)?|typed|scanned|coded|indexed|minuted|listed|evidenced|found|traced|located|posted|uploaded|appears)"
_LOOKED = r"(?:seen|used|consulted|searched|checked|relied (?:up)?on|viewed|accessed|read|reviewed|quoted|cited|examined|inspected|interrogated|trawled|looked at|held|kept|concerned|(?:it|this) is (?:in|on))"
_OF = r"(?:the |this |each |y )?(?:entry|record|information|info|note|data|item|event|fact|evidence|account|statement|text|line|material|detail|cofnod|wybodaeth|gwybodaeth)s?"
_AND = r" ?(?:/|,|&|\+|\band\b|\bor\b|\bneu\b|\ba\b) ?"

# (field, confidence, the whole heading as a pattern), as in `headings.PATTERNS`.
SOURCE_HEADINGS: tuple[tuple[str, float, str], ...] = (
    ("source", 0.92, rf"(?:origin|provenance|derivation|whereabouts|location|basis|tarddiad)s? (?:of|for|y) {_OF}"),
    ("source", 0.7, rf"(?:where|(?:in|on|from) (?:which|what)(?: \w+)?|lle|ble) (?:(?:it|this|that|is|was|were|has|been|the|we|our|entry|event|information|mae|y) ?){{0,5}}(?:{_PUT}|{_OUT})(?: (?:in|on|from|down|up|to))?"),
    ("source", 0.68, rf"(?:{_OF} |{_THINGS} |{_TOLD} ){{0,2}}(?:is |was |wholly |first )?{_OUT} (?:from|out of)(?: (?:the |which |what |our )?(?:{_THINGS}|{_TOLD}))?"),
    ("source", 0.65, rf"(?:{_OF} |{_THINGS} |{_TOLD} )?(?:is |was |first )?{_PUT} (?:in|into|onto|under|within|against|as)(?: (?:the |which |what |our )?(?:{_THINGS}|{_TOLD}))?"),
    ("source", 0.67, rf"(?:agency |case |main |original |primary )?(?:{_THINGS}|notes?)(?: {_LOOKED}| of origin| name| title| location| source| set)"),
    ("source", 0.67, rf"(?:{_THINGS}|notes?) {_LOOKED} by (?:us|me|the (?:author|writer|reviewer))|whereabouts (?:on|in|within) (?:the )?(?:\S+ ){{0,2}}\S+"),
    ("source", 0.65, rf"(?:which|what|name of|title of) (?:the )?(?:{_THINGS}|notes)(?: (?:is|was) (?:it|this) (?:in|on|from)| {_LOOKED}|)"),
    ("source", 0.62, rf"(?:{_THINGS}|notes)(?:{_AND}(?:{_THINGS}|notes|pages?|e ?mails?))+"),
    ("source", 0.65, r"(?:module|screen|tab|area|section|part|page) (?:of|in|on) (?:the )?(?:system|record|file|case ?file|database|notes|programme?)"),
    ("source", 0.65, r"(?:cross|x) ?ref(?:erence)?s?|(?:see|gweler)(?: also)?|citations?|attribution|authority for (?:the )?entry|(?:corroborated|verified|evidenced|supported|proved|proven|confirmed) (?:in|from|by (?:what|which) (?:document|record))|supporting (?:papers?|documents?|records?|material)|source material|primary record"),
    ("source", 0.65, r"(?:cofnodwyd|nodwyd|ysgrifennwyd|cedwir|cadwyd|cadwir|cymerwyd|daw|mewnbynnwyd) (?:yn|mewn|o|oddi wrth|ar)(?: .*)?|tarddiad|o ble"),
)  # fmt: skip
