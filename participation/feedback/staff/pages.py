"""What many screens share: a form, a question before something is deleted, a page of contributions."""

from django.core.paginator import Paginator
from django.shortcuts import render

from casework.models import Case


class Contributions(Paginator):
    """Pages over the keys of cases; a page reads its rows at once, with the public edition, and keeps their order."""

    def page(self, number):
        """The page with its rows."""
        page = super().page(number)
        keys = list(page.object_list)
        found = Case.objects.filter(pk__in=keys).select_related("settlement").defer("search_folded").in_bulk()
        page.object_list = [found[key] for key in keys if key in found]
        return page


def form_page(request, form, title, action, summary=None, **context):
    """Draw one form; errors make it 422."""
    context = {"form": form, "title": title, "action": action, "summary": summary, **context}
    return render(request, "feedback/staff/form.html", context, status=422 if form.errors else 200)


def confirm_page(request, summary, action, warnings, title=""):
    """Ask before `action` is done to the summary or to its part called `title`; `warnings` say what goes with it."""
    context = {"summary": summary, "action": action, "warnings": warnings, "title": title or summary.title}
    return render(request, "feedback/staff/confirm.html", context)
