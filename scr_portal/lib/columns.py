"""The columns of a file that a reader went through: {"tables": [{"columns": [{"heading": …, "field": …}, …]}, …]}."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def proposed(parsed: Mapping[str, Any]) -> dict[str, str]:
    """Heading → the field that the reader takes it for, of all tables: by its headings a way of writing is known again."""
    return {column["heading"]: column["field"] for table in parsed.get("tables", []) for column in table["columns"]}


def chosen(parsed: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, str]:
    """Heading → field: as somebody chose it, else as the reader proposes it."""
    return {heading: columns.get(heading, field) for heading, field in proposed(parsed).items()}
