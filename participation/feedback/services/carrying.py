"""What a new version of a summary takes over from the one before: all that was told of the measures meanwhile."""

from participation.feedback.models import Evidence, Measure, MeasureUpdate

COPIED_OF_LINE = ("at", "state", "text", "author_id")
COPIED_OF_PHOTO = (
    *("file", "original_name", "content_type", "size", "sha256", "scan_state", "has_active_content", "uploaded_at"),
    *("moment", "alt", "added_by_id"),
)
VERIFIED = ("verified_by_id", "verified_position", "verified_at")


def carry_progress(before, summary):
    """Give the measures of a new version the public lines and photos of the version before, and the state last told.

    A state that the draft itself corrected stays when nothing was told since the draft began.
    """
    earlier = Measure.objects.filter(theme__summary=before).prefetch_related("updates", "evidence")
    known = {row.key: row for row in earlier}
    for measure in Measure.objects.filter(theme__summary=summary, key__in=known):
        old = known[measure.key]
        lines = list(old.updates.all())
        MeasureUpdate.objects.bulk_create(copies(MeasureUpdate, measure, lines, COPIED_OF_LINE))
        Evidence.objects.bulk_create(copies(Evidence, measure, old.evidence.all(), COPIED_OF_PHOTO))
        if lines and lines[0].at >= summary.created_at:
            measure.state, measure.done_on = old.state, old.done_on
        carry_verification(old, measure)
        measure.save()


def copies(model, measure, rows, names):
    """Unsaved copies of `rows` for another measure."""
    return [model(measure=measure, **{name: getattr(row, name) for name in names}) for row in rows]


def carry_verification(old, measure):
    """The word of who verified holds for the same promise, while it is done and has not become that person's own."""
    is_same = measure.text == old.text and measure.state == old.state == "done"
    if old.is_verified and is_same and measure.owner_id != old.verified_by_id:
        for name in VERIFIED:
            setattr(measure, name, getattr(old, name))
