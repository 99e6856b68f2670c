"""Comments and their earlier texts."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.moderation.enums import State


class CommentQuerySet(models.QuerySet):
    """The sentences one says about comments."""

    def shown(self):
        """What everybody may read."""
        return self.filter(contribution__state=State.VISIBLE, contribution__withdrawn_at=None)

    def shown_to(self, user):
        """What everybody may read, and the own ones whatever a moderator decided; not those taken back."""
        if not user.is_authenticated:
            return self.shown()
        own = Q(author=user) | Q(contribution__state=State.VISIBLE)
        return self.filter(own, contribution__withdrawn_at=None)

    def beginnings(self):
        """Comments that answer no other."""
        return self.filter(root__isnull=True)


class Comment(models.Model):
    """One comment. `parent` is what it answers, `root` the beginning of its branch: a page shows two levels.

    `anchor` names the place in a document (a paragraph) that it speaks of. `reply_count` of a beginning counts the whole
    branch in view, of another comment the direct answers.
    """

    thread = models.ForeignKey("comments.Thread", models.CASCADE, related_name="comments")
    parent = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="answers")
    root = models.ForeignKey("self", models.CASCADE, null=True, blank=True, related_name="branch")
    contribution = models.OneToOneField("moderation.Contribution", models.PROTECT, related_name="comment")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"), null=True, blank=True
    )
    author_name = models.CharField(_("name shown"), max_length=200, blank=True)
    position = models.CharField(_("position of an official"), max_length=200, blank=True)
    text = models.TextField(_("comment"), max_length=3000)
    anchor = models.CharField(_("place in the document"), max_length=60, blank=True)
    is_official = models.BooleanField(_("official"), default=False)
    reply_count = models.PositiveIntegerField(_("answers"), default=0)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    edited_at = models.DateTimeField(_("changed"), null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        constraints = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True, root__isnull=True) | Q(parent__isnull=False, root__isnull=False),
                name="comments_comment_branch_has_root",
            ),
        ]
        indexes = [
            models.Index(fields=["thread", "root", "created_at"], name="comments_by_time"),
            models.Index(fields=["thread", "root", "reply_count"], name="comments_by_answers"),
        ]

    def __str__(self):
        return f"#{self.pk}"

    @property
    def is_withdrawn(self):
        """Whether its author took it back."""
        return self.contribution.withdrawn_at is not None

    @property
    def is_shown(self):
        """Whether everybody may read it."""
        return self.contribution.is_shown


class Version(models.Model):
    """The text that an edit replaced, and until when it stood."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="versions")
    text = models.TextField(_("text"))
    until = models.DateTimeField(_("until"), default=timezone.now)

    class Meta:
        ordering = ["until", "pk"]
        verbose_name = _("earlier text")
        verbose_name_plural = _("earlier texts")

    def __str__(self):
        return f"{self.until:%Y-%m-%d %H:%M}"
