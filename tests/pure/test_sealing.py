"""What is sealed says nothing without its key, says everything with it, and shows that it was changed."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from scr_portal.lib.sealing import (
    BEFORE,
    PIECE,
    TAG,
    Broken,
    LostKey,
    keys_in,
    newest,
    plain_size,
    seal,
    sealed_pieces,
    sealed_under,
    unseal,
    unsealed,
)

OLD, NEW = "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC0", "bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldy0"


def kept(content: bytes, said: str = OLD) -> bytes:
    return b"".join(sealed_pieces([content[:7], content[7:]], newest(keys_in(said))))


def read(sealed: bytes, said: str = OLD) -> bytes:
    with unsealed(io.BytesIO(sealed), keys_in(said)) as opened:
        return opened.read()


@given(st.text())
def test_words_come_back_as_they_were_and_are_not_to_be_seen(text: str) -> None:
    sealed = seal(text)
    assert unseal(sealed) == text
    assert sealed != seal(text)  # Nobody sees that two say the same.
    assert text not in sealed or len(text) < 9  # A few letters may stand in any base64.


def test_what_was_sealed_under_an_older_key_is_read_and_new_words_are_under_the_newest(settings: Any) -> None:
    settings.SEAL_KEYS = OLD
    before = seal("Amara Okafor")
    settings.SEAL_KEYS = f"{NEW}\n{OLD}"
    assert unseal(before) == "Amara Okafor"
    assert seal("Amara Okafor").split(":")[1] == newest(keys_in(NEW)).name


def test_a_lost_key_is_named_and_nothing_is_read_as_blank(settings: Any) -> None:
    settings.SEAL_KEYS = OLD
    before = seal("Amara Okafor")
    settings.SEAL_KEYS = NEW
    with pytest.raises(LostKey, match=newest(keys_in(OLD)).name):
        unseal(before)
    with pytest.raises(LostKey):
        read(kept(b"Amara"), NEW)


def test_words_that_were_changed_are_refused() -> None:
    sealed = seal("Amara Okafor")
    for changed in (sealed[:-6] + "AAAAAA", sealed[:30], sealed.rpartition(":")[0] + ":"):
        with pytest.raises(Broken):
            unseal(changed)


@pytest.mark.parametrize("said", ["", " , ", "short", "*" * 43, OLD[:-4]])
def test_keys_that_are_none_are_refused_in_a_sentence(said: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="reseal --new-key"):
        keys_in(said)


SIZES = (0, 1, 100, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE)


@pytest.mark.parametrize("size", SIZES)
def test_a_stream_of_any_size_comes_back_whole_and_from_any_place(size: int) -> None:
    content = bytes(number % 251 for number in range(size))
    sealed = kept(content)
    assert read(sealed) == content
    assert plain_size(len(sealed)) == size
    assert sealed_under(io.BytesIO(sealed)) == newest(keys_in(OLD)).name
    with unsealed(io.BytesIO(sealed), keys_in(OLD)) as opened:
        for place in (size // 2, size, 0, max(0, size - 3)):
            opened.seek(place)
            assert opened.read(9) == content[place : place + 9]


def test_a_stream_that_was_changed_moved_or_cut_is_refused() -> None:
    content = bytes(3 * PIECE)
    sealed, step = kept(content), PIECE + TAG
    pieces = [sealed[place : place + step] for place in range(BEFORE, len(sealed), step)]
    assert len(pieces) == 3
    head = sealed[:BEFORE]
    for wrong in (
        sealed[:-1],
        head + pieces[0] + pieces[1],  # The last piece is missing.
        head + pieces[1] + pieces[0] + pieces[2],
        head + pieces[0] + pieces[2],
        head,
        sealed[:200] + bytes([sealed[200] ^ 1]) + sealed[201:],
        sealed + b"x",
    ):
        with pytest.raises(Broken):
            read(wrong)


def test_what_is_not_sealed_says_so() -> None:
    assert sealed_under(io.BytesIO(b"")) == ""
    assert sealed_under(io.BytesIO(b"%PDF-1.7 and so on, and on, and on, and on")) == ""
