"""The hub, its calendar and rules, and the staff's screens of the statute, for the table of tests.browser.pages."""

from django.urls import reverse

from participation.statute.models import StatuteParameter
from participation.statute.numbers import declarations


def hub_pages():
    """Full and empty, in both languages."""
    return {
        "participation in English": "/en/uchast/",
        "participation, nothing found": "/uchast/?kind=measure",
        "calendar of participation": "/uchast/kalendar/",
        "calendar, nothing in the month": "/uchast/kalendar/?month=2031-02",
        "calendar, an unknown month": "/uchast/kalendar/?month=x",
        "rules of participation": "/uchast/pravyla/",
    }


def hub_screens():
    """The list; the screens of the first number and of a row still to come, while rooms declare any."""
    pages = {"statute": reverse("statute_staff:index")}
    for known in declarations()[:1]:
        pages["number of the statute"] = reverse("statute_staff:number", args=[known.key])
        pages["new row of the statute"] = reverse("statute_staff:create", args=[known.key])
    coming = StatuteParameter.objects.order_by("-valid_from", "-pk").first()
    if coming and not coming.has_begun():
        pages["change of a row"] = reverse("statute_staff:edit", args=[coming.pk])
        pages["deletion of a row"] = reverse("statute_staff:delete", args=[coming.pk])
    return pages
