"""What the unit found: checklist, cost, feasibility."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.ideas.enums import Feasibility, Verdict


class Evaluation(models.Model):
    """One evaluation of an idea by a unit; a new one stands beside the older, which stays."""

    idea = models.ForeignKey("ideas.Idea", models.CASCADE, related_name="evaluations")
    unit = models.ForeignKey("accounts.Unit", models.PROTECT, verbose_name=_("unit"))
    feasibility = models.CharField(_("feasibility"), max_length=10, choices=Feasibility.choices)
    cost = models.DecimalField(_("cost, UAH"), max_digits=12, decimal_places=2, null=True, blank=True)
    cost_note = models.TextField(_("about the cost"), blank=True)
    conclusion = models.TextField(_("conclusion"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("who"))
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("evaluation")
        verbose_name_plural = _("evaluations")
        constraints = [
            models.CheckConstraint(condition=Q(feasibility__in=Feasibility.values), name="ideas_feasibility_known"),
            models.CheckConstraint(condition=Q(cost__isnull=True) | Q(cost__gte=0), name="ideas_cost_not_negative"),
        ]

    def __str__(self):
        return f"#{self.pk}"


class EvaluationCheck(models.Model):
    """The answer to one question of the call's checklist, with the question as it then was."""

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="checks")
    question = models.CharField(_("question"), max_length=200)
    verdict = models.CharField(_("answer"), max_length=6, choices=Verdict.choices)
    note = models.CharField(_("note"), max_length=400, blank=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("answer of the checklist")
        verbose_name_plural = _("answers of the checklist")
        constraints = [models.CheckConstraint(condition=Q(verdict__in=Verdict.values), name="ideas_verdict_known")]

    def __str__(self):
        return self.question
