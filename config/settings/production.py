"""Settings of a public site. It refuses to start half-configured and says what is missing."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import STORAGES, env

DEBUG = False


def required(name, *, why):
    """Read a setting that a public site cannot do without; raise ImproperlyConfigured naming it otherwise."""
    value = env(name, default="").strip()
    if not value:
        raise ImproperlyConfigured(f"{name} is not set: {why}")
    return value


SECRET_KEY = required("SECRET_KEY", why="sessions and links in letters are signed with it; make one of 50+ characters.")
if len(SECRET_KEY) < 50 or SECRET_KEY.startswith(("development", "django-insecure", "change")):
    raise ImproperlyConfigured("SECRET_KEY is a default or too short: make a random one of 50 characters or more.")
ALLOWED_HOSTS = [
    host.strip() for host in required("ALLOWED_HOSTS", why="list the site's host names, comma separated.").split(",")
]
if "*" in ALLOWED_HOSTS or not all(ALLOWED_HOSTS):
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the site's hosts: no '*' and no empty name.")
BASE_URL = WAGTAILADMIN_BASE_URL = env("BASE_URL", default=f"https://{ALLOWED_HOSTS[0]}")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[f"https://{host}" for host in ALLOWED_HOSTS])
if not env("EMAIL_URL", default="") and not env("ANYMAIL_PROVIDER", default=""):
    raise ImproperlyConfigured(
        "EMAIL_URL is not set: letters would be lost. Give a mail server's address or ANYMAIL_PROVIDER."
    )

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=True)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
SENTRY_DSN = env("SENTRY_DSN", default="")
if SENTRY_DSN:
    import sentry_sdk

    sentry_sdk.init(dsn=SENTRY_DSN, send_default_pii=False)
