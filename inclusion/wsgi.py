"""Entry point for gunicorn: `gunicorn inclusion.wsgi`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inclusion.settings")
application = get_wsgi_application()

# What was loaded so far stays for good; searching it for garbage takes a third of a large page's time.
gc.collect()
gc.freeze()
