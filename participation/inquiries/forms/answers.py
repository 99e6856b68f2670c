"""The forms of an answer: a refusal that cannot be incomplete, a correction, the public edition."""

from django import forms
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from casework.enums import AnswerKind, AttachmentPurpose
from casework.forms import TransitionForm
from core.forms import TextField
from core.uploads import FilesField
from participation.inquiries.answers import REFUSING
from participation.inquiries.forms.steps import officer
from participation.inquiries.guards import draft_of, given_answer
from participation.inquiries.models import RefusalGround

LONG = {"max_length": 50_000, "lines": 10}
PART = {"max_length": 10_000, "lines": 4, "required": False}
UNPAID = "art22-3"
NEEDED_BY_REFUSAL = ("ground", "reasons", "appeal", "officer_name", "officer_position", "signed_on", "signature")


def appeal_clause():
    """How to appeal, in the official language (Art. 23)."""
    with translation.override("uk"):
        return gettext(
            "This decision, action or inaction may be appealed to the head of the information holder, to a higher body, "
            "to the Ukrainian Parliament Commissioner for Human Rights (21/8 Instytutska St., Kyiv, 01008) or to an "
            "administrative court under the Code of Administrative Procedure of Ukraine (Art. 23 of the Law of Ukraine "
            "“On Access to Public Information”)."
        )


def file_choices(files):
    """(pk, name) of attachments."""
    return [(file.pk, file.original_name) for file in files]


class FilesChoice(forms.TypedMultipleChoiceField):
    """Some of a case's files, by number."""

    def __init__(self, **options):
        super().__init__(coerce=int, required=False, widget=forms.CheckboxSelectMultiple, **options)


