"""How fast letters leave: one process, one local sink in another process, letters of about 4 kB.

    .venv/bin/python -m bench.letters [--letters 2000]

Works in a new database of its own (SQLite in a temporary folder, or a new PostgreSQL database with DATABASE_URL); prints
letters per second written one by one, written as copies of one letter, and delivered, and the growth of memory.
"""

import argparse
import asyncio
import logging
import multiprocessing
import os
import re
import resource
import smtplib
import time
from pathlib import Path

import django
from aiosmtpd.smtp import SMTP
from django.conf import settings
from django.test import override_settings

from bench.common import throwaway_database
from tests.support.smtp import free_port

BARE = 500
PARAGRAPH = "Відповідь на ваш запит готова. " * 12


def parse():
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=2000)
    return parser.parse_args()


def sink(port, counted):
    """Be a mail server that counts distinct Message-IDs and repeats."""
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    seen = set()

    class Handler:
        async def handle_DATA(self, server, session, envelope):  # noqa: N802
            seen.add(re.search(rb"Message-ID: (\S+)", envelope.content).group(1))
            with counted.get_lock():
                counted[0] += 1
                counted[1] = len(seen)
            return "250 OK"

    async def serve():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: SMTP(Handler()), "127.0.0.1", port)
        await server.serve_forever()

    asyncio.run(serve())


def rate(count, action):
    """Run `action` and return how many of `count` it did per second."""
    start = time.perf_counter()
    action()
    return count / (time.perf_counter() - start)


def mail_to(port):
    """Return the settings that lead letters to the sink and leave tasks to nobody."""
    tasks = {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": settings.QUEUES}
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": port,
        "TASKS": {"default": tasks},
    }


def machinery():
    """Return what must not be imported before `django.setup()`; let the bench's own letter be found."""
    from django.db import transaction

    from core import models, outbox

    settings.TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")
    outbox.declare("bench/letter", label="Bench", context=("name",))
    return outbox, models.Letter, transaction.atomic


def bare(letter, port):
    """Return the rate of smtplib alone with one ready message, for comparison."""
    from core.outbox.message import bytes_of

    with smtplib.SMTP("127.0.0.1", port) as connection:
        content = bytes_of(letter)
        return rate(BARE, lambda: [connection.sendmail("a@example.org", "b@example.org", content) for _ in range(BARE)])


def measure(letters, port, counted):
    """Write and deliver, print the rates."""
    outbox, letter_model, atomic = machinery()
    people = [f"person{number}@example.org" for number in range(letters)]

    @atomic
    def one_by_one():
        for person in people[:500]:
            outbox.write("bench/letter", event="one", recipient=person, context={"name": PARAGRAPH})

    def copies():
        outbox.write_copies("bench/letter", event="many", recipients=people, context={"name": PARAGRAPH})

    print(f"written one by one   {rate(500, one_by_one):8.0f} letters/s")
    print(f"written as copies    {rate(letters, copies):8.0f} letters/s")
    letter_model.objects.filter(event="one").delete()
    print(f"bare smtplib         {bare(letter_model.objects.first(), port):8.0f} letters/s")
    outbox.deliver_due(limit=1)
    left = letter_model.objects.filter(state="waiting").count()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    speed = rate(left, lambda: outbox.deliver_due(limit=10**9))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"delivered            {speed:8.0f} letters/s, memory +{grown:.1f} MiB")
    print(f"arrived              {counted[0] - BARE} letters, {counted[1]} different, of {letters}")


def main():
    """Start a sink, make a database of our own, measure."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.testing")
    options = parse()
    counted = multiprocessing.Array("q", 2)
    port = free_port()
    server = multiprocessing.Process(target=sink, args=(port, counted), daemon=True)
    server.start()
    django.setup()
    try:
        with throwaway_database(), override_settings(**mail_to(port)):
            measure(options.letters, port, counted)
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
