"""Screens of leaflets and of the workbook, for the table of pages."""

from django.urls import reverse

from cms.models import ServicePage


def screens():
    """Those of staff; the launch kit stands on the page of a service."""
    service = ServicePage.objects.live().order_by("path").first()
    return {
        "leaflets": reverse("leaflet_runs:index"),
        "outdated leaflets": f"{reverse('leaflet_runs:index')}?state=outdated",
        "what hangs where": reverse("leaflet_places:index"),
        "distribution points": reverse("distribution_points:index"),
        "new print run": reverse("leaflet_runs:add"),
        "notices for subscribers": reverse("subscriber_notices:index"),
        "services as a workbook": reverse("service_sheets"),
        **({"launch kit": reverse("service_kit", args=[service.pk])} if service else {}),
    }
