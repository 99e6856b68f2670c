"""Which alerts a browser has hidden: a cookie with their numbers and nothing else."""

import re

COOKIE = "hidden_alerts"
NUMBERS = re.compile(r"\d{1,18}(?:\.\d{1,18}){0,40}", re.ASCII)


def hidden_in(cookies):
    """The keys of the alerts that this browser hid; nothing for a cookie that we did not write."""
    value = cookies.get(COOKIE, "")
    return [int(number) for number in value.split(".")] if NUMBERS.fullmatch(value) else []
