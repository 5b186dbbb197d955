"""The board's themes."""

from __future__ import annotations

from typing import Any

import pytest

from findings.models import Theme
from findings.services import theme as verbs
from scr_portal.lib.records import Refused
from tests import make


def test_the_shipped_lists_are_taken_in_once(board: make.World) -> None:
    made = verbs.begin_lists(by=board.manager, board=board.board)
    assert "Neglect and acts of omission" in {theme.name for theme in made}
    with pytest.raises(Refused, match="taken in already"):
        verbs.begin_lists(by=board.manager, board=board.board)


def test_two_themes_do_not_share_a_name(board: make.World) -> None:
    verbs.add(by=board.manager, board=board.board, values={"name": "Hidden men", "source": "", "active": True})
    with pytest.raises(Refused, match="There is a theme of that name already"):
        verbs.add(by=board.manager, board=board.board, values={"name": "hidden MEN", "source": "", "active": True})


def test_a_theme_that_is_offered_no_longer_stays_on_its_marks(board: make.World, signed_in: Any) -> None:
    theme = verbs.add(by=board.manager, board=board.board, values={"name": "Hidden men", "source": "", "active": True})
    verbs.write(by=board.manager, theme=theme, values={"name": "Hidden men", "source": "", "active": False})
    assert not Theme.objects.get().active
    assert "Not offered" in signed_in(board.manager).get("/findings/theme/").content.decode()


def test_another_boards_themes_are_not_found(board: make.World, signed_in: Any) -> None:
    theme = Theme.objects.create(board=make.world("Elsewhere").board, name="Theirs")
    assert signed_in(board.manager).get(f"/findings/theme/{theme.pk}/edit/").status_code == 404
