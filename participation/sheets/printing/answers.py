"""Answers with paper: a PDF, or the same words as a page to print when the PDF libraries are absent."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control

from core.pdf import PdfUnavailableError
from core.text import slugify_uk
from core.uploads.names import content_disposition
from participation.sheets import pack, reading
from participation.sheets.pack import PrintItem
from participation.sheets.printing import facts, papers

MOST_SHEETS = 200


def paper_pdf(request, case, item, paper):
    """One paper of a case's pack."""
    words = facts.gather(request, case, item, pack.collection_of(case))
    try:
        data = papers.make(paper, words)
    except PdfUnavailableError:
        return on_screen(request, {"facts": words, "item": item, "paper": paper, "case": case})
    return file(data, f"{slugify_uk(str(item.title), max_length=40) or 'pack'}-{paper.key}.pdf", is_public=True)


def sheets_pdf(request, collection, numbers=None):
    """Numbered sheets that were given out. Raises Http404 when there are none with these numbers."""
    sheets = list(reading.sheets_of(collection, numbers)[:MOST_SHEETS])
    if not sheets:
        raise Http404
    item = pack.item_for(collection.case) or PrintItem(title=collection.title)
    words = facts.gather(request, collection.case, item, collection)
    pairs = [(sheet, facts.qr(screen_of(sheet))) for sheet in sheets]
    try:
        data = papers.make_sheets(pairs, words)
    except PdfUnavailableError:
        return on_screen(request, {"facts": words, "item": item, "sheets": pairs, "collection": collection})
    return file(data, f"arkushi-{collection.pk}-{sheets[0].number}-{sheets[-1].number}.pdf")


def screen_of(sheet):
    """The whole address of the screen on which the sheet is keyed in."""
    return settings.BASE_URL + reverse("sheets_staff:key_in", args=[sheet.pk])


def file(data, name, *, is_public=False):
    """A PDF as an answer."""
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition(name, download=False)
    response["X-Content-Type-Options"] = "nosniff"
    patch_cache_control(response, **({"private": True, "max_age": 60} if is_public else {"no_store": True}))
    return response


def on_screen(request, context):
    """The same words as a page to print."""
    response = render(request, "sheets/on_screen.html", {**context, "is_print": True})
    patch_cache_control(response, no_store=True)
    return response
