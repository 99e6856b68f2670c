"""What the header and the footer of every page take from this room: the community, its hours, alerts."""

from dataclasses import dataclass, field

from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.closures import marks
from cms.hiding import hidden_in
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
    """Let the request know the page it reads and its place in the tree, so that the header finds their alerts."""
    request.section_path = page.url_path
    request.page_key = page.pk


def provide_alerts(request):
    """Alerts in force for the page that is being read, the gravest first; over a draft, that it is one."""
    path, key = getattr(request, "section_path", ""), getattr(request, "page_key", None)
    hidden = hidden_in(request.COOKIES)
    found = Alert.objects.in_force().for_path(path, key).select_related("link_page")
    alerts = [_described(alert) for alert in found if not (alert.dismissible and alert.pk in hidden)]
    if notice := getattr(request, "draft_notice", None):
        alerts.insert(0, _draft_words(notice))
    return {"alerts": alerts}


def _described(alert):
    return {
        "pk": alert.pk,
        "tone": TONES[alert.severity],
        "title": alert.title,
        "text": alert.text,
        "url": alert.address,
        "lang": "" if _is_ukrainian() else "uk",
        "hide_url": reverse("cms:hide_alert", args=[alert.pk]) if alert.dismissible else "",
    }


def _draft_words(notice):
    return {
        "pk": "draft",
        "tone": "warn",
        "title": _("This is a draft."),
        "text": _("It is not published and may change. Do not share the link: it works until %(day)s.")
        % {"day": date_format(timezone.localtime(notice["until"]), "j E Y, H:i")},
        "url": notice["contents"],
        "link_text": _("All drafts of this section"),
    }


def _is_ukrainian():
    return not (translation.get_language() or "uk").startswith("en")


def _digits(number):
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")
