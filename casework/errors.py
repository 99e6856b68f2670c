"""Why a verb of the register was refused."""

from django.core.exceptions import ValidationError


class Refused(Exception):
    """The table does not let this actor fire this event now. The message may be shown to the actor."""


class InvalidFields(ValidationError):
    """The transition's form was incomplete; `form` carries messages beside its fields."""

    def __init__(self, form):
        super().__init__({name: messages for name, messages in form.errors.items()} or "invalid")
        self.form = form
