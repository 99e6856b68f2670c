"""The form in which editors write a sample: the template and the rows that describe its fields must agree."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from cms.page_form import BasePageForm
from cms.samples import template
from cms.samples.guessing import guess


class SamplePageForm(BasePageForm):
    """Every name of the template has a row, every row's name stands in the template."""

    def clean(self):
        """Read the template once the rows are known; a draft without any row gets them made."""
        cleaned = super().clean()
        rows = self.formsets.get("online_fields")
        self.guessed = []
        if rows is None or not rows.is_valid():
            return cleaned
        keys = [form.instance.key for form in rows.forms if self._is_kept(rows, form)]
        if "template_docx" in cleaned:
            self._compare(cleaned["template_docx"], keys)
        return cleaned

    def save(self, commit=True):
        """Add the rows that were guessed before anything is stored."""
        page = super().save(commit=False)
        if self.guessed:
            page.online_fields.add(*self.guessed)
        if commit:
            page.save()
            self._save_m2m()
        return page

    def _compare(self, document, keys):
        if document is None:
            if keys:
                self.add_error("template_docx", _("The form has fields but there is no template to fill in."))
            return
        reading = read_document(document)
        problems = list(reading.problems) or disagreements(reading.keys, keys)
        if keys or reading.problems or self._is_publishing():
            for problem in problems:
                self.add_error("template_docx", ValidationError(problem))
        else:
            self.guessed = [guess(key, order) for order, key in enumerate(reading.keys)]

    def _is_publishing(self):
        return any(name in self.data for name in ("action-publish", "action-submit"))

    @staticmethod
    def _is_kept(rows, form):
        is_there = form.has_changed() or form.instance.pk
        return bool(is_there and form.cleaned_data) and not rows._should_delete_form(form)


def read_document(document):
    """The `Reading` of a document of the library; a lost file is a problem too."""
    try:
        with document.file.open("rb") as file:
            return template.read(file)
    except (OSError, ValueError):
        return template.Reading(problems=(_("The file of the template is lost. Upload it again."),))


def disagreements(in_template, in_rows):
    """Sentences about names that stand only on one side, or twice among the rows."""
    said = []
    missing = [key for key in in_template if key not in in_rows]
    needless = [key for key in dict.fromkeys(in_rows) if key not in in_template]
    twice = [key for key in dict.fromkeys(in_rows) if in_rows.count(key) > 1]
    if missing:
        said.append(_("These names of the template have no row below: %(names)s.") % {"names": ", ".join(missing)})
    if needless:
        said.append(_("These rows are not in the template: %(names)s.") % {"names": ", ".join(needless)})
    if twice:
        said.append(_("These names stand in two rows: %(names)s.") % {"names": ", ".join(twice)})
    return said
