"""The form field for several files."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import ngettext

from .examining import examine
from .kinds import accept, kinds_in_words


class FilesInput(forms.FileInput):
    """A file input that takes several files and offers only the allowed kinds."""

    allow_multiple_selected = True

    def __init__(self, attrs=None):
        super().__init__({"multiple": True, **(attrs or {})})

    def get_context(self, name, value, attrs):
        """Offer the kinds that are allowed now, not when the form was declared."""
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"].setdefault("accept", accept())
        return context


class FilesField(forms.FileField):
    """Several files, each known by its content; the cleaned value is a list, empty when nothing was chosen.

    `max_count` is how many may come at once (the setting UPLOAD_MAX_COUNT by default). Every refused file gives its own
    message, naming the file.
    """

    widget = FilesInput

    def __init__(self, *, max_count=None, **options):
        self.max_count = max_count
        self._own_help = "help_text" not in options
        super().__init__(**options)
        if self._own_help:
            self.help_text = limits_in_words_lazy(self)

    @property
    def limit(self):
        """How many files may come at once."""
        return self.max_count or settings.UPLOAD_MAX_COUNT

    def clean(self, data, initial=None):
        """Return the list of files. Raises ValidationError with one message for each refused file."""
        files = [file for file in (data if isinstance(data, list | tuple) else [data]) if file]
        if not files and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(files) > self.limit:
            raise ValidationError(self._too_many(len(files)), code="too_many")
        errors = []
        for file in files:
            try:
                examine(file)
                self.run_validators(file)
            except ValidationError as error:
                errors.extend(error.error_list)
        if errors:
            raise ValidationError(errors)
        return files

    def _too_many(self, count):
        return ngettext(
            "You chose %(count)s files, and only %(limit)s may be sent at once.",
            "You chose %(count)s files, and only %(limit)s may be sent at once.",
            self.limit,
        ) % {"count": count, "limit": self.limit}


def limits_in_words(field):
    """The rules for the person who chooses: how many files, how large, of what kinds."""
    return ngettext(
        "Up to %(limit)s file, no larger than %(size)s: %(kinds)s.",
        "Up to %(limit)s files, each no larger than %(size)s: %(kinds)s.",
        field.limit,
    ) % {"limit": field.limit, "size": filesizeformat(settings.UPLOAD_MAX_BYTES), "kinds": kinds_in_words()}


class limits_in_words_lazy:  # noqa: N801 (stands where a lazy string does)
    """`limits_in_words` in the reader's language, at the moment it is printed."""

    def __init__(self, field):
        self.field = field

    def __str__(self):
        return limits_in_words(self.field)
