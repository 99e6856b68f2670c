"""Statutory terms: every number of a law once, with its article.

(?) marks a rule that a lawyer must confirm before a community goes live; see docs/law.md.
"""

from django.utils.translation import gettext_lazy as _

from core.workdays import Rule, Unit, register

INFORMATION = "Law 2939-VI"
APPEALS = "Law 393/96-ВР"

RULES = (
    # Public information (Закон «Про доступ до публічної інформації»)
    Rule("request", 5, Unit.WORKING_DAY, f"{INFORMATION}, Art. 20 p. 1", _("Answer to a public-information request")),
    Rule("request-urgent", 48, Unit.HOUR, f"{INFORMATION}, Art. 20 p. 2", _("Answer to an urgent request")),
    Rule("request-extended", 20, Unit.WORKING_DAY, f"{INFORMATION}, Art. 20 p. 4", _("Answer after an extension")),
    Rule("request-extension-notice", 5, Unit.WORKING_DAY, f"{INFORMATION}, Art. 20 p. 4", _("Notice of an extension")),
    Rule("request-forward", 5, Unit.WORKING_DAY, f"{INFORMATION}, Art. 22 p. 3", _("Forwarding to the known holder")),
    Rule("request-payment", 20, Unit.WORKING_DAY, f"{INFORMATION}, Art. 21 (?)", _("Payment of copying costs")),
    Rule("request-after-payment", 5, Unit.WORKING_DAY, f"{INFORMATION}, Art. 20 p. 1, 21 (?)", _("Answer once paid")),
    Rule("request-close", 30, Unit.CALENDAR_DAY, "PROCEDURES C1", _("Closing after the answer")),
    Rule(
        "request-appeal",
        1,
        Unit.MONTH,
        f"{INFORMATION}, Art. 23; {APPEALS}, Art. 20",
        _("The head's decision on a complaint"),
    ),
    Rule(
        "draft-act",
        10,
        Unit.WORKING_DAY,
        f"{INFORMATION}, Art. 15 p. 3",
        _("Publication of a draft act before its consideration"),
    ),
    # Citizens' appeals (Закон «Про звернення громадян»)
    Rule("appeal", 1, Unit.MONTH, f"{APPEALS}, Art. 20", _("Answer to a citizen's appeal")),
    Rule("appeal-simple", 15, Unit.CALENDAR_DAY, f"{APPEALS}, Art. 20", _("Answer to an appeal that needs no study")),
    Rule("appeal-max", 45, Unit.CALENDAR_DAY, f"{APPEALS}, Art. 20", _("Answer to an appeal, extensions included")),
    Rule("appeal-return", 10, Unit.CALENDAR_DAY, f"{APPEALS}, Art. 5", _("Return of a defective appeal")),
    Rule(
        "appeal-forward",
        5,
        Unit.CALENDAR_DAY,
        f"{APPEALS}, Art. 7 (?)",
        _("Forwarding an appeal to the competent body"),
    ),
    # Electronic petitions
    Rule("petition-check", 2, Unit.WORKING_DAY, f"{APPEALS}, Art. 23-1 p. 6", _("Check and publication of a petition")),
    Rule(
        "petition-announce",
        3,
        Unit.WORKING_DAY,
        f"{APPEALS}, Art. 23-1 (?)",
        _("Announcement of a petition's consideration"),
    ),
    Rule(
        "petition-announce-ngo",
        2,
        Unit.WORKING_DAY,
        f"{APPEALS}, Art. 23-1 (?)",
        _("The same for a petition received from an NGO"),
    ),
    Rule("petition-consider", 10, Unit.WORKING_DAY, f"{APPEALS}, Art. 23-1", _("Consideration of a petition")),
    Rule(
        "petition-answer",
        1,
        Unit.WORKING_DAY,
        f"{APPEALS}, Art. 23-1 (?)",
        _("Publication of the answer to a petition"),
    ),
    # Administrative procedure
    Rule("administrative", 30, Unit.CALENDAR_DAY, "Law 2073-IX, Art. 34 (?)", _("Administrative proceedings")),
    # The office's own promises
    Rule("suggestion-read", 10, Unit.WORKING_DAY, "PROCEDURES C0 (own rule)", _("Reading a suggestion")),
    Rule("suggestion-answer", 30, Unit.CALENDAR_DAY, "PROCEDURES C0 (own rule)", _("Decision on a suggestion")),
)

register(*RULES)
