"""Settings of the test suite: fast passwords, letters in memory, tasks at once, a database file that threads can share."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import BASE_DIR, DATABASES, QUEUES, STORAGES, env

DEBUG = False
SECRET_KEY = "testing-only-key-0123456789-0123456789-0123456789-0123456789"
ALLOWED_HOSTS = ["*"]
BASE_URL = WAGTAILADMIN_BASE_URL = "http://testserver"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STAFF_SECOND_FACTOR_REQUIRED = False
TEST_DIR = Path(env("TEST_DIR", default=str(BASE_DIR / "var" / "test")))
TEST_DIR.mkdir(parents=True, exist_ok=True)
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_DIR / "test.sqlite3")}
else:
    DATABASES["default"]["TEST"] = {"NAME": env("TEST_DATABASE_NAME", default="test_portal")}
    DATABASES["default"]["CONN_MAX_AGE"] = 0
_files = Path(tempfile.mkdtemp(prefix="portal-test-"))
MEDIA_ROOT = _files / "media"
PRIVATE_ROOT = _files / "private"
STORAGES = {
    **STORAGES,
    "private": {**STORAGES["private"], "OPTIONS": {"location": PRIVATE_ROOT}},
}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": QUEUES}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
ACCOUNT_RATE_LIMITS = False
FORM_MIN_FILL_SECONDS = 0
