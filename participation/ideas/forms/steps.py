"""Forms of an idea's steps; the rule behind each field is checked here, whoever fires the step."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.roles import Role
from casework.forms import AssignForm, TransitionForm
from casework.models import Attachment
from casework.services.tracking import normalise_number
from core.forms import ManyField, TextField
from core.uploads import FilesField
from participation.ideas.enums import Feasibility, Outcome, Verdict
from participation.ideas.files import from_author, is_picture
from participation.ideas.models import Idea, Milestone
from participation.ideas.models.idea import TITLE_LENGTH
from participation.moderation.rules import links_in_first_posts

REASON = {"max_length": 4000, "lines": 4}
TEXT = {"max_length": 10_000, "lines": 8}
FURTHEST = timedelta(days=366 * 5)


class DayField(forms.DateField):
    """A day, chosen in the browser's own calendar."""

    def __init__(self, **options):
        super().__init__(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class PromisingForm(TransitionForm):
    """A form with days that are still to come at the moment of the step: `promised` names them."""

    promised = ()

    def clean(self):
        """Refuse the past and what a slip of the hand makes of a year."""
        cleaned, today = super().clean(), timezone.localdate(self.now)
        for name in self.promised:
            day = cleaned.get(name)
            if day and day < today:
                self.add_error(name, _("This day has passed."))
            if day and day > today + FURTHEST:
                self.add_error(name, _("Check the year: this day is more than five years ahead."))
        return cleaned


class PublishForm(TransitionForm):
    """Which files everybody may read."""

    files = ManyField(
        Attachment.objects.none(),
        label=_("Files for everybody"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Pictures are drawn anew: the place where they were taken stays behind. Look into documents first."
        ),
    )

    def prepare(self):
        """Offer what came with the idea; pictures are ticked."""
        files = from_author(self.case)
        self.fields["files"].queryset = files
        self.fields["files"].label_from_instance = lambda stored: stored.original_name
        self.initial.setdefault("files", [stored.pk for stored in files if is_picture(stored)])
        if not files:
            del self.fields["files"]


class ReturnForm(TransitionForm):
    """What the author should change."""

    reason = TextField(label=_("What to change"), help_text=_("The author reads it."), **REASON)


class WithdrawForm(TransitionForm):
    """Why the author takes the idea back."""

    reason = TextField(
        label=_("Reason"), help_text=_("If the idea was published, everybody reads the reason."), **REASON
    )


class EditForm(TransitionForm):
    """New words."""

    title = TextField(label=_("Title"), max_length=TITLE_LENGTH)
    text = TextField(label=_("What you propose and why"), **TEXT)
    place = TextField(label=_("Place"), max_length=200, required=False)

    def prepare(self):
        """Begin with the present words."""
        self.initial.setdefault("title", self.case.public_title)
        self.initial.setdefault("text", self.case.public_text)
        self.initial.setdefault("place", self.case.specific.place)

    def clean(self):
        """No links in the first posts of a new account that has been published."""
        cleaned = super().clean()
        author = self.case.submitter
        words = f"{cleaned.get('title', '')}\n{cleaned.get('text', '')}"
        if author is not None and self.case.specific.published_at and (why := links_in_first_posts(author, words)):
            self.add_error("text", why)
        return cleaned


class StartEvaluationForm(AssignForm):
    """Which unit evaluates."""


class EvaluationForm(TransitionForm):
    """The checklist of the call, cost, feasibility, conclusion."""

    feasibility = forms.ChoiceField(label=_("Feasibility"), choices=Feasibility.choices, widget=forms.RadioSelect)
    cost = forms.DecimalField(label=_("Cost, UAH"), required=False, min_value=0, max_digits=12, decimal_places=2)
    cost_note = TextField(
        label=_("About the cost"),
        required=False,
        help_text=_("What it is made of, from where the money comes."),
        **REASON,
    )
    conclusion = TextField(label=_("Conclusion for everybody"), **TEXT)

    def prepare(self):
        """Ask every question of the checklist."""
        self.checks = list(self.case.specific.call.checks.all())
        for check in self.checks:
            self.fields[f"check_{check.pk}"] = forms.ChoiceField(
                label=check.question, choices=[("", _("Not chosen")), *Verdict.choices]
            )
            self.fields[f"note_{check.pk}"] = TextField(
                label=_("Note to “%(question)s”") % {"question": check.question}, max_length=400, required=False
            )
        self.order_fields([name for check in self.checks for name in (f"check_{check.pk}", f"note_{check.pk}")])

    def clean(self):
        """Gather the answers to the checklist."""
        cleaned = super().clean()
        cleaned["checks"] = [
            (check.question, cleaned.get(f"check_{check.pk}"), cleaned.get(f"note_{check.pk}", ""))
            for check in self.checks
        ]
        return cleaned


class AcceptForm(PromisingForm):
    """Why it is accepted, what comes first and when there will be news."""

    promised = ("milestone_due_on", "next_update_on")

    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=[(value, label) for value, label in Outcome.choices if value != Outcome.REJECTED],
        widget=forms.RadioSelect,
        initial=Outcome.ACCEPTED,
    )
    reason = TextField(label=_("Reason"), help_text=_("Everybody reads it."), **REASON)
    milestone = TextField(label=_("First milestone"), max_length=200, help_text=_("What will be done first."))
    milestone_due_on = DayField(label=_("By when"))
    next_update_on = DayField(label=_("Next news by"))


