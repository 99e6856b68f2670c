"""Pages around a summary: consent, subscription, press, leaflets; screens of quotes, numbers and photos."""

from django.urls import reverse

from participation.feedback.models import Measure, Quote, Subscription, Summary, Theme
from participation.feedback.services.quoting import token_of as consent_token
from participation.feedback.services.subscribing import token_of as subscription_token


def public():
    """Pages for everybody, and those behind the links of letters."""
    slug = Summary.objects.published().first().slug
    subscription, _created = Subscription.objects.get_or_create(email="pidpyska@example.org")
    token = subscription_token(subscription)
    proven = Measure.objects.filter(verified_by__isnull=False).first()
    return {
        "summary with photos": reverse("feedback:detail", args=[proven.theme.summary.slug]),
        "text for the press": reverse("feedback:press", args=[slug]),
        "leaflets": reverse("feedback:leaflets", args=[slug]),
        "subscribing": reverse("feedback:subscribe"),
        "subscription asked": reverse("feedback:subscribe_sent"),
        "subscription to confirm": reverse("feedback:confirm", args=[token]),
        "subscription to leave": reverse("feedback:leave", args=[token]),
        "consent to a quote": reverse("feedback:consent", args=[consent_token(Quote.objects.first())]),
    }


def staff():
    """Screens of a draft (made by the table of pages before these) and of a promised measure."""
    theme = Theme.objects.filter(summary__state="draft").first()
    measure = Measure.objects.filter(verified_by__isnull=False).first()
    of_theme = [theme.summary_id, theme.pk]
    case = theme.voices.first().case_id
    return {
        "quotes": reverse("feedback_staff:quotes", args=of_theme),
        "choosing a quote": reverse("feedback_staff:quote", args=[*of_theme, case]),
        "counted contributions": reverse("feedback_staff:tallies", args=of_theme),
        "similar contributions": reverse("feedback_staff:sort", args=of_theme[:1]) + f"?like={case}",
        "photos of a measure": reverse(
            "feedback_staff:photos", args=[measure.theme.summary_id, measure.theme_id, measure.pk]
        ),
    }
