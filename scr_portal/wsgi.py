"""The door for gunicorn."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scr_portal.settings")
application = get_wsgi_application()

from reviews.sealed import stand  # noqa: E402 - models are there from here on

stand()

# What was loaded stays, so nobody need look through it for garbage again and again; what pages leave is looked for less often.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
