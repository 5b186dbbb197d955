"""What the migrations make beside tables, on the database that the tests made by them."""

from __future__ import annotations

import pytest
from django.db import connection

from findings.models import LibraryReview

pytestmark = pytest.mark.django_db


def test_the_library_has_its_index_of_words() -> None:
    with connection.cursor() as cursor:
        assert "library_words" in connection.introspection.get_constraints(cursor, LibraryReview._meta.db_table)
