"""The list of hearings."""

from django.views.generic import TemplateView

from core.query import clean_search, paginate
from core.text import fold
from participation.hearings.forms.registration import ListFilter
from participation.hearings.models import Hearing
from participation.hearings.models.hearing import AFTER_SITTING, COMING

PER_PAGE = 20
WHEN = {"coming": COMING, "signatures": ("collecting",), "past": AFTER_SITTING}


def found_by(rows, values):
    """Narrow hearings by what the reader chose; words are looked for in the number, the subject and its reasons."""
    if values["when"]:
        rows = rows.filter(state__in=WHEN[values["when"]])
    for name in ("profile", "settlement"):
        if values[name]:
            rows = rows.filter(**{name: values[name]})
    for word in fold(clean_search(values["q"])).split():
        rows = rows.filter(search_folded__contains=word)
    return rows


class HearingList(TemplateView):
    """Every hearing that anyone may read of: what comes first, then the rest, the newest first."""

    template_name = "hearings/list.html"

    def get_context_data(self, **kwargs):
        """Give what is open apart while the reader has not narrowed the list."""
        form = ListFilter.read(self.request.GET)
        shown = Hearing.objects.shown().select_related("settlement")
        is_narrowed = bool(form.chosen)
        rows = found_by(shown, form.values) if is_narrowed else shown.exclude(state__in=(*COMING, "collecting"))
        page = paginate(rows.order_by("-starts_at", "-received_at", "-pk"), self.request.GET.get("page"), PER_PAGE)
        return super().get_context_data(
            form=form,
            is_narrowed=is_narrowed,
            coming=[] if is_narrowed else list(shown.coming().order_by("starts_at", "pk")),
            collecting=[] if is_narrowed else list(shown.filter(state="collecting").order_by("due_at", "pk")),
            page_obj=page,
            **kwargs,
        )
