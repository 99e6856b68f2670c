"""Report “What keeps pages from going live”."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import get_page_models

from cms import readiness

from . import choices
from .report import Report, ReportQuery

STATES = [("draft", _("not published")), ("live", _("published, but lacking"))]


def asked_models():
    """Page types of which something is asked."""
    return sorted(
        (model for model in get_page_models() if readiness.has_requirements(model)), key=lambda m: m._meta.label
    )


def lacking(models):
    """Drafts and published pages that lack something: pairs (page, messages), drafts first."""
    found = []
    for model in models:
        for page in model.objects.select_related("latest_revision", "responsible_unit").order_by("pk"):
            draft = readiness.draft_of(page)
            if lacks := readiness.missing(draft):
                draft.is_live_now = page.live
                found.append((draft, lacks))
    return sorted(found, key=lambda pair: (pair[0].is_live_now, pair[0].title, pair[0].pk))


class ReadyQuery(ReportQuery):
    """By type and state."""

    type = choices.OneOf(label=_("Type"), all_label=_("All types"))
    state = choices.OneOf(label=_("State"), all_label=_("All"), choices=STATES)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["type"].offer(choices.types(asked_models()))


class ReadyReport(Report):
    """What is missing, page by page."""

    title = _("What keeps pages from going live")
    lead = _("The newest draft of each page against the checklist of its type.")
    empty = _("Nothing is missing.")
    filename = "not-ready"
    form_class = ReadyQuery
    template_name = "cms/staff/ready.html"
    header = (_("Page"), _("Type"), _("Published"), _("Missing"))

    def rows(self, values):
        """Pages that lack something and pass the filter."""
        models = [model for model in asked_models() if values["type"] in ("", model._meta.label_lower)]
        wanted = {"draft": (False,), "live": (True,)}.get(values["state"], (True, False))
        return [pair for pair in lacking(models) if pair[0].is_live_now in wanted]

    def line(self, pair):
        """The cells of the download."""
        page, lacks = pair
        return [page.title, page.get_verbose_name(), page.is_live_now, [str(message) for message in lacks]]
