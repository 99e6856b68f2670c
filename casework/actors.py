"""Who acts on a case."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.roles import Role


class Part(models.TextChoices):
    """The part that an actor plays on one case; transitions name the parts that may fire them."""

    SYSTEM = "system", _("The portal")
    APPLICANT = "applicant", _("Applicant")
    DESK = "desk", _("Desk operator")
    OFFICIAL = "official", _("Official of the unit")
    HEAD = "head", _("Head")


@dataclass(frozen=True)
class Actor:
    """A person, the portal itself, or the applicant who proved it by number and code."""

    user: User | None = None
    is_system: bool = False
    proved_by_code: bool = False

    @classmethod
    def system(cls):
        """The portal's own clockwork."""
        return cls(is_system=True)

    @classmethod
    def person(cls, user):
        """A signed-in person."""
        return cls(user=user)

    @classmethod
    def applicant(cls, user=None):
        """Whoever knows the number and the secret code, signed in or not."""
        return cls(user=user if user is not None and user.is_authenticated else None, proved_by_code=True)

    def parts_on(self, case):
        """The set of `Part`s that this actor plays on `case`."""
        if self.is_system:
            return frozenset({Part.SYSTEM})
        parts = set()
        if self.proved_by_code or (self.user is not None and self.user.pk and case.submitter_id == self.user.pk):
            parts.add(Part.APPLICANT)
        if self.user is not None and not self.proved_by_code:
            parts |= self._staff_parts(case)
        return frozenset(parts)

    def _staff_parts(self, case):
        """The parts that a member of staff plays on `case`."""
        user, parts = self.user, set()
        if not user.is_active:
            return parts
        if user.is_superuser:
            return {Part.DESK, Part.OFFICIAL, Part.HEAD}
        if user.has_role(Role.HEAD):
            parts.add(Part.HEAD)
        if user.has_role(Role.DESK_OPERATOR):
            parts.add(Part.DESK)
        if user.has_role(Role.OFFICIAL) and (
            case.assignee_id == user.pk or (case.unit_id and case.unit_id == user.unit_id)
        ):
            parts.add(Part.OFFICIAL)
        return parts
