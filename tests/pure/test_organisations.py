"""Which organisations sign their people in, as the settings say it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from scr_portal.lib import organisations

POLICE = {
    "key": "police", "name": "Harrowdale Police", "address": "https://login.example/tenant/v2.0", "client_id": "1", "secret": "2",
    "domains": ["Police.example"],
}  # fmt: skip


def test_nothing_said_is_none() -> None:
    assert organisations.read("") == []


def test_people_are_known_by_the_domain_of_their_address_however_it_is_written() -> None:
    known = organisations.read(json.dumps([POLICE]))
    assert organisations.of("Priya@POLICE.example", known) == known[0]
    assert organisations.of("priya@not-police.example", known) is None
    assert organisations.of("priya@sub.police.example", known) is None


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ([{**POLICE, "domain": "x"}], "does not know domain"),
        ([{"key": "police"}], "lacks address, client_id, domains, name, secret"),
        ([{**POLICE, "address": "http://login.example"}], "must begin with https"),
        ([{**POLICE, "domains": []}], "a list of at least one"),
        ([{**POLICE, "domains": "police.example"}], "a list of at least one"),
        ([POLICE, {**POLICE, "domains": ["other.example"]}], "the key police twice"),
        ([POLICE, {**POLICE, "key": "other"}], "the domain police.example twice"),
        ("not a list", "must be a list of objects"),
    ],
)
def test_what_is_wrong_is_said_at_the_start(said: Any, sentence: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=sentence):
        organisations.read(json.dumps(said))
