"""References and keys as people and forms say them."""

from __future__ import annotations

from scr_portal.lib.refs import key, keys


def test_what_can_be_no_key_is_left_out() -> None:
    assert keys(["7", "abc", "", "²", "-1", "1.5", "9" * 19, "9" * 5000, "\x00", "12"]) == [7, 12]
    assert (key("7"), key("9" * 5000), key("")) == (7, 0, 0)
