"""Notices about services that work differently for a while, for the pages of services, situations and places."""

from cms.models.services.notices import ServiceNotice


def notices_for(pages, moment=None):
    """Return the notices in force of these services (ServicePage), newest first, each with its `service`; one query.

    A notice is written once and speaks of the service in every language: twins are found by their common key.
    """
    keys = {page.translation_key for page in pages}
    if not keys:
        return []
    found = ServiceNotice.objects.in_force(moment).filter(service__translation_key__in=keys, service__live=True)
    return list(found.select_related("service"))
