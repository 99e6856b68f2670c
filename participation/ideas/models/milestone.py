"""What will be done by when, on the way from a decision to the thing itself."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class MilestoneQuerySet(models.QuerySet):
    """The sentences one says about milestones."""

    def ahead(self):
        """Milestones still to be reached."""
        return self.filter(done_on=None)


class Milestone(models.Model):
    """One step of the implementation: promised for a day, done on a day."""

    idea = models.ForeignKey("ideas.Idea", models.CASCADE, related_name="milestones")
    title = models.CharField(_("what will be done"), max_length=200)
    due_on = models.DateField(_("by when"))
    done_on = models.DateField(_("done on"), null=True, blank=True)
    note = models.TextField(_("what was done"), blank=True)

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        constraints = [
            models.CheckConstraint(condition=Q(done_on__isnull=True) | ~Q(note=""), name="ideas_milestone_done_has_words")
        ]

    def __str__(self):
        return self.title
