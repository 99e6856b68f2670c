"""A proposal to a hearing: a case of its own, answered by itself."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.enums import Visibility
from casework.models import Case
from casework.models.case import CaseQuerySet
from participation.hearings.enums import Decision, Stage
from participation.hearings.models.hearing import Hearing

ANSWERED = (*Decision.values, "set_aside", "withdrawn")
WAITS = ("received", "admitted", "handed")


class ProposalQuerySet(CaseQuerySet):
    """The sentences one says about proposals."""

    def shown(self):
        """Proposals that anyone may read."""
        return self.filter(visibility=Visibility.REGISTER, is_quarantined=False)

    def unanswered(self):
        """Proposals that still wait for a word of the authority."""
        return self.filter(state__in=WAITS)


class HearingProposal(Case):
    """One proposal. `public_text` is what everyone reads; `reaction` the authority's answer to this very proposal."""

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="proposals", verbose_name=_("hearing"))
    stage = models.CharField(_("handed in"), max_length=8, choices=Stage.choices, default=Stage.BEFORE)
    decision = models.CharField(_("decision"), max_length=10, choices=Decision.choices, blank=True)
    reaction = models.TextField(_("decision and reason"), blank=True)
    owner = models.CharField(_("who does it"), max_length=200, blank=True)
    do_by = models.DateField(_("until when"), null=True, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal to a hearing")
        verbose_name_plural = _("proposals to hearings")
        constraints = [
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="hearings_stage_known"),
            models.CheckConstraint(
                condition=Q(decision="") | Q(decision__in=Decision.values), name="hearings_decision_known"
            ),
            models.CheckConstraint(
                condition=~Q(decision__in=["partly", "rejected"]) | ~Q(reaction=""),
                name="hearings_refusal_has_a_reason",
            ),
        ]

    @property
    def profile(self):
        """The profile of its hearing, by which the statute's terms are found."""
        return self.hearing.profile

    @property
    def author(self):
        """How the public sees its author: by name only with consent."""
        applicant = getattr(self, "applicant", None)
        return (applicant and applicant.public_name) or _("A resident")

    @property
    def is_answered(self):
        """Whether the authority has answered."""
        return self.state in ANSWERED
