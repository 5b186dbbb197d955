from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


class ReviewsConfig(AppConfig):
    name = "reviews"

    def ready(self) -> None:
        # The database's own signals, not a record's: triggers are made after each migration, and each new SQLite
        # connection needs the function that they ask.
        from reviews import regimes
        from reviews.append_only import prepare_connection, protect
        from reviews.sealed import check_keys, check_keys_apart, noted

        if settings.REGIMES:
            regimes.use(*settings.REGIMES)
        connection_created.connect(prepare_connection, dispatch_uid="append-only")
        post_migrate.connect(protect, dispatch_uid="append-only")
        post_migrate.connect(noted, sender=self, dispatch_uid="sealing-key")
        checks.register(check_keys, "sealing")
        checks.register(check_keys_apart, "sealing", deploy=True)
