"""An application for a seat in a body: never public, whatever became of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casework.models import Case
from participation.groups.enums import Ground

WAITING = ("received", "considering")


class MembershipApplication(Case):
    """What a person wrote to take a seat; the name and contacts stand in `Applicant`. `text` holds why they apply.

    The public sees a name only when the composition is approved, and then from `Member`.
    """

    call = models.ForeignKey("groups.Call", models.PROTECT, related_name="applications", verbose_name=_("call"))
    occupation = models.CharField(_("occupation or post"), max_length=200, blank=True)
    organisation = models.CharField(_("organisation"), max_length=200, blank=True)
    experience = models.TextField(_("experience"), blank=True)
    has_conflict = models.BooleanField(_("declared a conflict of interest"), default=False)
    conflict_statement = models.TextField(_("statement on conflict of interest"), blank=True)
    conflict_note = models.CharField(_("public note on conflict of interest"), max_length=500, blank=True)
    ground = models.CharField(_("ground of refusal"), max_length=10, choices=Ground.choices, blank=True)
    reason = models.TextField(_("reasons of the decision"), blank=True)

    class Meta:
        verbose_name = _("application for a seat")
        verbose_name_plural = _("applications for a seat")
        constraints = [
            models.CheckConstraint(
                condition=Q(ground__in=["", *Ground.values]), name="groups_application_ground_known"
            ),
            models.CheckConstraint(
                condition=~Q(ground__gt="") | ~Q(reason=""), name="groups_application_refusal_has_reason"
            ),
        ]

    def erase_originals(self):
        """Empty what the person told of themselves; the decision stays."""
        for name in ("occupation", "organisation", "experience", "conflict_statement"):
            setattr(self, name, "")
        self.save(update_fields=["occupation", "organisation", "experience", "conflict_statement"])
