"""A service as schema.org tells it to search engines: a block of data, which no content policy forbids."""

import json

from django.utils.safestring import mark_safe

ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def government_service(service, *, fees=(), centre=""):
    """Return a `GovernmentService` as JSON that is safe inside a script element; what is not known is left out.

    `centre` is the name of the office where one applies, used when the service names no provider.
    """
    data = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": service.title,
        "description": service.lead,
        "url": service.full_url,
        "serviceType": service.code and f"Код послуги {service.code}",
        "provider": organisation(service.provider, centre),
        "audience": [{"@type": "Audience", "audienceType": str(group)} for group in service.audiences.all()],
        "offers": [offer(fee) for fee in fees if fee.is_free or fee.amount is not None],
        "availableChannel": service.online_url and {"@type": "ServiceChannel", "serviceUrl": service.online_url},
    }
    known = {name: value for name, value in data.items() if value}
    return mark_safe(json.dumps(known, ensure_ascii=False).translate(ESCAPES))


def organisation(provider, centre):
    """The body that answers for the service, or None."""
    name = str(provider) if provider else centre
    if not name:
        return None
    told = {"telephone": provider.phone, "email": provider.email, "url": provider.website} if provider else {}
    return {
        "@type": "GovernmentOrganization",
        "name": name,
        **{key: value for key, value in told.items() if value},
    }


def offer(fee):
    """One fee."""
    return {
        "@type": "Offer",
        "price": "0" if fee.is_free else str(fee.amount),
        "priceCurrency": "UAH",
        "description": fee.for_whom,
    }
