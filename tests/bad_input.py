"""Requests as nobody means them: every page's own fields, filled with what breaks careless programs. No test is here.

What a request holds is drawn by hypothesis, so that a seed gives the same requests again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

from django.core.files.uploadedfile import UploadedFile
from django.db.models import Model
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from hypothesis import strategies as st
from lxml import html

from tests.case import Case, routes
from tests.posts import POSTS, Post
from tests.test_policy import BUTTONS, FORMS, OF_THE_BOARD, PEOPLE, expected, holds

Pairs = list[tuple[str, str]]

# What breaks what reads it carelessly. A lone surrogate goes over the wire as the three bytes that would be its UTF-8.
UGLY = [
    "", " ", "\x00", "a\x00b", "\ud800", "x\udfff", "\u202e", "\ufeff", "\U0001f9d1\u200d\U0001f9b0", "e\u0301" * 40, "a" * 300, "9" * 5000,
    "-1", "0", "+1", "1_0", "²", "½", "٣", "१२", "0x1F", "1e309", "NaN", "-Infinity", "0.1", "1,5", "2147483648", "-2147483649",
    "9223372036854775807", "9223372036854775808", "-9223372036854775809", "99999999999999999999999", "True", "None", "null",
    "0000-00-00", "31/02/2024", "31/2", "29/2/2023", "1/1/0001", "31/12/9999", "1/1/99999", "2024-13-01", "24:61", "2024-01-01T00:00:00Z",
    "[]", "{}", "[" * 5000, "<script>alert(1)</script>", "{{ 7|add:7 }}", "%s%n%(x)s", "' OR 1=1 --", "../../etc/passwd", "..", "/", "//x.example",
    "\r\nSet-Cookie: a=b", "a,b", ",", "-", "1-", "-1-2", "1-1-1-1", "a:b:c", ":", "reviews-person", "(", "*", "\\", "\"", "%", "_", "@", "a@b",
    "00000000-0000-0000-0000-000000000000", "id__in", "pk", "__class__", "javascript:alert(1)", "http://[", "https://x.example:99999/",
]  # fmt: skip
LARGE = "Lorem ipsum. " * 80_000  # About one megabyte.
# What a query string or a form may hold that no form on a page shows: what the code reads by name.
NAMES = sorted(
    {
        name
        for folder in ("reviews", "agencies", "findings", "scr_portal")
        for path in (Path(__file__).parent.parent / folder).rglob("*.py")
        for name in re.findall(r'\.get(?:list)?\("([a-z_]+)"', path.read_text())
    }
)
# Files of kinds that are not what they say, and what is no file at all.
FILES = [
    ("a.csv", b""), ("a.csv", b"\x00\xff\xfe" * 9), ("a.xlsx", b"PK\x03\x04not a workbook"), ("a.docx", b"%PDF-1.7\n%%EOF"), ("a.pdf", b"PK\x05\x06" + b"\x00" * 18),
    ("a.exe", b"MZ\x90\x00"), ("..\\..\\a.csv", b"Date,What\n1/2/2019,Seen\n"), ("\x00.csv", b"x"), ("a" * 400 + ".csv", b"Date,What\n"), ("a.svg", b"<svg onload='x()'/>"),
    ("a.csv", b'"' * 3000), ("plan.csv", b"Action,Agency,Target date\nWrite,Police,31/02/2024\n"), ("a.txt", "caf\xe9".encode("latin-1")), ("a.ods", b"PK\x03\x04"),
]  # fmt: skip
TYPES = [
    ("application/json", b'{"a":' * 3000), ("application/json", b'{"__proto__": {"x": 1}}'), ("text/plain", b"a=b"), ("", b"a=b"),
    ("multipart/form-data", b"no boundary"), ("multipart/form-data; boundary=x", b"--x\r\nnot a part"), ("multipart/form-data; boundary=\xff", b"--"),
    ("application/x-www-form-urlencoded; charset=klingon", b"a=b"), ("application/x-www-form-urlencoded", b"\xff\xfe=%ZZ&=&&%00=%ed%a0%80"),
    ("application/x-www-form-urlencoded; charset=utf-16", "a=b".encode("utf-16")), ("application/xml", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
    ("application/x-www-form-urlencoded", b"&".join(b"f%d=1" % number for number in range(5001))),
]  # fmt: skip
HEADERS: list[dict[str, str]] = [{}] * 5 + [
    {"HX-Request": "true"},
    {"Accept-Language": "\xff"},
    {"Referer": "http://["},
]


@dataclass(frozen=True)
class Asked:
    """One request: who sends what to which page; `post` is the sound request that it was made from, if one."""

    who: str
    page: str
    address: str
    method: str = "GET"
    query: Pairs = field(default_factory=list)
    pairs: Pairs = field(default_factory=list)
    files: list[tuple[str, str, bytes]] = field(default_factory=list)
    raw: tuple[str, bytes] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    post: Post | None = None

    def send(self, case: Case, client: Any) -> Any:
        """The answer to it, as a browser or something worse would send it."""
        if self.post is not None:
            self.post.prepare(case)
        path = self.address + ("?" + encoded(self.query) if self.query else "")
        if self.method == "GET":
            return client.get(path, headers=self.headers)
        kind, body = self.raw or (
            multipart(self) if self.files else ("application/x-www-form-urlencoded", encoded(self.pairs).encode())
        )
        return client.generic(self.method, path, body, content_type=kind, headers=self.headers)

    def __str__(self) -> str:
        said = ", ".join(f"{name}={value[:60]!r}" for name, value in self.pairs or self.query)
        more = [repr(each)[:90] for each in (self.files, self.raw, self.headers) if each]
        return f"{self.who} {self.method} {self.page} {self.address} {said[:700]} {' '.join(more)}"


def encoded(pairs: Pairs) -> str:
    """As it goes over the wire, lone surrogates as well."""
    return "&".join("=".join(quote_plus(each.encode("utf-8", "surrogatepass")) for each in pair) for pair in pairs)


def multipart(asked: Asked) -> tuple[str, bytes]:
    """The type and the body of a form with files."""
    parts = [
        b'Content-Disposition: form-data; name="%s"\r\n\r\n%s'
        % tuple(each.encode("utf-8", "surrogatepass") for each in pair)
        for pair in asked.pairs
    ]
    parts += [
        b'Content-Disposition: form-data; name="%s"; filename="%s"\r\nContent-Type: text/csv\r\n\r\n%s'
        % (name.encode(), filename.encode(), content)
        for name, filename, content in asked.files
    ]
    return "multipart/form-data; boundary=edge", b"".join(
        b"--edge\r\n%s\r\n" % part for part in parts
    ) + b"--edge--\r\n"


@dataclass
class Fields:
    """What a page's forms are made of: the names, with the values that they come with or offer; the names of files."""

    fields: Pairs
    files: list[str]


