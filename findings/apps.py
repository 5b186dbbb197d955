from django.apps import AppConfig
from django.core import checks


class FindingsConfig(AppConfig):
    name = "findings"

    def ready(self) -> None:
        """Runs once, when all apps are loaded."""
        from findings.near import check_vectors

        checks.register(check_vectors, "made_before")
