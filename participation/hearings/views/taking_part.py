"""Calling a hearing, registering for it, proposing something to it."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import FormView

from casework.intake import IntakeView
from core.limits import LimitedFormMixin, Rate
from participation.hearings import numbers, services
from participation.hearings.forms.registration import RegistrationForm
from participation.hearings.models import Registration
from participation.hearings.qr import door_qr
from participation.hearings.reading import places_of
from participation.hearings.views.pages import shown_hearing
from participation.statute.numbers import value


class InitiativeView(IntakeView):
    """Call a hearing as residents."""

    procedure_key = "hearing"
    template_name = "hearings/initiative.html"

    def get_context_data(self, **kwargs):
        """Add the numbers of the statute that hold today."""
        return super().get_context_data(
            threshold=value(numbers.INITIATORS), term=value(numbers.COLLECTION), review=value(numbers.REVIEW), **kwargs
        )


class ProposalView(IntakeView):
    """Send a proposal to one hearing."""

    procedure_key = "hearing-proposal"
    template_name = "hearings/propose.html"

    def dispatch(self, request, *args, **kwargs):
        """Find the hearing; one that takes no proposals leads back to its page with a word why."""
        self.hearing = shown_hearing(kwargs["number"])
        if not self.hearing.takes_proposals:
            messages.info(request, _("This hearing no longer takes proposals."))
            return redirect(self.hearing)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        """The form is about this hearing."""
        return {**super().get_form_kwargs(), "hearing": self.hearing}

    def get_context_data(self, **kwargs):
        """Add the hearing."""
        return super().get_context_data(hearing=self.hearing, **kwargs)


class RegisterView(LimitedFormMixin, FormView):
    """Register for a hearing: no account is needed."""

    template_name = "hearings/register.html"
    form_class = RegistrationForm
    rate = Rate("hearing-registration", limit=20, window=timedelta(hours=1))

    def dispatch(self, request, *args, **kwargs):
        """Find the hearing; a closed registration leads back to its page."""
        self.hearing = shown_hearing(kwargs["number"])
        if not self.hearing.takes_registrations:
            messages.info(request, _("Registration for this hearing is not open."))
            return redirect(self.hearing)
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        """Begin with what the account knows."""
        user = self.request.user
        known = {"name": user.name, "email": user.email} if user.is_authenticated else {}
        return {**super().get_initial(), **known}

    def get_form_kwargs(self):
        """The form is about this hearing."""
        return {**super().get_form_kwargs(), "hearing": self.hearing}

    def get_context_data(self, **kwargs):
        """Add how the places stand."""
        return super().get_context_data(hearing=self.hearing, places=places_of(self.hearing), **kwargs)

    def form_valid(self, form):
        """Take a place, or a turn in the waiting list; a repeated form leads to the same page."""
        user = self.request.user if self.request.user.is_authenticated else None
        if "trap" in form.suspicion:
            raise Http404
        try:
            registration = services.register(
                self.hearing,
                online=form.is_online,
                key=form.cleaned_data["idempotency_key"],
                user=user,
                **form.person,
            )
        except services.AlreadyRegistered as known:
            services.send_again(known.registration)
            form.add_error("email", _("This e-mail is already registered. The letter with your page was sent again."))
            return self.render_to_response(self.get_context_data(form=form), status=422)
        except services.NotPossible as refusal:
            form.add_error(None, str(refusal))
            return self.render_to_response(self.get_context_data(form=form), status=422)
        return redirect(registration)

    def form_invalid(self, form):
        """Draw the form with its errors."""
        return self.render_to_response(self.get_context_data(form=form), status=422)


def registration_with(code):
    """The registration with this code, and its hearing. Raises Http404."""
    rows = Registration.objects.select_related("hearing", "seat", "settlement")
    return get_object_or_404(rows, code=code)


@never_cache
@require_safe
def ticket(request, code):
    """The person's own page: the QR for the door, the calendar, the way to give the place back."""
    registration = registration_with(code)
    hearing = registration.hearing
    turn = registration.hearing.registrations.filter(
        state="waiting", registered_at__lt=registration.registered_at
    ).count()
    context = {
        "registration": registration,
        "hearing": hearing,
        "qr": door_qr(registration),
        "turn": turn + 1,
        "places": places_of(hearing),
    }
    return render(request, "hearings/ticket.html", context)


@require_POST
def cancel(request, code):
    """Give the place back."""
    registration = registration_with(code)
    try:
        services.cancel(registration)
    except services.NotPossible as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Your registration is cancelled. Thank you for making room for somebody else."))
    return redirect(registration)
