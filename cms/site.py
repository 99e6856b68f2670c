"""What the header and the footer of every page take from this room: the community, its hours, alerts."""

from dataclasses import dataclass, field

from django.core.cache import cache
from django.utils import timezone, translation
from wagtail.models import Site

from cms.closures import marks
from cms.hours import Interval, week_lines
from cms.models import Alert, Severity, SiteSettings
from cms.schedule import Hours, state_at

LOGO = "fill-88x88"
KEEP_FOR = 3600
TONES = {Severity.CRITICAL: "bad", Severity.MAJOR: "bad", Severity.MINOR: "warn", Severity.ANNOUNCEMENT: "info"}


@dataclass(frozen=True)
class SiteFacts:
    """What the settings say, read once per change of the settings."""

    settings: SiteSettings = field(default_factory=SiteSettings)
    logo: str = ""
    hours: tuple = ()
    social: tuple = ()


def facts_of(site):
    """The settings of `site` (a wagtail Site or None): one query, the rest from the cache until the settings are saved."""
    settings = SiteSettings.objects.filter(site=site).first() if site else None
    if settings is None:
        return SiteFacts()
    key = f"cms.site:{settings.pk}:{settings.updated_at.timestamp()}"
    facts = cache.get(key)
    if facts is None:
        facts = _read(settings)
        cache.set(key, facts, KEEP_FOR)
    return facts


def _read(settings):
    return SiteFacts(
        settings=settings,
        logo=settings.logo.get_rendition(LOGO).url if settings.logo else "",
        hours=tuple(Interval(row.weekday, row.opens, row.closes) for row in settings.hours.all()),
        social=tuple((str(link), link.url) for link in settings.social_links.all()),
    )


def provide_community(request):
    """Names, contacts and hours."""
    facts = facts_of(Site.find_for_request(request))
    settings = facts.settings
    return {
        "name": settings.in_language("name"),
        "tagline": settings.in_language("centre"),
        "logo": facts.logo,
        "hotline": settings.hotline,
        "hotline_href": f"tel:{_digits(settings.hotline)}" if settings.hotline else "",
        "phone": settings.phone,
        "email": settings.email,
        "address": settings.in_language("address"),
        "hours_text": "\n".join(f"{days} {hours}" for days, hours in week_lines(facts.hours)),
        "hours_lines": week_lines(facts.hours),
        "hours_note": settings.hours_note if _is_ukrainian() else "",
        "open_now": str(state_at(Hours(week=facts.hours), timezone.now(), marks().get)) if facts.hours else "",
        "social": facts.social,
        "name_genitive": settings.name_genitive,
        "head_name": settings.head_name,
        "head_position": settings.head_position,
        "personal_data_note": settings.personal_data_note,
    }


def remember_section(page, request, serve_args, serve_kwargs):
    """Let the request know the place in the tree of the page it reads, so that the header finds the section's alerts."""
    request.section_path = page.url_path


def provide_alerts(request):
    """Alerts in force for the page that is being read, the gravest first."""
    alerts = [
        {
            "tone": TONES[alert.severity],
            "title": alert.title,
            "text": alert.text,
            "url": alert.address,
            "lang": "" if _is_ukrainian() else "uk",
        }
        for alert in Alert.objects.in_force().for_path(getattr(request, "section_path", "")).select_related("link_page")
    ]
    return {"alerts": alerts}


def _is_ukrainian():
    return not (translation.get_language() or "uk").startswith("en")


def _digits(number):
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")
