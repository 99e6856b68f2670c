"""Was this page useful: a small form of its own, so that pages carry no token and stay the same for everybody."""

from datetime import datetime, time, timedelta

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.models import Page

from cms import opinions
from cms.models.opinions import LINE_LENGTH
from core.forms import HouseForm, IntakeMixin, TextField
from core.limits import LimitedFormMixin, Rate

ANSWERS = [("yes", _("Yes, I found what I needed")), ("no", _("No"))]


class OpinionForm(IntakeMixin, HouseForm):
    """Yes or no, and one line if the reader likes."""

    useful = forms.ChoiceField(
        label=_("Was this page useful?"),
        choices=ANSWERS,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose “yes” or “no”."),
            "invalid_choice": _("Choose “yes” or “no”."),
        },
    )
    text = TextField(
        max_length=LINE_LENGTH,
        required=False,
        label=_("What should we make better?"),
        help_text=_("Do not write personal data: names, numbers of documents, phones. Nobody can answer you here."),
    )


class OpinionView(LimitedFormMixin, FormView):
    """GET draws the form, POST keeps one answer a day from one browser."""

    form_class = OpinionForm
    template_name = "cms/opinion.html"
    rate = Rate("opinion", limit=20, window=timedelta(hours=1))

    def dispatch(self, request, *args, pk, **kwargs):
        """Find the page, which must be public."""
        page = Page.objects.live().public().filter(pk=min(pk, 2**63 - 1), depth__gt=1).first()
        if page is None or not page.get_url(request):
            raise Http404
        self.page, self.page_url = page, page.get_url(request)
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        """The link that the reader pressed says yes or no."""
        chosen = self.request.GET.get("useful", "")
        return {"useful": chosen} if chosen in ("yes", "no") else {}

    def get_context_data(self, **kwargs):
        """Add the page that is spoken about."""
        return super().get_context_data(about=self.page, about_url=self.page_url, **kwargs)

    def form_invalid(self, form):
        """The form with its mistakes is not a success."""
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def form_valid(self, form):
        """Keep the answer unless this browser gave one today; a robot is thanked and not counted."""
        known = opinions.Answered.read(self.request.COOKIES)
        if self.page.pk not in known.keys and not form.is_suspicious:
            useful = form.cleaned_data["useful"] == "yes"
            opinions.answer(self.page, useful=useful, text=form.cleaned_data["text"])
        words = gettext("Thank you. Your answer helps us to keep the page clear.")
        if self.page.pk in known.keys:
            words = gettext("You have already spoken about this page today. Thank you.")
        messages.success(self.request, words)
        answer = HttpResponseRedirect(self.page_url)
        self._remember(answer, known.plus(self.page.pk))
        return answer

    def _remember(self, answer, known):
        """Keep the memory until the end of the day."""
        midnight = datetime.combine(timezone.localdate() + timedelta(days=1), time(), timezone.get_current_timezone())
        seconds = max(1, int((midnight - timezone.now()).total_seconds()))
        secure = self.request.is_secure()
        answer.set_cookie(opinions.COOKIE, str(known), max_age=seconds, samesite="Lax", secure=secure, httponly=True)
