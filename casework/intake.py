"""The form and the view by which a case begins; rooms subclass both, the desk adds its own fields to the same form."""

from datetime import timedelta

from django import forms
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from casework.actors import Actor
from casework.enums import Channel
from casework.procedure import procedure as procedure_by_key
from casework.services import submit
from casework.services.tracking import tracking_token
from core.forms import HouseForm, IntakeMixin
from core.limits import LimitedFormMixin, Rate
from core.uploads import FilesField

DESK_CHANNELS = [(value, label) for value, label in Channel.choices if value != Channel.WEB]


class IntakeForm(IntakeMixin, HouseForm):
    """Base of the form of one procedure. A room states its fields and says which belong to the applicant and the case."""

    def __init__(self, *args, user=None, **kwargs):
        self.user = user if user is not None and user.is_authenticated else None
        super().__init__(*args, **kwargs)

    @property
    def contact_is_optional(self):
        """Whether the desk files for a person who leaves no contact."""
        return bool(self.cleaned_data.get("no_contact"))

    def applicant_data(self):
        """Return the cleaned fields that go to `Applicant`, by its names."""
        raise NotImplementedError

    def case_data(self):
        """Return the cleaned fields that go to the procedure's model, by its names."""
        raise NotImplementedError

    def uploaded_files(self):
        """Return the applicant's files."""
        return self.cleaned_data.get("attachments") or []


class DeskFields(forms.Form):
    """What a desk operator adds when filing on a person's behalf."""

    channel = forms.ChoiceField(label=_("How it reached us"), choices=DESK_CHANNELS, initial=Channel.DESK)
    received_on = forms.DateField(
        label=_("Day of receipt"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Empty for today. The legal term counts from this day."),
    )
    scans = FilesField(label=_("Scan of the paper original"), required=False)
    no_contact = forms.BooleanField(
        label=_("The person leaves no contact"),
        required=False,
        help_text=_("They will follow the case by the number and code on the printed slip."),
    )
    consent = forms.BooleanField(
        label=_("The person was told how their data are used"),
        error_messages={"required": _("Tell the person how their data are used and tick the box.")},
    )

    def clean_received_on(self):
        """Paper cannot arrive tomorrow, nor be registered a year late by a slip of the hand."""
        day, today = self.cleaned_data["received_on"], timezone.localdate()
        if day and day > today:
            raise forms.ValidationError(_("The day of receipt lies in the future."))
        if day and day < today - timedelta(days=366):
            raise forms.ValidationError(_("The day of receipt is more than a year ago. Check the year."))
        return day

    def received_at(self, now):
        """The legal receipt: now, or noon of the earlier day on which the paper came."""
        day = self.cleaned_data.get("received_on")
        if not day or day == timezone.localdate(now):
            return now
        return timezone.localtime(now).replace(
            year=day.year, month=day.month, day=day.day, hour=12, minute=0, second=0, microsecond=0
        )


def intake_form_of(procedure):
    """The form class of a procedure's intake."""
    return import_string(procedure.intake_form)


def desk_form_of(procedure):
    """The same form with the desk's own fields after it."""
    base = intake_form_of(procedure)
    return type(f"Desk{base.__name__}", (DeskFields, base), {})


def file_case(procedure_key, form, *, actor, now=None):
    """Submit a valid intake form, from the site or from the desk; returns the `Receipt`."""
    now = now or timezone.now()
    at_desk = isinstance(form, DeskFields)
    applicant = form.applicant_data()
    if at_desk:
        applicant["no_contact"] = form.cleaned_data["no_contact"]
    return submit(
        procedure_key,
        actor=actor,
        idempotency_key=form.cleaned_data["idempotency_key"],
        applicant=applicant,
        channel=form.cleaned_data["channel"] if at_desk else Channel.WEB,
        received_at=form.received_at(now) if at_desk else now,
        suspicion="" if at_desk else ", ".join(form.suspicion),
        files=form.uploaded_files(),
        scans=form.cleaned_data.get("scans") or [] if at_desk else [],
        now=now,
        **form.case_data(),
    )


class IntakeView(LimitedFormMixin, FormView):
    """The public page of a procedure's form: no sign-in, no captcha; ends at the receipt."""

    procedure_key = ""
    rate = Rate("intake", limit=20, window=timedelta(hours=1))

    @property
    def procedure(self):
        """The procedure's table."""
        return procedure_by_key(self.procedure_key)

    def get_form_class(self):
        """The form named in the table."""
        return intake_form_of(self.procedure)

    def get_form_kwargs(self):
        """Let the form know who fills it."""
        return {**super().get_form_kwargs(), "user": self.request.user}

    def get_context_data(self, **kwargs):
        """Add the procedure for the page's words."""
        return super().get_context_data(procedure=self.procedure, **kwargs)

    def form_valid(self, form):
        """Enter the case and show the receipt; a repeated form shows the same one."""
        receipt = file_case(self.procedure_key, form, actor=Actor.person(form.user) if form.user else Actor.applicant())
        return redirect("casework:receipt", token=tracking_token(receipt.case))
