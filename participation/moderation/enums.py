"""Named sets of moderation."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """What the public sees of a contribution."""

    VISIBLE = "visible", _("Visible")
    HELD = "held", _("Held for a check")
    HIDDEN = "hidden", _("Hidden")


class Verb(models.TextChoices):
    """What a decision does. An undone decision is followed by its opposite, never rubbed out."""

    KEEP = "keep", _("Leave in view")
    HOLD = "hold", _("Hold for a check")
    HIDE = "hide", _("Hide")
    RESTORE = "restore", _("Bring back")
    UNDO = "undo", _("Undo")


class Reason(models.TextChoices):
    """Why something is reported, held or hidden: the rules that a writer agrees to."""

    INSULT = "insult", _("Insult or threat")
    HATRED = "hatred", _("Calls to violence or hatred")
    PERSONAL = "personal", _("Somebody’s personal data")
    DEFENCE = "defence", _("Data that help the enemy: troops, defence, results of strikes")
    FALSE = "false", _("Pretends to be another person or body")
    SPAM = "spam", _("Advertising or spam")
    REPEAT = "repeat", _("The same text again")
    TOPIC = "topic", _("Has nothing to do with the topic")
    OTHER = "other", pgettext_lazy("reason", "Another breach of the rules")


class Ground(models.TextChoices):
    """Why something hidden comes back."""

    MISTAKE = "mistake", _("It was hidden by mistake")
    MENDED = "mended", _("The breach is gone")
    APPEAL = "appeal", _("The appeal is upheld")


class Outcome(models.TextChoices):
    """What became of a report."""

    OPEN = "open", _("Waits for a decision")
    ACCEPTED = "accepted", _("The report was right")
    GROUNDLESS = "groundless", _("No breach was found")
    LAPSED = "lapsed", _("The author took the text back")


class AppealState(models.TextChoices):
    """What became of an appeal."""

    OPEN = "open", _("Waits for an answer")
    UPHELD = "upheld", _("Upheld")
    REJECTED = "rejected", _("Rejected")
    LAPSED = "lapsed", _("No longer needed")


MOVES = {
    Verb.KEEP: ({State.VISIBLE, State.HELD}, State.VISIBLE),
    Verb.HOLD: ({State.VISIBLE}, State.HELD),
    Verb.HIDE: ({State.VISIBLE, State.HELD}, State.HIDDEN),
    Verb.RESTORE: ({State.HIDDEN}, State.VISIBLE),
}
ADVERSE = (Verb.HOLD, Verb.HIDE)
STATE_TONES = {State.VISIBLE: "good", State.HELD: "warn", State.HIDDEN: "bad"}


def reasons_for(verb):
    """The list from which `verb` takes its reason: [(key, label)]; empty when it takes none."""
    if verb in ADVERSE:
        return Reason.choices
    return Ground.choices if verb == Verb.RESTORE else []


def reason_label(key):
    """The words of a reason or ground."""
    return dict([*Reason.choices, *Ground.choices]).get(key, "")
