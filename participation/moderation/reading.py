"""Questions that several screens ask."""

from django.db.models import Q

from accounts.models import User


def moderators():
    """Active people who hold the right to moderate, through a group or by themselves."""
    named = {"codename": "moderate", "content_type__app_label": "moderation"}
    by_group = Q(**{f"groups__permissions__{key}": value for key, value in named.items()})
    by_hand = Q(**{f"user_permissions__{key}": value for key, value in named.items()})
    return User.objects.filter(by_group | by_hand, is_active=True).distinct().order_by("pk")
