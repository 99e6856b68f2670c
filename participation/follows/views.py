"""Starting and ceasing to follow; the list of what one follows."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django.views.generic import TemplateView

from casework.models import Case
from casework.services.tracking import normalise_number
from core.query import PageField, QueryForm
from participation.follows import services
from participation.follows.models import Follow

PER_PAGE = 30


def back(request):
    """Return to the page on which the button stood; a strange address leads to the list."""
    address = request.POST.get("next", "")[:500]
    if not url_has_allowed_host_and_scheme(address, {request.get_host()}, request.is_secure()):
        address = reverse("follows:list")
    return redirect(address)


@require_POST
@login_required
def start(request, number):
    """Follow a case that anyone may read. Raises Http404 for any other."""
    case = get_object_or_404(Case.objects.in_public_register(), number=normalise_number(number))
    services.follow(case, user=request.user)
    messages.success(request, _("We will write to you when something changes here."))
    return back(request)


@require_POST
@login_required
def stop(request, number):
    """Follow a case no more, whether it is still public or not."""
    case = get_object_or_404(Case.objects.filter(followers__user=request.user), number=normalise_number(number))
    services.unfollow(case, user=request.user)
    messages.success(request, _("You no longer follow this."))
    return back(request)


class PageQuery(QueryForm):
    """Which page of the list."""

    page = PageField()


class FollowedView(LoginRequiredMixin, TemplateView):
    """What the person follows, the latest first."""

    template_name = "follows/list.html"

    def get_context_data(self, **kwargs):
        """One page of the list; a case that is no longer public keeps only its number and the button."""
        rows = Follow.objects.filter(user=self.request.user).select_related("case")
        page = Paginator(rows, PER_PAGE).get_page(PageQuery.read(self.request.GET).values["page"])
        public = set(Case.objects.in_public_register().filter(followers__in=page.object_list).values_list("pk", flat=True))
        for row in page.object_list:
            row.is_public = row.case_id in public
        return super().get_context_data(page_obj=page, **kwargs)
