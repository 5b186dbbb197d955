"""SCR Portal: the composition root. Celery's application is found in `scr_portal.celery`."""
