"""The form in which editors write a place: rows that contradict each other are refused with a sentence."""

from django.core.exceptions import ValidationError

from cms.page_form import BasePageForm
from cms.place_rules import problems_of_exceptions, problems_of_week


class PlacePageForm(BasePageForm):
    """Looks at the rows of hours together, which no single row can."""

    def clean(self):
        """Refuse overlapping intervals, breaks outside reception, exceptions of one day."""
        cleaned = super().clean()
        problems = problems_of_week(self._rows("intervals", "weekday", "opens", "closes"))
        problems += problems_of_exceptions(self._rows("exceptions", "first_day", "last_day"))
        if problems:
            raise ValidationError(problems)
        return cleaned

    def _rows(self, name, *needed):
        """The rows that will be saved, without those that are not filled in."""
        formset = self.formsets.get(name)
        if formset is None or not formset.is_valid():
            return []
        kept = [form.instance for form in formset.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
        return [row for row in kept if all(getattr(row, field, None) is not None for field in needed)]
