"""Questions that several screens ask."""

from django.db.models import Q

from accounts.models import User
from participation.moderation.models import Decision


def moderators():
    """Active people who hold the right to moderate, through a group or by themselves."""
    named = {"codename": "moderate", "content_type__app_label": "moderation"}
    by_group = Q(**{f"groups__permissions__{key}": value for key, value in named.items()})
    by_hand = Q(**{f"user_permissions__{key}": value for key, value in named.items()})
    return User.objects.filter(by_group | by_hand, is_active=True).distinct().order_by("pk")


def last_decisions(contributions):
    """{contribution's key: its latest decision, with the appeal}, in one query; none for an empty list."""
    keys = list(contributions)
    if not keys:
        return {}
    rows = Decision.objects.filter(contribution__in=keys).select_related("appeal").order_by("at", "pk")
    return {row.contribution_id: row for row in rows}
