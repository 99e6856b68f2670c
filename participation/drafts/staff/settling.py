"""The screen on which a person says which paragraph is which."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from casework.staff.comparing import changed_words
from participation.drafts import services
from participation.drafts.enums import Match
from participation.drafts.forms.documents import SettleForm
from participation.drafts.staff.access import on_document

MOST_ROWS, MOST_CHOICES = 100, 40


@on_document
def settle(request, document):
    """Doubtful paragraphs beside what they may have been; new ones too while old ones are left over."""
    version = document.newest
    if version is None or version.is_published or document.current is None:
        return redirect("drafts_staff:screen", document.pk)
    rows = list(version.paragraphs.order_by("order"))
    old = {row.label: row for row in document.current.paragraphs.order_by("order")}
    free = [row for label, row in old.items() if label not in {row.label for row in rows}][:MOST_CHOICES]
    asked = [row for row in rows if row.match == Match.DOUBTFUL or (free and row.match == Match.NEW)][:MOST_ROWS]
    form = SettleForm(request.POST or None, doubtful=asked, free=free, old=old)
    if request.method == "POST" and form.is_valid():
        try:
            services.settle(version, form.verdicts(), actor=request.user)
            messages.success(request, _("It is settled which paragraph is which."))
            return redirect("drafts_staff:version", document.pk, version.number)
        except services.NotReady as error:
            form.add_error(None, str(error))
    lines = [{"row": row, "field": field, "pieces": proposed(row, old)} for row, field in form.lines]
    context = {"document": document, "version": version, "form": form, "lines": lines}
    return render(request, "drafts/staff/settle.html", context, status=422 if form.errors else 200)


def proposed(row, old):
    """What changed since the proposed old paragraph."""
    return changed_words(old[row.label].text, row.text) if row.match == Match.DOUBTFUL else []
