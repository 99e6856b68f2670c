"""Tracking: find a case, read it, act on it as its applicant."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView, View

from casework.actors import Actor
from casework.enums import Audience
from casework.errors import InvalidFields, Refused
from casework.models import Attachment, Clock
from casework.panels import render_panels
from casework.public.access import followed_case, may_follow, remember
from casework.public.forms import TrackForm
from casework.public.slip import slip
from casework.services import allowed, find_case, fire
from casework.services.clocks import explain, law_of
from casework.services.tracking import case_by_token
from casework.timeline import timeline
from core.limits import LimitedFormMixin, Rate, hit_by_address, too_many
from core.uploads import serve, serve_to


@method_decorator(never_cache, name="dispatch")
class TrackView(LimitedFormMixin, FormView):
    """«Де моя справа?»: number and code, no account."""

    form_class = TrackForm
    template_name = "casework/track.html"
    rate = Rate("track", limit=20, window=timedelta(minutes=15))

    def get_initial(self):
        """Let a link fill in the number."""
        return {"number": self.request.GET.get("number", "")[:40]}

    def form_valid(self, form):
        """Open the case, or say one sentence for every kind of failure."""
        case = find_case(form.cleaned_data["number"], form.cleaned_data["code"])
        if case is None:
            form.add_error(None, _("No case has this number with this code. Check both on your slip or letter."))
            return self.form_invalid(form)
        remember(self.request, case)
        return redirect("casework:case", number=case.number)


@method_decorator(never_cache, name="dispatch")
class LinkView(View):
    """The secret link of a letter or a QR: opens the case any number of times and changes nothing in it."""

    def get(self, request, token):
        """Remember the case in this browser and show it."""
        case = case_by_token(token)
        if case is None:
            raise Http404
        remember(request, case)
        return redirect("casework:case", number=case.number)


@method_decorator(never_cache, name="dispatch")
class ReceiptView(TemplateView):
    """The receipt: number, secret code, QR; the same on every reload, printable as a slip."""

    template_name = "casework/receipt.html"

    def get_context_data(self, **kwargs):
        """Gather the slip."""
        case = case_by_token(self.kwargs["token"])
        if case is None:
            raise Http404
        remember(self.request, case)
        return super().get_context_data(case=case.specific, slip=slip(case), **kwargs)


@method_decorator(never_cache, name="dispatch")
class CaseView(TemplateView):
    """One case as its applicant reads it."""

    template_name = "casework/case.html"

    def get_context_data(self, **kwargs):
        """Gather state, story, answers, correspondence and the buttons that the table allows."""
        case, actor = followed_case(self.request, self.kwargs["number"])
        files = list(case.attachments.select_related("answer", "message"))
        return super().get_context_data(
            case=case,
            applicant=getattr(case, "applicant", None),
            timeline=timeline(case, Audience.APPLICANT),
            clocks=case.clocks.running().order_by("due_at"),
            answers=[
                {"answer": answer, "files": [file for file in files if file.answer_id == answer.pk]}
                for answer in case.answers.order_by("-version")
                if answer.is_given
            ],
            messages_sent=[
                {"message": message, "files": [file for file in files if file.message_id == message.pk]}
                for message in case.messages.all()
            ],
            files=[file for file in files if file.message_id is None and file.is_for_applicant and not file.answer_id],
            actions=allowed(case, actor),
            panels=render_panels(case, self.request),
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class ActView(View):
    """One transition fired by the applicant: its form on GET, the verb on POST."""

    rate = Rate("case-action", limit=60, window=timedelta(hours=1))

    def get(self, request, number, event):
        """Show the transition's form, or its question."""
        case, row, _actor = self._row(request, number, event)
        return self._page(request, case, row, self._form(row, case))

    def post(self, request, number, event):
        """Fire the transition; what is wrong comes back beside its field."""
        verdict = hit_by_address(request, self.rate)
        if not verdict.allowed:
            return too_many(request, verdict)
        case, row, actor = self._row(request, number, event)
        form = self._form(row, case, request.POST, request.FILES)
        if form is not None and not form.is_valid():
            return self._page(request, case, row, form)
        try:
            fire(case, event, actor=actor, **(form.cleaned_data if form is not None else {}))
        except InvalidFields as error:
            return self._page(request, case, row, error.form)
        except Refused as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Done. The office sees it at once."))
        return redirect("casework:case", number=case.number)

    def _row(self, request, number, event):
        """Return (case, row, actor). Raises Http404 when the table does not allow this now."""
        case, actor = followed_case(request, number)
        row = next((row for row in allowed(case, actor) if row.event == event), None)
        if row is None:
            raise Http404
        return case, row, actor

    def _form(self, row, case, data=None, files=None):
        """The transition's form, or None when it asks nothing."""
        form_class = row.form_class()
        if form_class is None:
            return None
        return form_class(data, files, case=case, actor=Actor.applicant(self.request.user), now=timezone.now())

    def _page(self, request, case, row, form):
        """Draw the form; errors make it 422."""
        status = 422 if form is not None and form.errors else 200
        return render(request, "casework/act.html", {"case": case, "row": row, "form": form}, status=status)


@never_cache
def clock_page(request, number, clock):
    """«Як пораховано дату»: every day of the count and why it counts."""
    case, _actor = followed_case(request, number)
    row = get_object_or_404(Clock, pk=clock, case=case.pk)
    return render(request, "casework/clock.html", {"case": case, "clock": row, "due": explain(row), "law": law_of(row)})


@never_cache
def attachment(request, pk):
    """Hand out a file to whoever may read it; for everybody else it does not exist."""
    stored = get_object_or_404(Attachment.objects.select_related("case", "answer"), pk=pk)
    if stored.is_for_applicant and may_follow(request, stored.case):
        return serve(stored, download="pereglyad" not in request.GET)
    return serve_to(request.user, stored, download="pereglyad" not in request.GET)
