"""The cache on Redis, which may be away: nothing stands in it that a person would lose."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

log = logging.getLogger(__name__)
T = TypeVar("T")


class SteadyCache(RedisCache):
    """Answers as an empty cache would while Redis is away, and says so in the log.

    So a form can be sent, though a second click is not noticed; sign-ins are counted in the database and stay limited.
    """

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Whether nothing stood there."""
        return self.unless_away(lambda: RedisCache.add(self, key, value, timeout, version), True)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """What stands there, or the default."""
        return self.unless_away(lambda: RedisCache.get(self, key, default, version), default)

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Put something there."""
        self.unless_away(lambda: RedisCache.set(self, key, value, timeout, version), None)

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Whether something stood there, and stands no longer."""
        return self.unless_away(lambda: RedisCache.delete(self, key, version), False)

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        """Count on. Raises ValueError where nothing stands."""
        try:
            return RedisCache.incr(self, key, delta, version)
        except RedisError as error:
            log.warning("the cache does not answer: %s", type(error).__name__)
            raise ValueError(f"Nothing stands under {key}.") from error

    def unless_away(self, ask: Callable[[], T], instead: T) -> T:
        """What Redis answers, or `instead`."""
        try:
            return ask()
        except RedisError as error:
            log.warning("the cache does not answer: %s", type(error).__name__)
            return instead
