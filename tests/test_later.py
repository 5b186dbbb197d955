"""Work that nobody can be found to take does not undo the change that it follows from."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from kombu.exceptions import OperationalError

from reviews.models import Message
from reviews.services import message
from tests import make


@pytest.mark.django_db(transaction=True)
def test_a_letter_is_queued_though_the_broker_is_away() -> None:
    with patch("reviews.tasks.send_waiting.delay", side_effect=OperationalError("away")):
        world = make.world()
        message.queue(key="one", kind="k", subject="s", text="t", to=world.manager, board=world.board)
    assert Message.objects.get().sent_at is None
