"""What meets the reader of the finder: the form that reads the address, and the form that asks one question."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.finder.rules import SIGN_LENGTH
from core.forms import HouseForm, SummaryLine

MOST_ANSWERS = 50


class SignsField(forms.Field):
    """Several values of one name, each a short word in Latin letters."""

    widget = forms.MultipleHiddenInput

    def clean(self, value):
        """Give a list; raise ValidationError when the address holds what no link of ours holds."""
        signs = list(value or ())
        if len(signs) > MOST_ANSWERS or not all(self._is_sign(sign) for sign in signs):
            raise ValidationError(_("The address of the page is damaged."), code="invalid")
        return signs

    @staticmethod
    def _is_sign(sign):
        plain = sign.replace("-", "").replace("_", "")
        return 0 < len(sign) <= SIGN_LENGTH and plain.isascii() and plain.isalnum()


class WayForm(forms.Form):
    """The query string: `a`, once for every answer; `n`, the number of the question that the reader has sent."""

    a = SignsField(required=False)
    n = forms.IntegerField(required=False, min_value=1, max_value=MOST_ANSWERS + 1)

    def way(self):
        """The answers, nothing when they cannot be read."""
        self.is_valid()
        return self.cleaned_data.get("a", [])

    def sent_without_answer(self, walk):
        """True when the reader pressed the button of the question that is still open."""
        self.is_valid()
        return not walk.is_lost and self.cleaned_data.get("n") == walk.number


class QuestionForm(HouseForm):
    """One question with its answers."""

    a = forms.ChoiceField(widget=forms.RadioSelect)

    def __init__(self, data, *, walk):
        super().__init__(data, auto_id="answer-%s")
        field = self.fields["a"]
        field.label = walk.value["text"]
        field.help_text = walk.value["hint"]
        field.choices = [(option.sign, option.label) for option in walk.options]
        field.error_messages["required"] = _("Choose one of the answers.")

    @property
    def error_summary(self):
        """A short label: the question itself reads badly before a colon."""
        return [SummaryLine("answer-a_0", str(_("Answer")), message) for message in self.errors.get("a", ())]