class DraftForm(TransitionForm):
    """One version of the answer. A refusal, whole or partial, must hold everything that Art. 22 p. 4 asks."""

    kind = forms.ChoiceField(label=_("What the answer gives"), choices=AnswerKind.choices, widget=forms.RadioSelect)
    text = TextField(label=_("Text of the answer"), **LONG)
    files = FilesField(label=_("Files"), required=False)
    kept_files = FilesChoice(label=_("Files of the earlier version to keep"))
    given_part = TextField(
        label=_("What is given"), help_text=_("For a partial answer: the open part (Art. 6 p. 7)."), **PART
    )
    ground = forms.ModelChoiceField(
        RefusalGround.objects.none(),
        label=_("Ground of refusal"),
        required=False,
        empty_label=_("Nothing is refused"),
        help_text=_("When anything is refused, everything from here to the signature is needed (Art. 22 p. 4)."),
    )
    reasons = TextField(
        label=_("Reasons of the refusal"), help_text=_("Why the ground applies to this request."), **PART
    )
    interest = TextField(
        label=_("Three-part test: the protected interest"),
        help_text=_("For restricted information only (Art. 6 p. 2): all three parts."),
        **PART,
    )
    harm = TextField(label=_("Three-part test: the substantial harm of disclosure"), **PART)
    balance = TextField(label=_("Three-part test: why the harm outweighs the public interest"), **PART)
    appeal = TextField(label=_("How to appeal"), **PART)
    officer_name = TextField(label=_("Responsible officer"), max_length=200, required=False)
    officer_position = TextField(label=_("Officer’s position"), max_length=200, required=False)
    signed_on = forms.DateField(
        label=_("Date"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    signature = TextField(
        label=_("Signature"),
        max_length=300,
        required=False,
        help_text=_("Who signs and how, for example “e-signature”."),
    )
    public_text = TextField(
        label=_("Public edition of the answer"),
        required=False,
        help_text=_("For the public register, without personal data. It may be written later."),
        **LONG,
    )

    def prepare(self):
        """Offer the grounds of the day; begin with the earlier version, the person who fills it and the appeal clause."""
        self.fields["ground"].queryset = RefusalGround.objects.in_force(timezone.localdate(self.now))
        for name in NEEDED_BY_REFUSAL:
            self.fields[name].hide_optional = True
        earlier = self.earlier()
        files = earlier.attachments.filter(purpose=AttachmentPurpose.ANSWER) if earlier else ()
        self.fields["kept_files"].choices = file_choices(files)
        if not self.fields["kept_files"].choices:
            del self.fields["kept_files"]
        known = {"appeal": appeal_clause(), "signed_on": timezone.localdate(self.now), **officer(self.actor)}
        if earlier:
            known |= facts_of(earlier)
        for name, value in known.items():
            self.initial.setdefault(name, value)

    def earlier(self):
        """The version to begin with, or None."""
        return self.case.answers.order_by("-version").first()

    def clean(self):
        """A refusal is complete, or it is not fired."""
        cleaned = super().clean()
        if cleaned.get("kind") in REFUSING:
            self._require(cleaned, *NEEDED_BY_REFUSAL)
            if cleaned["kind"] == AnswerKind.PARTIAL:
                self._require(cleaned, "given_part")
            ground = cleaned.get("ground")
            if ground and ground.needs_test:
                self._require(cleaned, "interest", "harm", "balance")
            elif ground:
                cleaned |= {"interest": "", "harm": "", "balance": ""}
        return cleaned

    def _require(self, cleaned, *names):
        """Put a message beside every empty field that a refusal needs."""
        for name in names:
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, _("A refusal is not valid without this (Art. 22 p. 4)."))


def facts_of(answer):
    """The fields of the form as an earlier version filled them."""
    names = ("kind", "text", "given_part", "officer_name", "officer_position", "public_text", "correction_reason")
    facts = {name: getattr(answer, name) for name in names}
    if answer.appeal:
        facts["appeal"] = answer.appeal
    facts["kept_files"] = [file.pk for file in answer.attachments.filter(purpose=AttachmentPurpose.ANSWER)]
    refusal = getattr(answer, "refusal", None)
    if refusal:
        parts = ("reasons", "interest", "harm", "balance", "signature")
        facts |= {"ground": refusal.ground_id, **{name: getattr(refusal, name) for name in parts}}
    return {name: value for name, value in facts.items() if value}


class UnpaidForm(DraftForm):
    """A refusal because copying was not paid (Art. 22 p. 1, ground 3)."""

    def prepare(self):
        """Begin with that ground."""
        ground = RefusalGround.objects.in_force(timezone.localdate(self.now)).filter(code=UNPAID).first()
        self.initial |= {"kind": AnswerKind.REFUSED, "ground": ground.pk if ground else None}
        super().prepare()


class CorrectForm(DraftForm):
    """A correction: the next version, with the reason that the applicant reads."""

    correction_reason = TextField(label=_("Why the answer is corrected"), max_length=10_000, lines=4)

    field_order = ["correction_reason"]


class PublicAnswerForm(TransitionForm):
    """The public edition of the answer and its public files."""

    public_text = TextField(label=_("Public edition of the answer"), required=False, **LONG)
    pictures = FilesChoice(
        label=_("Pictures to publish"), help_text=_("They are drawn anew, without hidden data. Look at each first.")
    )
    public_files = FilesField(
        label=_("Public files"), required=False, help_text=_("New files from which personal data were removed.")
    )
    hidden_files = FilesChoice(label=_("Public files to take away"))

    def prepare(self):
        """Offer the pictures not yet published and the files already public; link to the preview."""
        answer = draft_of(self.case) or given_answer(self.case)
        files = list(self.case.attachments.select_related("public_copy"))
        pictures = [file for file in files if self._is_unpublished_picture(file, answer)]
        public = [file for file in files if file.purpose == AttachmentPurpose.PUBLIC_COPY]
        self.fields["pictures"].choices = file_choices(pictures)
        self.fields["hidden_files"].choices = file_choices(public)
        if answer:
            self.initial.setdefault("public_text", answer.public_text)
        self.fields["public_text"].help_text = format_html(
            '{} <a href="{}">{}</a>',
            _("What the public register shows instead of the answer."),
            reverse("inquiries:preview", args=[self.case.number]),
            _("How the page looks now"),
        )

    def _is_unpublished_picture(self, file, answer):
        """Whether a file of the answer can be drawn anew for everybody."""
        of_answer = answer is not None and file.answer_id == answer.pk and file.purpose == AttachmentPurpose.ANSWER
        return of_answer and file.content_type.startswith("image/") and not hasattr(file, "public_copy")