def read(content: bytes) -> Fields:
    """The fields of every form of a page."""
    fields, files = [], []
    for each in html.fromstring(content).iter("input", "select", "textarea") if content.strip() else ():
        name = each.get("name")
        if name == "once" or not name:
            continue
        if each.get("type") == "file":
            files.append(name)
        elif each.tag == "select":
            fields += [(name, option.get("value", "")) for option in each.iter("option")]
        else:
            fields.append((name, each.get("value") or (each.text or "" if each.tag == "textarea" else "")))
    return Fields(fields, files)


def of_post(post: Post, case: Case) -> tuple[Pairs, list[tuple[str, str, bytes]]]:
    """The sound pairs and files of a change that can be sent."""
    data = post.data(case) if callable(post.data) else post.data
    pairs, files = [], []
    for name, value in data.items():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, UploadedFile):
                files.append((name, each.name or "", each.read()))
            else:
                pairs.append((name, str(each)))
    return pairs, files


@cache
def of_libraries() -> list[str]:
    """The addresses of sign-in and of reference data, which belong to their libraries; records in them have number 1."""

    def under(before: str, patterns: Any) -> Any:
        for each in patterns:
            name = f"{before}{each.namespace}:" if getattr(each, "namespace", None) else before
            if isinstance(each, URLPattern):
                yield f"{before}{each.name}", list(each.pattern.converters)
            else:
                yield from under(name, each.url_patterns)

    found = set()
    for name, parameters in under("", get_resolver().url_patterns):
        try:
            address = reverse(name, kwargs=dict.fromkeys(parameters, "1"))
        except NoReverseMatch:
            continue
        if address.startswith(("/account/", "/reference-data/")):
            found.add(address)
    return sorted(found)