class RejectForm(TransitionForm):
    """Why it is rejected."""

    reason = TextField(
        label=_("Reason"),
        help_text=_("Everybody reads it: the ground, and what would make the idea possible."),
        **REASON,
    )


class MilestoneForm(PromisingForm):
    """One more milestone."""

    promised = ("due_on",)

    title = TextField(label=_("What will be done"), max_length=200)
    due_on = DayField(label=_("By when"))


class ReachedForm(TransitionForm):
    """Which milestone was reached and what was done."""

    milestone = forms.ModelChoiceField(Milestone.objects.none(), label=_("Milestone"), empty_label=None)
    done_on = DayField(label=_("Done on"))
    note = TextField(label=_("What was done"), **REASON)
    pictures = FilesField(label=_("Pictures"), required=False, max_count=5)

    def prepare(self):
        """Offer the milestones ahead, the nearest first."""
        self.fields["milestone"].queryset = self.case.specific.milestones.ahead()
        self.initial.setdefault("done_on", timezone.localdate(self.now))

    def clean_done_on(self):
        """Nothing is done tomorrow."""
        if self.cleaned_data["done_on"] > timezone.localdate(self.now):
            raise forms.ValidationError(_("This day lies in the future."))
        return self.cleaned_data["done_on"]


class FinishForm(TransitionForm):
    """The last words."""

    text = TextField(label=_("What has come of the idea"), **TEXT)


class LastAnswerForm(PromisingForm):
    """An answer about a finished idea."""

    text = TextField(label=_("Answer"), help_text=_("Everybody reads it."), **TEXT)
    owner = forms.ModelChoiceField(
        User.objects.none(), label=_("Who answers for it"), help_text=_("The public sees the position, not the name.")
    )

    def prepare(self):
        """Offer officials and heads; the person who writes stands first."""
        self.fields["owner"].queryset = User.objects.with_role(Role.OFFICIAL, Role.HEAD).select_related("unit")
        self.initial.setdefault("owner", self.case.assignee_id or (self.actor.user and self.actor.user.pk))
        last = self.case.specific.official_answers.first()
        self.initial.setdefault("text", last.text if last else "")


class AnswerForm(LastAnswerForm):
    """An answer with the day of the next news."""

    promised = ("next_update_on",)
    next_update_on = DayField(label=_("Next news by"))


class JoinForm(TransitionForm):
    """To which idea and why."""

    number = TextField(label=_("Number of the similar idea"), max_length=30)
    reason = TextField(label=_("Why"), help_text=_("Both authors and everybody else read it."), **REASON)

    def clean_number(self):
        """Find another public idea that is not itself joined: links do not make chains."""
        number = normalise_number(self.cleaned_data["number"])
        other = Idea.objects.in_public_register().exclude(pk=self.case.pk).filter(number=number).first()
        if other is None:
            raise forms.ValidationError(_("No other public idea has this number."))
        if other.joined_to_id:
            raise forms.ValidationError(_("That idea is itself joined to another. Join to that one."))
        self.other = other
        return number

    def clean(self):
        """Give the idea itself; an idea to which others are joined stays where it is."""
        cleaned = super().clean()
        if self.case.specific.joined.exists():
            raise forms.ValidationError(_("Other ideas are joined to this one. Join the other idea to it instead."))
        cleaned["other"] = getattr(self, "other", None)
        return cleaned
