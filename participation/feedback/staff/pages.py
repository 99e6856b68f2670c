"""The two pages that many screens share: a form, and a question before something is deleted."""

from django.shortcuts import render


def form_page(request, form, title, action, summary=None, **context):
    """Draw one form; errors make it 422."""
    context = {"form": form, "title": title, "action": action, "summary": summary, **context}
    return render(request, "feedback/staff/form.html", context, status=422 if form.errors else 200)


def confirm_page(request, summary, action, warnings, title=""):
    """Ask before `action` is done to the summary or to its part called `title`; `warnings` say what goes with it."""
    context = {"summary": summary, "action": action, "warnings": warnings, "title": title or summary.title}
    return render(request, "feedback/staff/confirm.html", context)
