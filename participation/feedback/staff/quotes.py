"""The screens of quotes: whose words stand under a theme, and whether their authors agreed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.query import paginate
from participation.feedback import services
from participation.feedback.models import Quote
from participation.feedback.rules import NotAllowed
from participation.feedback.services.choosing import eligible_cases
from participation.feedback.staff.access import for_readers_of_cases, on_draft, within_reach
from participation.feedback.staff.content import theme_of
from participation.feedback.staff.forms import ConsentForm, QuoteForm
from participation.feedback.staff.pages import form_page

PER_PAGE = 30


@require_safe
@for_readers_of_cases
@on_draft
def quotes(request, summary, theme):
    """The quotes of a theme with their consents, and the contributions from which more may be chosen."""
    of_theme = theme_of(summary, theme)
    chosen = list(of_theme.quotes.select_related("case", "case__applicant"))
    cases = eligible_cases(request.user).filter(pk__in=of_theme.voices.values("case"))
    cases = cases.exclude(pk__in=[quote.case_id for quote in chosen]).select_related("settlement")
    page = paginate(cases.order_by("received_at", "pk"), request.GET.get("page"), PER_PAGE)
    context = {"summary": summary, "theme": of_theme, "quotes": chosen, "page_obj": page}
    return render(request, "feedback/staff/quotes.html", context)


@for_readers_of_cases
@on_draft
def choose(request, summary, theme, case):
    """Choose words of one contribution."""
    of_theme = theme_of(summary, theme)
    mine = eligible_cases(request.user).filter(pk__in=of_theme.voices.values("case"))
    found = get_object_or_404(mine, pk=within_reach(case))
    known = Quote.objects.filter(series=summary.series, case=found).first()
    words = found.text or found.public_text
    form = QuoteForm(request.POST or None, initial={"text": known.text if known else words})
    if request.method == "POST" and form.is_valid():
        try:
            services.choose_quote(summary, of_theme, found, text=form.cleaned_data["text"], actor=request.user)
            return redirect("feedback_staff:quotes", summary.pk, of_theme.pk)
        except ValidationError as error:
            form.add_error("text", error)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
    return form_page(request, form, _("Choose a quote"), _("Save"), summary, about=words)


def quote_in(summary, theme, quote):
    """The theme and the quote under it. Raises Http404."""
    of_theme = theme_of(summary, theme)
    return of_theme, get_object_or_404(of_theme.quotes.select_related("case"), pk=within_reach(quote))


@require_POST
@for_readers_of_cases
@on_draft
def ask(request, summary, theme, quote):
    """Write the author and ask."""
    _theme, found = quote_in(summary, theme, quote)
    try:
        services.ask_consent(found, actor=request.user)
        messages.success(request, _("The letter is written: the quote is shown only when the person agrees."))
    except NotAllowed as refusal:
        messages.error(request, str(refusal))
    return redirect("feedback_staff:quotes", summary.pk, theme)


@for_readers_of_cases
@on_draft
def record_answer(request, summary, theme, quote):
    """Write down what the person answered by phone or at the desk."""
    _theme, found = quote_in(summary, theme, quote)
    form = ConsentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["given"] == "yes"
        services.record_consent(found, actor=request.user, given=given, how=form.cleaned_data["how"])
        return redirect("feedback_staff:quotes", summary.pk, theme)
    return form_page(request, form, _("Record the answer"), _("Save"), summary, about=f"«{found.text}»")


@require_POST
@for_readers_of_cases
@on_draft
def drop(request, summary, theme, quote):
    """Take a quote out of the theme."""
    of_theme, found = quote_in(summary, theme, quote)
    services.drop_quote(summary, of_theme, found, actor=request.user)
    messages.success(request, _("The quote is taken out."))
    return redirect("feedback_staff:quotes", summary.pk, theme)
