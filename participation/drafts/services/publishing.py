"""Settling which paragraph is which, and letting everyone read a version."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core import audit
from participation.drafts import labels
from participation.drafts.enums import Match
from participation.drafts.models import Document, DocumentVersion, Paragraph
from participation.drafts.services.importing import used_labels

NEW = "new"


class NotReady(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """It cannot be done yet; the message may be shown."""


@transaction.atomic
def settle(version, verdicts, *, actor):
    """Write what a person said about doubtful and new paragraphs: {label: "new" or the label of an old paragraph}.

    Raises NotReady when the version is published, or when one old paragraph is given to two new ones.
    """
    version = (
        DocumentVersion.objects.select_for_update(of=("self",)).select_related("document__current").get(pk=version.pk)
    )
    if version.is_published:
        raise NotReady(_("The version is already published."))
    rows = list(version.paragraphs.order_by("order"))
    known = [verdicts.get(row.label, NEW if row.match == Match.NEW else row.label) for row in rows]
    _check(version, known)
    named = labels.fill([None if one == NEW else one for one in known], used_labels(version.document))
    changed = [(row, label) for row, label in zip(rows, named, strict=True) if row.label != label]
    for row, verdict in zip(rows, known, strict=True):
        if row.label in verdicts:
            row.match = Match.NEW if verdict == NEW else Match.CONFIRMED
    for number, (row, _label) in enumerate(changed):  # names that nobody has, so that labels may be exchanged
        row.label = f"~{number}"
    Paragraph.objects.bulk_update(rows, ["label", "match"], batch_size=200)
    for row, label in changed:
        row.label = label
    Paragraph.objects.bulk_update([row for row, _label in changed], ["label"], batch_size=200)
    audit.record(version.document, "drafts.settle", user=actor, data={"version": version.number})
    return version


def _check(version, known):
    """Old paragraphs exist and are given once."""
    given = [label for label in known if label != NEW]
    if len(given) != len(set(given)):
        twice = sorted({label for label in given if given.count(label) > 1})
        raise NotReady(
            _("One paragraph cannot become two: %(labels)s is chosen more than once.") % {"labels": ", ".join(twice)}
        )
    current = version.document.current
    if current and not set(given) <= set(current.paragraphs.values_list("label", flat=True)):
        raise NotReady(_("The version before has no such paragraph."))


@transaction.atomic
def publish_version(version, *, actor=None, now=None):
    """Make `version` the one that everyone reads and return it.

    Raises NotReady while a doubtful paragraph waits for a person.
    """
    document = Document.objects.select_for_update().get(pk=version.document_id)
    version = DocumentVersion.objects.get(pk=version.pk)
    if version.is_published:
        return version
    if problem := why_not_publish(version):
        raise NotReady(problem)
    version.published_at = now or timezone.now()
    version.save(update_fields=["published_at"])
    document.current = version
    document.save(update_fields=["current"])
    audit.record(document, "drafts.publish", user=actor, data={"version": version.number})
    return version


def why_not_publish(version):
    """Why a version cannot be read by everyone yet, or nothing."""
    if version.doubtful_count:
        return _("Say first which paragraphs of the version before stand behind the doubtful ones.")
    return ""
