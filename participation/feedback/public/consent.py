"""The page of a letter where somebody says whether their words may be shown."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from participation.feedback import services
from participation.feedback.services.quoting import quote_of

ANSWERS = {"yes": True, "no": False}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def consent(request, token):
    """The words and two buttons; the answer may be changed by the same link at any time."""
    quote = quote_of(token)
    if quote is None:
        return render(request, "feedback/consent_gone.html", status=404)
    if request.method == "POST" and request.POST.get("answer") in ANSWERS:
        given = ANSWERS[request.POST["answer"]]
        services.answer_consent(quote, given=given)
        told = _("Thank you. Your words may be shown, without your name.") if given else _("Your words are not shown.")
        messages.success(request, told)
        return redirect("feedback:consent", token)
    theme = quote.themes.select_related("summary").order_by("-summary__version").first()
    context = {"quote": quote, "theme": theme, "is_published": theme is not None and theme.summary.state == "published"}
    return render(request, "feedback/consent.html", context)
