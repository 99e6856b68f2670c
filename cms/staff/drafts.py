"""Making, seeing and closing links that show a draft."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.models import Page

from cms import drafts
from cms.models import PreviewLink
from core.forms import HouseForm, TextField

SHOWN = 50


class LinkForm(HouseForm):
    """For how long and for whom."""

    days = forms.TypedChoiceField(
        label=_("Works for"),
        coerce=int,
        choices=[(1, _("1 day")), (3, _("3 days")), (7, _("7 days")), (14, _("14 days")), (30, _("30 days"))],
        initial=7,
    )
    note = TextField(
        label=_("For whom"),
        max_length=160,
        required=False,
        help_text=_("A body or a post, for example “legal department”. It helps to know which link to close."),
    )


class DraftLinkMenuItem(ActionMenuItem):
    """An entry of the page editor's menu of actions."""

    name = "action-draft-link"
    label = _("Show the draft by a link")
    icon_name = "link"
    order = 90

    def is_shown(self, context):
        """Only for a page that exists."""
        return context["view"] != "create"

    def get_url(self, context):
        """The screen of links."""
        return reverse("cms_draft_links", args=[context["page"].pk])


def editable(user, pk):
    """The page `pk` if the person may edit it. Raises Http404, PermissionDenied."""
    page = get_object_or_404(Page, pk=min(pk, 2**63 - 1), depth__gt=1)
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    return page


@require_http_methods(["GET", "HEAD", "POST"])
def links(request, pk):
    """The links of a page; POST makes another one."""
    page = editable(request.user, pk)
    form = LinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        drafts.give(page, actor=request.user, **form.cleaned_data)
        messages.success(request, gettext("The link is ready. Copy it from the list."))
        return redirect("cms_draft_links", page.pk)
    rows = page.preview_links.select_related("made_by")[:SHOWN]
    shown = [(link, _address(link) if link.is_working() else "") for link in rows]
    context = {"page": page, "form": form, "links": shown}
    return render(request, "cms/staff/draft_links.html", context, status=422 if form.errors else 200)


def _address(link):
    return settings.BASE_URL + reverse("cms:draft", args=[drafts.token_of(link)])


@require_POST
def close(request, pk):
    """Close one link."""
    link = get_object_or_404(PreviewLink.objects.select_related("page"), pk=min(pk, 2**63 - 1))
    editable(request.user, link.page_id)
    drafts.take_back(link, actor=request.user)
    messages.success(request, gettext("The link is closed: nobody can open it any more."))
    return redirect("cms_draft_links", link.page_id)
