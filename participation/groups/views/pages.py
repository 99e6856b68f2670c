"""Bodies, their meetings."""

from django import forms
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from core.query import PageField, QueryForm, SearchField, paginate
from core.text import fold
from participation.follows.services import is_following
from participation.groups import reading
from participation.groups.enums import BodyKind
from participation.groups.models import GroupMeeting, WorkspaceAccess
from participation.groups.models.document import SHOWN_MEETINGS
from participation.groups.procedures.body import STATES

PER_PAGE = 20
SHOWN_STATES = [(state.key, state.label) for state in STATES if state.key not in ("proposed", "declined")]


class BodyQuery(QueryForm):
    """Words of the name, kind, state."""

    q = SearchField(label=_("Words of the name"))
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("All")), *BodyKind.choices], required=False)
    state = forms.ChoiceField(label=_("State"), choices=[("", _("All")), *SHOWN_STATES], required=False)
    page = PageField(widget=forms.HiddenInput)

    def apply(self, rows):
        """Narrow the bodies to what was asked."""
        asked = self.values
        for word in fold(asked["q"]).split():
            rows = rows.filter(search_folded__contains=word)
        if asked["kind"]:
            rows = rows.filter(kind=asked["kind"])
        return rows.filter(state=asked["state"]) if asked["state"] else rows


class BodyList(TemplateView):
    """All bodies: those that call for members first, archived ones last."""

    template_name = "groups/list.html"

    def get_context_data(self, **kwargs):
        """Gather one page of the list."""
        form = BodyQuery.read(self.request.GET)
        rows = form.apply(reading.listed())
        page = paginate(rows.order_by("-is_open", "name", "pk"), form, PER_PAGE)
        chosen = {name: value for name, value in form.chosen.items() if name != "page"}
        return super().get_context_data(form=form, page_obj=page, chosen=chosen, **kwargs)


@require_safe
def body(request, slug):
    """One body: purpose, composition with attendance, call, meetings, recommendations, documents."""
    found = reading.public_body(slug)
    following = is_following(found, request.user)
    has_access = (
        request.user.is_authenticated
        and WorkspaceAccess.objects.in_force().filter(body=found, user=request.user).exists()
    )
    return render(
        request, "groups/body.html", {**reading.body_page(found), "has_access": has_access, "following": following}
    )


@require_safe
def meetings(request, slug):
    """Every announced meeting of a body, the latest first."""
    found = reading.public_body(slug)
    rows = GroupMeeting.objects.filter(group=found, state__in=SHOWN_MEETINGS).order_by("-starts_at", "-pk")
    page = paginate(rows, request.GET.get("page"), PER_PAGE)
    return render(request, "groups/meetings.html", {"body": found, "page_obj": page})


@require_safe
def meeting(request, slug, number):
    """One meeting: agenda, documents, attendance, minutes with roll-call, recommendations with their answers."""
    found = reading.shown_meeting(slug, number)
    return render(request, "groups/meeting.html", reading.meeting_page(found))
