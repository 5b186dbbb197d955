"""Migration operations that are applied with one look at the models.

After each operation Django draws every connected model anew, and here nearly all are connected: with one operation after
the other, an empty database takes minutes to make.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class AtOnce(Operation):
    """Applies `operations` one by one between the models before all of them and the models after all of them.

    Right for new models, in any order and with a circle of foreign keys, and for one change to each of several models.
    Not for two changes to one model: the second would not know of the first.
    """

    reversible = False
    serialization_expand_args = ["operations"]

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)  # Else each operation would draw them.
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: Any, to_state: Any
    ) -> None:
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return f"Apply {len(self.operations)} operations at once"
