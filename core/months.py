"""Months as people turn them over: their keys in addresses, their names, the neighbours."""

import re
from datetime import date, timedelta

from django.utils.dateformat import format as format_date

KEY = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")


def key_of(day):
    """2026-11."""
    return f"{day:%Y-%m}"


def of_key(key):
    """The first day of the month "2026-11", of this century; None for anything else."""
    found = KEY.fullmatch(key)
    return date(int(found[1]), int(found[2]), 1) if found else None


def name_of(day):
    """“листопад 2026” with a capital letter."""
    text = format_date(day, "F Y")
    return text[:1].upper() + text[1:]


def before(day):
    """The first day of the month before."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def after(day):
    """The first day of the month after."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)