def opens(who: str, page: str) -> bool:
    """Whether the tables let somebody send something to a page: the deeper parts are behind that."""
    if page.startswith(OF_THE_BOARD):
        return FORMS[page] == "-" or holds(who, FORMS[page])
    return expected(who, page, FORMS[page]) == 200


def records(case: Case) -> list[str]:
    """The keys of all records of a case."""
    known = chain(case.records.values(), *(own.values() for own in case.of.values()), case.world.people.values())
    return sorted({str(each.pk) for each in known if isinstance(each, Model)} | {case.review.ref})


@dataclass(frozen=True)
class Target:
    """What is aimed at: a page, by its name, the sound change that it takes, if that is known, or a library's address."""

    page: str
    post: Post | None = None
    address: str = ""


def targets() -> list[Target]:
    """Every page and form of the portal, and those of its libraries."""
    found = [*(Target(name) for name in sorted(routes())), *(Target(post.page, post) for post in POSTS)]
    return found + [Target("library", address=address) for address in of_libraries()]


def whereto(draw: Any, case: Case, other: Case, at: Target) -> str:
    """An address of a target: of this case mostly, else with another board's or agency's keys, or none that there are."""
    if at.address:
        return at.address
    kind, to = draw(st.sampled_from(["own"] * 7 + ["agency", "other", "none"])), dict(at.post.to) if at.post else {}
    if kind == "none":
        names = [part.strip("<>").split(":") for part in routes()[at.page].split("/") if part.startswith("<")]
        odd: dict[str, list[Any]] = {
            "int": [0, 2**31, 2**63, 10**30],
            "slug": ["-", "a" * 300, "0"],
            "str": ["-", "\x00", "²"],
        }
        to |= {name: draw(st.sampled_from(odd[kind])) for kind, name in names if kind in odd and draw(st.booleans())}
    return (other if kind == "other" else case).address(at.page, "school" if kind == "agency" else "police", **to)


def requests(case: Case, other: Case, fields: Callable[[str, str], Fields], at: Target) -> st.SearchStrategy[Asked]:
    """Any request to a target. `other` is another board's case; fields(who, address) reads a page's forms, as who opens it."""
    people, theirs = sorted(PEOPLE), records(other) + records(case)
    able = [each for each in people if at.page in FORMS and opens(each, at.page)] or people
    value = st.one_of(
        st.sampled_from(UGLY), st.sampled_from(UGLY), st.sampled_from(theirs), st.text(max_size=20), st.integers().map(str),
        st.integers(0, 49).map(lambda number: UGLY[number] if number else LARGE),
    )  # fmt: skip

    @st.composite
    def spoiled(draw: Any, pairs: Pairs) -> Pairs:
        """A few of the pairs changed, dropped or doubled, and some that nobody asked for."""
        made = list(pairs)
        for _ in range(draw(st.integers(1, 4))):
            place = draw(st.integers(0, len(made)))
            name = made[place][0] if place < len(made) else draw(st.sampled_from(NAMES))
            did = draw(st.sampled_from(["change", "change", "change", "double", "drop"]))
            if did == "double" or place == len(made):
                made.insert(place, (name, draw(value)))
            elif did == "drop":
                del made[place]
            else:
                made[place] = (name, draw(value))
        return made

    @st.composite
    def any_request(draw: Any) -> Asked:
        who = draw(st.sampled_from(able if draw(st.integers(0, 4)) else people))
        who, where = at.post.who if at.post and draw(st.integers(0, 3)) else who, whereto(draw, case, other, at)
        own = fields(who, where) if at.page not in BUTTONS else Fields([], [])
        made = Asked(who, at.page, where, headers=draw(st.sampled_from(HEADERS)), post=at.post)
        if not at.post and draw(st.integers(0, 2)):
            return replace(made, query=draw(spoiled(own.fields[-40:])))
        made = replace(made, method="POST", query=draw(spoiled([])) if draw(st.booleans()) else [])
        if not draw(st.integers(0, 14)):
            return replace(made, raw=draw(st.sampled_from(TYPES)))
        sound, files = of_post(at.post, case) if at.post else (own.fields, [])
        named = [name for name, *_ in files] or own.files or ["file"] * (not draw(st.integers(0, 19)))
        sent = [(name, *draw(st.sampled_from(FILES))) for name in named] if draw(st.booleans()) else files
        return replace(made, pairs=draw(spoiled(sound)), files=sent)

    return any_request()
