"""Forms of discussions."""

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from core.forms import HouseForm, TextField
from participation.comments.services.commenting import MAX_LENGTH
from participation.moderation.rules import links_in_first_posts


class CommentForm(HouseForm):
    """The words of a comment; an employee may mark them as the answer of the office."""

    text = TextField(label=_("Your comment"), max_length=MAX_LENGTH, lines=5)
    is_official = forms.BooleanField(
        label=_("This is an official answer: show my position"), required=False, widget=forms.CheckboxInput()
    )
    anchor = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    next = forms.CharField(required=False, max_length=300, widget=forms.HiddenInput)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.actor = actor
        self.fields["text"].help_text = _("Everybody sees it with your name: %(name)s.") % {"name": actor}
        self.fields["text"].widget.attrs["data-counter"] = _("Characters left: {n}")
        self.fields["text"].widget.attrs["maxlength"] = MAX_LENGTH
        if not actor.is_official_staff:
            del self.fields["is_official"]

    def clean_text(self):
        """Refuse links of new accounts."""
        text = self.cleaned_data["text"]
        if why := links_in_first_posts(self.actor, text):
            raise forms.ValidationError(why, code="link")
        return text

    def clean_next(self):
        """A path of this site, or nothing."""
        path = self.cleaned_data["next"]
        return path if path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None) else ""


class EditForm(HouseForm):
    """The words of one's own comment, changed."""

    text = TextField(label=_("Your comment"), max_length=MAX_LENGTH, lines=6)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.actor = actor

    clean_text = CommentForm.clean_text
