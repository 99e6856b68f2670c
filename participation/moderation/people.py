"""What moderation holds of a person: given out, made nameless."""

from participation.moderation.models import Appeal, Contribution, Decision, Report


def export(user):
    """The person's own words with what was decided about them, reports and appeals they wrote (Law 2297-VI, Art. 8)."""
    rows = Contribution.objects.filter(author=user).prefetch_related("decisions").order_by("created_at", "pk")
    reports = Report.objects.filter(reporter=user).select_related("contribution").order_by("at", "pk")
    appeals = Appeal.objects.filter(author=user).order_by("at", "pk")
    return {
        "texts": [_exported(row) for row in rows],
        "reports": [
            {"at": row.at, "reason": row.get_reason_display(), "note": row.note, "outcome": row.get_outcome_display()}
            for row in reports
        ],
        "appeals": [
            {"at": row.at, "text": row.text, "state": row.get_state_display(), "answer": row.answer} for row in appeals
        ],
    }


def _exported(row):
    decisions = [
        {
            "at": each.at,
            "decision": each.get_verb_display(),
            "reason": str(each.reason_label),
            "words": each.explanation,
        }
        for each in row.decisions.all()
    ]
    return {
        "kind": str(row.kind_label),
        "at": row.created_at,
        "name_shown": row.author_name,
        "text": row.text,
        "state": row.get_state_display(),
        "taken_back": row.withdrawn_at,
        "decisions": decisions,
    }


def erase(user):
    """Names go; words that are in view stay as public record, others and everything written about them are emptied."""
    own = Contribution.objects.filter(author=user)
    own.update(author_name="")
    gone = own.exclude(pk__in=Contribution.objects.shown().filter(author=user).values("pk"))
    Decision.objects.filter(contribution__in=gone.values("pk")).update(text="")
    Report.objects.filter(reporter=user).update(note="")
    Appeal.objects.filter(author=user).update(text="")
    gone.update(text="")
