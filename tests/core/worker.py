"""A launcher of real worker processes for `test_outbox_killed`: starts Django once, forks a worker for each line it reads.

`python -m tests.core.worker DATABASE_NAME SMTP_PORT` prints the worker's process id; a worker delivers letters until it is
killed; an empty line waits for its end.
"""

import os
import sys
import time


def start_django(database_name, port):
    """Set Django up on the test's database and mail server."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.testing")
    import django
    from django.conf import settings
    from django.db import connection

    django.setup()
    connection.settings_dict["NAME"] = database_name
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(port)
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False


def deliver_for_ever():
    """Be a worker."""
    from core.outbox import deliver_due

    while True:
        deliver_due()
        time.sleep(0.005)


def main():
    """Fork a worker per line."""
    start_django(*sys.argv[1:])
    worker = None
    print("ready", flush=True)
    for line in sys.stdin:
        if not line.strip():
            os.waitpid(worker, 0)
            print("ended", flush=True)
            continue
        worker = os.fork()
        if worker == 0:
            deliver_for_ever()
        print(worker, flush=True)


if __name__ == "__main__":
    main()
