"""Under which item of the menu a page stands."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests import make


def test_every_part_of_a_review_stands_under_reviews(board: make.World, signed_in: Any) -> None:
    review = make.review(board)
    for address in (f"/reviews/{review.ref}/", f"/findings/{review.ref}/thread/"):
        said = signed_in(board.manager).get(address, follow=True).content.decode()
        assert re.findall(r'aria-current="true">([^<]+)', said) == ["Reviews"], address


@pytest.mark.parametrize(
    ("address", "item"),
    [
        ("/", ["Your work"]),
        ("/findings/course/", ["Learning"]),
        ("/agencies/person/", ["Directory"]),
        ("/agencies/agency/", ["Directory"]),
        ("/findings/theme/", ["Directory"]),
        ("/agencies/", ["Agency returns"]),
        ("/help/words/", []),
    ],
)
def test_a_page_stands_under_its_item_of_the_menu(
    board: make.World, signed_in: Any, address: str, item: list[str]
) -> None:
    said = signed_in(board.administrator).get(address, follow=True).content.decode()
    assert re.findall(r'aria-current="true">([^<]+)', said) == item
