"""A person's own pages: the cabinet, the details, "my data", the explanation of the second factor."""

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse_lazy
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from django.views.generic import FormView, TemplateView, UpdateView

from . import cabinet, mydata, second_factor, services
from .entrance import safe_next
from .forms import EraseForm, ProfileForm
from .models import User


class OwnPageMixin(LoginRequiredMixin):
    """A page of one's own: asks to sign in, is never kept by a cache."""

    def dispatch(self, request, *args, **kwargs):
        """Forbid caches to keep the answer."""
        answer = super().dispatch(request, *args, **kwargs)
        add_never_cache_headers(answer)
        return answer


class Cabinet(OwnPageMixin, TemplateView):
    """Everything that concerns the signed-in resident."""

    template_name = "accounts/cabinet.html"

    def get_context_data(self, **kwargs):
        """Add the rooms' sections."""
        return super().get_context_data(sections=cabinet.render_sections(self.request), **kwargs)


class Profile(OwnPageMixin, UpdateView):
    """The person's details."""

    template_name = "accounts/profile.html"
    form_class = ProfileForm
    success_url = reverse_lazy("accounts:profile")

    def get_object(self, queryset=None):
        """A copy of the signed-in person, so that a refused form does not change the name in the header."""
        return User.objects.get(pk=self.request.user.pk)

    def form_valid(self, form):
        """Save and say so."""
        messages.success(self.request, _("Your details are saved."))
        return super().form_valid(form)


class MyData(OwnPageMixin, TemplateView):
    """What we hold and what may be done with it."""

    template_name = "accounts/my_data.html"


@never_cache
@login_required
@require_POST
def download(request):
    """Give everything we hold of the person as one JSON file."""
    answer = JsonResponse(mydata.export(request.user), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = 'attachment; filename="my-data.json"'
    answer["X-Robots-Tag"] = "noindex"
    return answer


class Erase(OwnPageMixin, FormView):
    """Erase me: says what will happen, asks for the password, then does it."""

    template_name = "accounts/erase.html"
    form_class = EraseForm
    success_url = reverse_lazy("accounts:erased")

    def dispatch(self, request, *args, **kwargs):
        """Staff are told who can end their access."""
        if request.user.is_authenticated and (request.user.is_official_staff or request.user.is_staff):
            messages.error(request, _("An account of staff is not erased here: ask the administrator to close it."))
            return redirect("accounts:my_data")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        """The form asks for the password of the signed-in person."""
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form):
        """Erase and sign out."""
        services.erase(self.request.user)
        logout(self.request)
        return super().form_valid(form)


class Erased(TemplateView):
    """The account is erased; shown to nobody in particular."""

    template_name = "accounts/erased.html"


class SecondFactor(LoginRequiredMixin, TemplateView):
    """Why a second factor is asked for, and the two ways of setting it up."""

    template_name = "accounts/second_factor.html"

    def get_context_data(self, **kwargs):
        """Say whether it is still missing and where the person was going."""
        has_factor = second_factor.factors_of(self.request.user).exists()
        going_to = safe_next(self.request, default="")
        return super().get_context_data(has_factor=has_factor, going_to=going_to, **kwargs)
