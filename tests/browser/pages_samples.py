"""Addresses of samples for the table of pages."""

from django.urls import reverse

from cms.models import SamplePage


def public():
    """The library, an explained sample, an old edition, a form, the same in English."""
    complaint = SamplePage.objects.get(slug="skarha", locale__language_code="uk")
    old = SamplePage.objects.filter(superseded_by__isnull=False).first()
    english = SamplePage.objects.filter(locale__language_code="en").first()
    return {
        "samples": "/zrazky/",
        "samples, nothing found": "/zrazky/?q=нічогісінько",
        "sample with explanations": complaint.get_url(),
        "old edition of a sample": old.get_url(),
        "filling a sample in": complaint.fill_url,
        "filling in English": english.fill_url,
    }


def staff():
    """The list of samples and the check of a template."""
    page = SamplePage.objects.get(slug="skarha", locale__language_code="uk")
    return {
        "samples of staff": reverse("samples:index"),
        "check of a template": reverse("check_template", args=[page.pk]),
    }
