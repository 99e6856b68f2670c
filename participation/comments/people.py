"""What discussions hold of a person: given out, made nameless."""

from participation.comments.models import Comment, Version


def export(user):
    """The person's comments with their earlier texts (Law 2297-VI, Art. 8)."""
    rows = Comment.objects.filter(author=user).select_related("thread").prefetch_related("versions")
    return [
        {
            "about": row.thread.title,
            "at": row.created_at,
            "text": row.text,
            "earlier": [{"until": version.until, "text": version.text} for version in row.versions.all()],
        }
        for row in rows.order_by("created_at", "pk")
    ]


def erase(user):
    """The name and earlier texts go; comments in view stay without a name, hidden ones are emptied."""
    own = Comment.objects.filter(author=user)
    Version.objects.filter(comment__in=own.values("pk")).delete()
    shown = Comment.objects.shown().filter(author=user).values("pk")
    own.exclude(pk__in=shown).update(text="")
    own.filter(is_official=False).update(author_name="")
