"""Short words in which the demo services are told, so that a service reads like its information card."""

from decimal import Decimal

# Subsistence minimum for able-bodied persons in 2026 (Law on the State Budget of Ukraine for 2026), UAH.
MINIMUM = Decimal("3328")

CENTRE, ONLINE, MOBILE = "centre", "online", "mobile"


def original(name, only_if="", note=""):
    """A document that is handed over."""
    return {"kind": "original", "name": name, "condition": only_if, "note": note}


def copy(name, only_if="", note=""):
    """A copy that is handed over."""
    return {"kind": "copy", "name": name, "condition": only_if, "note": note}


def shown(name, only_if="", note=""):
    """A document that is shown and taken back."""
    return {"kind": "shown", "name": name, "condition": only_if, "note": note}


def register(name, note=""):
    """What the administrator finds in a register."""
    return {"kind": "register", "name": name, "condition": "", "note": note}


def step(title, body="", *, where=(CENTRE,), takes="", joins="then", optional=False):
    """One step of the algorithm."""
    text = f"<p>{body}</p>" if body else ""
    return {
        "title": title,
        "joins": joins,
        "optional": optional,
        "where": list(where),
        "takes": takes,
        "body": text,
    }


def free(for_whom="для всіх", ground=""):
    """Nothing to pay."""
    return {"for_whom": for_whom, "is_free": True, "ground": ground}


def share(for_whom, part, ground):
    """A share of the subsistence minimum for able-bodied persons (`part` as text: “0.015”)."""
    sum_ = (MINIMUM * Decimal(part)).quantize(Decimal("0.01"))
    words = f"{Decimal(part) * 100:f}".rstrip("0").rstrip(".").replace(".", ",")
    return {
        "for_whom": for_whom,
        "amount": sum_,
        "amount_note": f"{words} % прожиткового мінімуму для працездатних осіб",
        "ground": ground,
        "how_to_pay": "карткою в центрі або через банк",
    }


def paid(for_whom, amount, ground, note=""):
    """A fixed sum in UAH (`amount` as text)."""
    return {
        "for_whom": for_whom,
        "amount": Decimal(amount),
        "amount_note": note,
        "ground": ground,
        "how_to_pay": "карткою в центрі або через банк",
    }


def tariff(for_whom, words, ground):
    """A sum that changes too often to be written here."""
    return {
        "for_whom": for_whom,
        "amount_note": words,
        "ground": ground,
        "how_to_pay": "карткою в центрі або через банк",
    }


def working(days, variant="", counted_from="з дня подання документів", note=""):
    """A term in working days."""
    return {"unit": "working", "length": days, "variant": variant, "counted_from": counted_from, "note": note}


def calendar(days, variant="", counted_from="з дня подання документів", note=""):
    """A term in calendar days."""
    return {"unit": "calendar", "length": days, "variant": variant, "counted_from": counted_from, "note": note}


def hours(number, variant="", counted_from="після подання документів", note=""):
    """A term in hours."""
    return {"unit": "hours", "length": number, "variant": variant, "counted_from": counted_from, "note": note}


def at_once(variant="", note=""):
    """Done while the person waits."""
    return {"unit": "at_once", "variant": variant, "note": note}


def act(title, number="", adopted_on=None, url=""):
    """An act of law; `adopted_on` as “2021-11-05”."""
    return {"title": title, "number": number, "adopted_on": adopted_on, "url": url}


def refusal(text, law=""):
    """A ground to refuse."""
    return {"text": text, "law": law}
