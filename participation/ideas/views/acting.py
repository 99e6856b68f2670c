"""What signed-in people do with an idea: support it, edit their own, write it together."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from django.views.generic import View

from casework.actors import Actor
from casework.errors import InvalidFields, Refused
from casework.services import allowed, fire
from core.forms import EmailField, HouseForm
from participation.ideas import services
from participation.ideas.forms.steps import EditForm
from participation.ideas.guards import is_own
from participation.ideas.views.idea import public_idea


def done(request, idea, verb, words):
    """Do `verb`, tell what came of it and show the idea."""
    try:
        verb()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, words)
    return redirect(idea)


@require_POST
@login_required
def support(request, number):
    """Give one's voice."""
    idea = public_idea(number)
    words = _("Thank you. Your support is counted.")
    return done(request, idea, lambda: services.support(idea, user=request.user), words)


@require_POST
@login_required
def take_back(request, number):
    """Take one's voice back."""
    idea = public_idea(number)
    words = _("Your support was taken back.")
    return done(request, idea, lambda: services.take_support_back(idea, user=request.user), words)


@require_POST
@login_required
def answer(request, number):
    """Agree to be co-author, or decline."""
    idea, agrees = public_idea(number), request.POST.get("answer") == "yes"
    words = _("You are a co-author of this idea.") if agrees else _("You are not a co-author of this idea.")
    return done(request, idea, lambda: services.answer_invitation(idea, user=request.user, agrees=agrees), words)


class InvitationForm(HouseForm):
    """Whom to invite."""

    email = EmailField(
        label=gettext_lazy("E-mail of the co-author"),
        help_text=gettext_lazy("We write once. The person is shown beside you when they agree."),
    )


class CoAuthorsView(LoginRequiredMixin, View):
    """Whom the author invited, and inviting one more."""

    template_name = "ideas/co_authors.html"

    def dispatch(self, request, *args, **kwargs):
        """Let in the author only. Raises Http404 for everybody else."""
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        self.idea = public_idea(kwargs["number"])
        if self.idea.submitter_id != request.user.pk:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, number):
        """Show the list and the form."""
        return self._page(InvitationForm())

    def post(self, request, number):
        """Invite."""
        form = InvitationForm(request.POST)
        if not form.is_valid():
            return self._page(form, 422)
        try:
            services.invite(self.idea, user=request.user, email=form.cleaned_data["email"])
        except Refused as refusal:
            form.add_error("email", str(refusal))
            return self._page(form, 422)
        messages.success(request, _("The invitation was sent."))
        return redirect("ideas:co_authors", number=self.idea.number)

    def _page(self, form, status=200):
        context = {"idea": self.idea, "form": form, "people": self.idea.co_authors.select_related("user")}
        return render(self.request, self.template_name, context, status=status)


class EditView(LoginRequiredMixin, View):
    """The author, or a co-author, changes the words while the call lets them."""

    template_name = "ideas/edit.html"

    def dispatch(self, request, *args, **kwargs):
        """Let in whoever wrote the idea. Raises Http404 for everybody else."""
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        self.idea, self.now = public_idea(kwargs["number"]), timezone.now()
        if not is_own(self.idea, request.user):
            raise Http404
        self.actor = Actor.applicant(request.user)
        if not any(row.event == "edit" for row in allowed(self.idea, self.actor, self.now)):
            messages.error(request, _("The words of this idea no longer change."))
            return redirect(self.idea)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, number):
        """Show the present words."""
        return self._page(EditForm(case=self.idea, actor=self.actor, now=self.now))

    def post(self, request, number):
        """Put in the new ones; the old stay in the history."""
        form = EditForm(request.POST, case=self.idea, actor=self.actor, now=self.now)
        if not form.is_valid():
            return self._page(form, 422)
        try:
            fire(self.idea, "edit", actor=self.actor, now=self.now, **form.cleaned_data)
        except InvalidFields as error:
            return self._page(error.form, 422)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The words were changed. The earlier ones stay in the history."))
        return redirect(self.idea)

    def _page(self, form, status=200):
        return render(self.request, self.template_name, {"idea": self.idea, "form": form}, status=status)
