"""One transition of one case: its form on GET, the verb on POST."""

from datetime import timedelta

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import View

from casework.actors import Actor
from casework.errors import InvalidFields, Refused
from casework.models import Case
from casework.services import fire
from casework.services.transitions import allowed
from casework.staff.access import for_case_workers, workable_case
from casework.timeline import story_of
from core.forms import key_or_new
from core.limits import hit

SEEN, KEY = "seen", "key"  # hidden inputs: the last event when the form was opened, the name of this very form
ADDS_ONLY = {"note", "write_to_applicant", "write_to_office"}  # what nobody else's work can contradict


class StaleForm(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The case moved on while the form was open."""


@method_decorator(for_case_workers, name="dispatch")
class TransitionView(View):
    """A transition's form on its own page.

    What is wrong comes back beside its field with everything typed kept. A case that moved on while the form was open is
    told about; nothing is done twice by a double click.
    """

    def setup(self, request, *args, **kwargs):
        """Remember the moment, the same for checks and records."""
        super().setup(request, *args, **kwargs)
        self.now, self.actor = timezone.now(), Actor.person(request.user)
        self.key = key_or_new(request.POST.get(KEY))

    def get(self, request, pk, event):
        """Show the form, or the question of a transition that asks nothing."""
        case = workable_case(request.user, pk)
        row = self._row(case, event)
        if row is None:
            return self._back(case, event)
        return self._page(case, row, self._form(row, case))

    def post(self, request, pk, event):
        """Fire the transition on the locked case."""
        with transaction.atomic():
            known = workable_case(request.user, pk)
            Case.objects.select_for_update().get(pk=known.pk)
            case = workable_case(request.user, pk)
            row = self._row(case, event)
            if row is None:
                return self._done(case, event) if self._is_repeated() else self._back(case, event)
            return self._fire(case, row)

    def _fire(self, case, row):
        """Check the form and fire; the answer is the case screen, or the form with messages."""
        form = self._form(row, case, self.request.POST, self.request.FILES)
        if form is not None and not form.is_valid():
            return self._page(case, row, form)
        try:
            with transaction.atomic():
                if self._is_repeated():
                    return self._done(case, row.event)
                if self._is_stale(case, row):
                    raise StaleForm
                fire(case, row.event, actor=self.actor, now=self.now, **(form.cleaned_data if form else {}))
        except StaleForm:
            messages.warning(self.request, self._news(case))
            return self._page(case, row, form, status=409)
        except InvalidFields as error:
            take_errors(form, error)
            return self._page(case, row, form)
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return redirect("casework_staff:case", pk=case.pk)
        return self._done(case, row.event)

    def _row(self, case, event):
        """The row of the table that may be fired now, or None. Raises Http404 for an event that no row names."""
        if not any(row.event == event for row in case.rules.transitions):
            raise Http404
        return next((row for row in allowed(case, self.actor, self.now) if row.event == event), None)

    def _form(self, row, case, data=None, files=None):
        """The transition's form, or None when it asks nothing."""
        form_class = row.form_class()
        return form_class(data, files, case=case, actor=self.actor, now=self.now) if form_class else None

    def _page(self, case, row, form, status=None):
        """Draw the form; errors make it 422."""
        status = status or (422 if form is not None and form.errors else 200)
        hidden = {SEEN: last_event(case).sequence, KEY: self.key}
        context = {"case": case, "row": row, "form": form, "hidden": hidden}
        return render(self.request, "casework/staff/transition.html", context, status=status)

    def _done(self, case, event):
        """Say that it is done and show what the person may still see: the case, or the inbox once it went elsewhere."""
        messages.success(self.request, _("Done: %(story)s.") % {"story": str(case.rules.story(event)).rstrip(".")})
        if case.is_staffed_by(self.request.user):
            return redirect("casework_staff:case", pk=case.pk)
        return redirect("vkhidni_modeladmin_index")

    def _back(self, case, event):
        """The table does not allow it now: say so and show the case as it is."""
        words = _("“%(action)s” cannot be done now: the case is in the state “%(state)s”, or it is not yours to do.")
        action = next(row.label for row in case.rules.transitions if row.event == event)
        messages.error(self.request, words % {"action": action, "state": case.get_state_display()})
        return redirect("casework_staff:case", pk=case.pk)

    def _seen(self):
        """The last event that the person had seen, or None when the form does not say."""
        sent = self.request.POST.get(SEEN, "")
        return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 10 else None

    def _is_stale(self, case, row):
        """Whether something happened in the case since the form was opened that this transition could undo."""
        seen = self._seen()
        if seen is None or row.event in ADDS_ONLY:
            return False
        return case.events.filter(sequence__gt=seen).exclude(event="reminded").exists()

    def _is_repeated(self):
        """Whether this very form was fired before: a double click, a reload. Undone with the transaction if it fails."""
        return not hit(f"fired:{self.request.user.pk}:{self.key}", limit=1, window=timedelta(days=1)).allowed

    def _news(self, case):
        """What happened while the form was open."""
        return _("While you were writing, the case moved on: “%(story)s”. Check it and send the form again.") % {
            "story": story_of(case, last_event(case))
        }


def last_event(case):
    """The latest event of a case."""
    return case.events.order_by("-sequence").first()


def take_errors(form, error):
    """Put the messages of a refused verb beside the fields of the form that the person filled."""
    for name, problems in error.form.errors.as_data().items():
        form.add_error(name if name in form.fields else None, problems)
