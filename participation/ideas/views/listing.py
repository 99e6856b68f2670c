"""The public list of ideas, and the same by places."""

from django.core.paginator import Paginator
from django.views.generic import TemplateView

from participation.ideas.listing import MOST_COUNTED, PER_PAGE, IdeasQuery, by_settlement, shown
from participation.ideas.models import IdeaCall
from participation.ideas.places import picture, points_of

CALLS_SHOWN = 4


def chosen_of(form):
    """The filters that the reader chose, without the page and the order."""
    return {name: value for name, value in form.chosen.items() if name not in ("page", "order")}


class ListView(TemplateView):
    """Ideas with filters, open calls above."""

    template_name = "ideas/list.html"

    def get_context_data(self, **kwargs):
        """Gather one page of the list."""
        form = IdeasQuery.read(self.request.GET)
        keys = form.keys()
        page = Paginator(keys, PER_PAGE).get_page(form.values["page"])
        page.object_list = shown(page.object_list)
        chosen = chosen_of(form)
        return super().get_context_data(
            form=form,
            page_obj=page,
            is_cut=len(keys) == MOST_COUNTED,
            chosen=chosen,
            calls=[] if chosen else IdeaCall.objects.takes_ideas().order_by("closes_on", "pk")[:CALLS_SHOWN],
            **kwargs,
        )


class PlacesView(TemplateView):
    """Where the ideas stand: by settlement, and points with a list beside."""

    template_name = "ideas/places.html"

    def get_context_data(self, **kwargs):
        """Count by settlement; draw the newest points that were asked for."""
        form = IdeasQuery.read(self.request.GET)
        rows = form.matching()
        points = points_of(rows)
        return super().get_context_data(
            form=form,
            chosen=chosen_of(form),
            settlements=by_settlement(rows),
            points=points,
            picture=picture(points),
            **kwargs,
        )
