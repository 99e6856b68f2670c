"""Letters about the account itself: confirm the address, set a password, something about sign-in changed.

They go through the outbox like every other letter, so a mail server that is down loses none of them. allauth names them
by a template prefix ("account/email/password_reset_key"); its last part is the letter's name here.
"""

from uuid import uuid4

from django.utils.translation import gettext_lazy as _

from core import outbox

LETTERS = {
    "account_already_exists": (_("Sign-up with an address that has an account"), ["password_reset_url"]),
    "email_confirmation": (_("Confirmation of an e-mail address"), ["activate_url"]),
    "password_reset_key": (_("Link for a new password"), ["password_reset_url"]),
    "unknown_account": (_("No account with this address"), ["signup_url"]),
    "invitation": (_("Invitation of staff"), ["password_reset_url"]),
    "email_changed": (_("E-mail address changed"), ["from_email", "to_email", "timestamp", "ip"]),
    "email_confirm": (_("E-mail address confirmed"), ["timestamp", "ip"]),
    "email_deleted": (_("E-mail address removed"), ["deleted_email", "timestamp", "ip"]),
    "password_changed": (_("Password changed"), ["timestamp", "ip"]),
    "password_reset": (_("New password set"), ["timestamp", "ip"]),
    "password_set": (_("Password set"), ["timestamp", "ip"]),
    "recovery_codes_generated": (_("New recovery codes"), ["timestamp", "ip"]),
    "totp_activated": (_("Codes from an application switched on"), ["timestamp", "ip"]),
    "totp_deactivated": (_("Codes from an application switched off"), ["timestamp", "ip"]),
    "webauthn_added": (_("Passkey added"), ["timestamp", "ip"]),
    "webauthn_removed": (_("Passkey removed"), ["timestamp", "ip"]),
}
SAME_LETTER = {"email_confirmation_signup": "email_confirmation"}


def declare():
    """Make the letters known to the outbox; those with a link that opens the account are hidden from staff."""
    for name, (label, context) in LETTERS.items():
        is_key = any(word.endswith("_url") for word in context)
        outbox.declare(f"accounts/{name}", label=label, context=tuple(context), secret=is_key)


def write_letter(name, recipient, context, *, language):
    """Write the letter `name` to `recipient`; every call is a new letter. Returns the Letter."""
    name = name.rpartition("/")[2]
    kind = f"accounts/{SAME_LETTER.get(name, name)}"
    return outbox.write(kind, event=f"account:{uuid4()}", recipient=recipient, context=context, language=language)
