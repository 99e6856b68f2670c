"""Subscribing by a form, confirming by a button, leaving by one click."""

from datetime import timedelta

from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from django.views.generic import FormView

from core.forms import EmailField, HouseForm, IntakeMixin
from core.limits import LimitedFormMixin, Rate
from participation.feedback import services
from participation.feedback.services.subscribing import subscription_of


class SubscribeForm(IntakeMixin, HouseForm):
    """One address."""

    email = EmailField(label=_("Your e-mail"), help_text=_("We write only when a new summary is published."))


@method_decorator(never_cache, name="dispatch")
class SubscribeView(LimitedFormMixin, FormView):
    """GET draws the form; POST writes a letter with the page of confirmation. It never tells who is subscribed."""

    form_class = SubscribeForm
    template_name = "feedback/subscribe.html"
    rate = Rate("feedback.subscribe", limit=10, window=timedelta(hours=1))

    def form_invalid(self, form):
        """The form with its mistakes is not a success."""
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def form_valid(self, form):
        """Ask the owner of the address; a robot is thanked and nobody is written to."""
        if not form.is_suspicious:
            language = (translation.get_language() or "uk").split("-")[0]
            services.ask_to_subscribe(form.cleaned_data["email"], language=language)
        return redirect("feedback:subscribe_sent")


def sent(request):
    """What happens now."""
    return render(request, "feedback/subscribe_done.html", {"step": "sent"})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, token):
    """A button on GET, because programs open links of letters; the wish counts on POST."""
    found = subscription_of(token)
    if found is None:
        return render(request, "feedback/subscribe_done.html", {"step": "gone"}, status=404)
    if request.method == "POST":
        services.confirm_subscription(found)
        return render(request, "feedback/subscribe_done.html", {"step": "confirmed"})
    return render(request, "feedback/subscribe_confirm.html", {"subscription": found, "is_leaving": False})


@csrf_exempt  # mail programs leave with one POST of their own (RFC 8058); the token is the proof
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request, token):
    """A button on GET; POST forgets the address. Leaving twice is no mistake."""
    found = subscription_of(token)
    if request.method == "POST":
        if found is not None:
            services.unsubscribe(found)
        return render(request, "feedback/subscribe_done.html", {"step": "left"})
    if found is None:
        return render(request, "feedback/subscribe_done.html", {"step": "left"})
    return render(request, "feedback/subscribe_confirm.html", {"subscription": found, "is_leaving": True})
