"""Entry point for gunicorn: `gunicorn inclusion.wsgi`."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inclusion.settings")
application = get_wsgi_application()

# What was loaded so far stays for good; searching it for garbage takes a third of a large page's time.
# A page makes some fifty thousand objects and leaves none behind, so there is little to look for meanwhile.
gc.collect()
gc.freeze()
gc.set_threshold(50_000, 20, 20)
