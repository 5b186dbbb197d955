"""Tasks on a real worker, through a real broker, on the database in which the tests write."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache, caches
from django.core.cache.backends.redis import RedisCache
from django.db import connection, transaction

from reviews.models import Board
from tests import make
from tests.services.tasks import count_boards, die_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("worker")]


@pytest.fixture
def key() -> str:
    """A place in the cache that no other test uses."""
    return uuid.uuid4().hex


def test_the_services_are_the_real_ones() -> None:
    assert connection.vendor == "postgresql"
    assert isinstance(caches["default"], RedisCache)
    assert settings.CELERY_TASK_ALWAYS_EAGER is False


def test_the_worker_sees_what_a_committed_request_wrote(key: str, in_cache: Callable[[str], Any]) -> None:
    with transaction.atomic():
        make.world()
        transaction.on_commit(lambda: count_boards.delay(key))
    assert in_cache(key) == Board.objects.count() == 1


def test_a_task_of_a_request_that_failed_is_not_sent(key: str, in_cache: Callable[[str], Any]) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        transaction.on_commit(lambda: count_boards.delay(key))
        raise ZeroDivisionError
    count_boards.delay(f"{key}-after")
    in_cache(f"{key}-after")
    assert cache.get(key) is None


def test_work_whose_worker_was_killed_is_done_by_the_next(key: str, in_cache: Callable[[str], Any]) -> None:
    die_once.delay(key)
    assert in_cache(key) == "done"
