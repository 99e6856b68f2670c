"""WSGI entry point for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

from core.wsgi import with_readable_headers

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = with_readable_headers(get_wsgi_application())
