"""The launch kit of a new service: one verb makes the announcement, the row of the leaflet, the notice for subscribers."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone, translation
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.models import Page

from cms.models import LeafletRun, NewsIndexPage, NewsPage, NewsRelated, ServiceKit, SubscriberNotice

LEAD, TITLE, SUBJECT = 400, 255, 150


class NoNewsIndexError(Exception):
    """The site has no page of news in the language of the service."""


@dataclass(frozen=True)
class Part:
    """One part of the kit: its name for the screen, the row or None."""

    key: str
    row: object


def news_index(service):
    """The index of news in the language of the service. Raises NoNewsIndexError."""
    found = NewsIndexPage.objects.filter(locale_id=service.locale_id).order_by("path").first()
    if found is None:
        raise NoNewsIndexError
    return found


def may_launch(user, service):
    """Whether `user` may make all parts: edits the service, adds news, keeps leaflets and notices."""
    rights = ("cms.add_leafletrun", "cms.add_subscribernotice")
    if not (user.has_perms(rights) and service.permissions_for_user(user).can_edit()):
        return False
    try:
        return news_index(service).permissions_for_user(user).can_add_subpage()
    except NoNewsIndexError:
        return False


def kit_of(service):
    """The kit that was made for `service`, or None."""
    rows = ServiceKit.objects.select_related("announcement", "run", "notice")
    return rows.filter(service_id=service.pk).first()


@transaction.atomic
def launch(service, *, actor):
    """Make whatever of the kit is missing; return `(kit, keys of the parts made now)`.

    The row of the page is locked first, so that two presses at once make one kit. Raises NoNewsIndexError.
    """
    Page.objects.select_for_update().get(pk=service.pk)
    index = news_index(service)
    kit = kit_of(service) or ServiceKit(service=service, made_by=actor)
    made = []
    with translation.override(service.locale.language_code):
        if kit.announcement is None:
            kit.announcement = announce(service, index, actor)
            made.append("announcement")
        if kit.run is None:
            kit.run = LeafletRun.objects.create(service=service, title=service.title)
            made.append("run")
        if kit.notice is None:
            kit.notice = write_notice(service)
            made.append("notice")
    kit.save()
    return kit, made


def announce(service, index, actor):
    """A draft of news in the words of the service; the editor finishes and publishes it."""
    page = NewsPage(
        title=(_("New service: %(title)s") % {"title": service.title})[:TITLE],
        lead=service.lead[:LEAD],
        date=timezone.now(),
        body=_article(service),
        live=False,
        owner=actor,
        responsible_unit=service.responsible_unit,
    )
    page.related_items = [NewsRelated(page_id=service.pk, sort_order=0)]
    index.add_child(instance=page)
    page.save_revision(user=actor)
    return page


def _article(service):
    link = format_html('<a linktype="page" id="{}">{}</a>', service.pk, service.title)
    parts = [format_html("<p>{}</p>", service.lead)]
    documents = [row.name for row in service.documents.all() if row.kind != "register"]
    if documents:
        items = format_html_join("", "<li>{}</li>", ((name,) for name in documents))
        parts.append(format_html("<p>{}</p><ul>{}</ul>", _("What to bring:"), items))
    words = _("Terms, fees and steps are on the page of the service:")
    parts.append(format_html("<p>{} {}</p>", words, link))
    return [("paragraph", "".join(parts))]


def write_notice(service):
    """A draft of the text for subscribers."""
    subject = (_("New service: %(title)s") % {"title": service.title})[:SUBJECT]
    text = "\n\n".join([service.title, service.lead, _("Read more: %(url)s") % {"url": service.full_url or ""}])
    return SubscriberNotice.objects.create(page_id=service.pk, subject=subject, text=text)
