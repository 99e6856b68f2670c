"""Why a verb of the register was refused."""

from django.core.exceptions import ValidationError


class Refused(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The table does not let this actor fire this event now. The message may be shown to the actor."""


class InvalidFields(ValidationError):  # noqa: N818 - the same
    """The transition's form was incomplete; `form` carries messages beside its fields."""

    def __init__(self, form):
        super().__init__(dict(form.errors) or "invalid")
        self.form = form
