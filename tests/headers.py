"""What every answer of the portal must carry, whatever it answers. No test is here: every client of a test looks (see conftest.py).

What only stands where SITE_URL begins with https (HSTS, cookies for https alone) is asked by `check --deploy` in tests/services.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

SAID = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
DIRECTIVES = (
    "default-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
)
LOOSE = re.compile(r"unsafe-|https?:|\*|strict-dynamic")
FEATURES = ("camera=()", "microphone=()", "geolocation=()")
# What a page would fetch from elsewhere, and script that stands in it without the policy's word for this one answer.
ELSEWHERE = re.compile(
    rb"""<(?:script|link|img|iframe|source|object|embed|form)\b[^>]*\s(?:src|href|action|data)=["']?(?:https?:)?//"""
)
UNSIGNED = re.compile(rb"<script\b(?![^>]*\s(?:src=|nonce=|type=.application/json))[^>]*>|<[a-z][^>]*\son[a-z]+=")


def faults(headers: Mapping[str, str]) -> list[str]:
    """What is missing from the headers of an answer, or too much."""
    found = [f"{name}: {headers.get(name)}" for name, said in SAID.items() if headers.get(name) != said]
    policy, allowed = headers.get("Content-Security-Policy", ""), headers.get("Permissions-Policy", "")
    found += [f"the policy lacks {each}" for each in DIRECTIVES if each not in policy]
    found += [f"the policy allows {loose[0]}" for loose in [LOOSE.search(policy)] if loose]
    found += [f"nobody forbids {each}" for each in FEATURES if each not in allowed]
    if "no-store" not in headers.get("Cache-Control", ""):
        found.append(f"it may be kept: {headers.get('Cache-Control')}")
    return found + [
        f"{name} names a version" for name in ("Server", "X-Powered-By") if re.search(r"\d", headers.get(name, ""))
    ]


def faults_of_page(content: bytes) -> list[str]:
    """What a page must not hold: addresses of others, script that nobody signed."""
    return [each[0].decode(errors="replace") for pattern in (ELSEWHERE, UNSIGNED) if (each := pattern.search(content))]


def faults_of_cookies(cookies: Any) -> list[str]:
    """Cookies that a script could read, or that go along from elsewhere."""
    kept = [each for each in cookies.values() if each.value]
    return [each.key for each in kept if not each["httponly"] or each["samesite"] not in {"Lax", "Strict"}]
