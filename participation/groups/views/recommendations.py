"""Recommendations of all bodies with the authority's answers, for people and for machines."""

from django import forms
from django.http import JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from core.exports import stream_csv
from core.query import PageField, QueryForm, paginate
from participation.groups.enums import Verdict
from participation.groups.models import Body, Recommendation

PER_PAGE = 20
MOST = 5000
ANSWERED = [pair for pair in Verdict.choices if pair[0] != "waiting"]


class RecommendationQuery(QueryForm):
    """By answer and body."""

    verdict = forms.ChoiceField(
        label=gettext_lazy("Answer"), choices=[("", gettext_lazy("All")), *Verdict.choices], required=False
    )
    body = forms.ModelChoiceField(
        Body.objects.none(),
        label=gettext_lazy("Body"),
        required=False,
        to_field_name="slug",
        empty_label=gettext_lazy("All"),
    )
    page = PageField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = Body.objects.public().order_by("name", "pk")

    def rows(self):
        """Sent recommendations of public bodies, the newest first."""
        rows = Recommendation.objects.filter(
            meeting__state__in=("sent", "answered", "closed"), meeting__group__in=Body.objects.public()
        )
        if self.values["verdict"]:
            rows = rows.filter(verdict=self.values["verdict"])
        if self.values["body"]:
            rows = rows.filter(meeting__group=self.values["body"])
        rows = rows.select_related("meeting__group")
        return rows.order_by("-meeting__starts_at", "-meeting", "order", "pk")


class RecommendationList(TemplateView):
    """The list with its filters."""

    template_name = "groups/recommendations.html"

    def get_context_data(self, **kwargs):
        """Gather one page."""
        form = RecommendationQuery.read(self.request.GET)
        chosen = {name: value for name, value in form.chosen.items() if name != "page"}
        page = paginate(form.rows(), form, PER_PAGE)
        return super().get_context_data(form=form, page_obj=page, chosen=chosen, **kwargs)


@require_safe
def as_csv(request):
    """Recommendations as a table."""
    header = [
        _("Body"),
        _("Meeting"),
        _("Date"),
        _("Recommendation"),
        _("To whom"),
        _("Answer"),
        _("Reasons"),
        _("Answered on"),
    ]
    rows = RecommendationQuery.read(request.GET).rows()[:MOST]
    lines = (
        [
            row.meeting.group.name,
            row.meeting.sequence,
            row.meeting.starts_at,
            row.text,
            row.addressee,
            row.get_verdict_display(),
            row.reason,
            row.answered_on,
        ]
        for row in rows
    )
    return stream_csv("rekomendatsii", header, lines)


@require_safe
def as_json(request):
    """Recommendations with stable keys."""
    rows = RecommendationQuery.read(request.GET).rows()[:MOST]
    data = [
        {
            "body": row.meeting.group.name,
            "meeting": row.meeting.number,
            "url": request.build_absolute_uri(
                reverse("groups:meeting", args=[row.meeting.group.slug, row.meeting.sequence])
            ),
            "date": row.meeting.starts_at.isoformat(),
            "text": row.text,
            "addressee": row.addressee,
            "answer": row.verdict,
            "reason": row.reason,
            "answered_on": row.answered_on and row.answered_on.isoformat(),
        }
        for row in rows
    ]
    return JsonResponse({"recommendations": data}, json_dumps_params={"ensure_ascii": False, "indent": 1})
