"""Filling a sample in online. Nothing that a person writes is kept: no session, no row, no file, no line of the log.

A GET draws the form. A POST answers with what the pressed button asks for: the ready letter on the screen, the file itself,
or the form again with everything in it. Between the form and the file the values travel only in hidden fields of the page.
"""

from datetime import timedelta

from django import forms
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from cms.samples import paper, template
from cms.samples.form import make_form, written
from cms.samples.letter import lines_of
from core.limits import Rate, hit_by_address, refusal_words, with_retry
from core.query import QueryForm
from core.uploads.kinds import KINDS
from core.uploads.names import content_disposition

RATE = Rate("sample_fill", limit=60, window=timedelta(minutes=15))


class ButtonForm(QueryForm):
    """The pressed button; whatever else comes shows the ready letter."""

    wish = forms.ChoiceField(choices=[(name, name) for name in ("ready", "docx", "pdf", "change")], initial="ready")


def answer(page, request):
    """The response to a request for /zrazky/<slug>/zapovnyty/; a sample without a template leads to its own page."""
    request.sensitive_post_parameters = "__ALL__"  # no report of an error may hold what was written
    rows = list(page.online_fields.all()) if page.template_docx_id else []
    if not rows:
        return page.render(request, context_overrides={"fill_url": ""}, template=page.template)
    if request.method == "POST":
        return sealed(_answer_post(page, request, rows))
    return sealed(_draw(page, request, make_form(rows)))


def sealed(response):
    """Nobody between us and the person may keep the answer."""
    add_never_cache_headers(response)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _answer_post(page, request, rows):
    form = make_form(rows, request.POST)
    wish = ButtonForm.read(request.POST).values["wish"]
    verdict = hit_by_address(request, RATE)
    if not verdict.allowed:
        form.add_error(None, refusal_words(verdict))
        return with_retry(_draw(page, request, form, status=429), verdict)
    if wish == "change" or not form.is_valid():
        return _draw(page, request, form, status=200 if wish == "change" else 422)
    try:
        with page.template_docx.file.open("rb") as file:
            document = template.fill(file, written(form, rows))
    except (template.TemplateProblemError, OSError, ValueError):
        form.add_error(None, _("The sample cannot be filled in just now. Download the blank; we will mend this."))
        return _draw(page, request, form, status=503)
    return _give(page, request, form, wish, document)


def _give(page, request, form, wish, document):
    if wish == "docx":
        return _file(page, document, "docx")
    if wish == "pdf" and paper.can_print():
        return _file(page, paper.pdf(page.title, lines_of(document)), "pdf")
    context = {"form": form, "typed": _typed(form), "lines": lines_of(document), "can_print": paper.can_print()}
    return _page(page, request, "cms/samples/ready.html", context, 200)


def _draw(page, request, form, status=200):
    return _page(page, request, "cms/samples/fill.html", {"form": form}, status)


def _page(page, request, name, context, status):
    context = {**page.get_context(request), **context, "can_print": paper.can_print()}
    trail = context["trail"]
    trail[-1] = {**trail[-1], "url": page.get_url()}
    context["trail"] = [*trail, {"label": _("Fill in online"), "url": ""}]
    return TemplateResponse(request, name, context, status=status)


def _typed(form):
    """What was typed, as pairs for hidden fields."""
    return [(form.add_prefix(name), form[name].value() or "") for name in form.fields]


def _file(page, data, kind):
    response = HttpResponse(data, content_type=KINDS[kind].content_type)
    response["Content-Disposition"] = content_disposition(f"{page.title}{KINDS[kind].extension}")
    return response
