"""What this room tells the rest of the house about itself."""

from accounts import mydata
from participation.follows.models import Follow


def followed_by(user):
    """The numbers of the cases that the person follows, for the file of what we hold of them."""
    return list(Follow.objects.filter(user=user).order_by("pk").values("case__number", "created_at"))


def forget(user):
    """Take away all that the person followed."""
    Follow.objects.filter(user=user).delete()


def register():
    """Enter everything; called once by the app's `ready()`."""
    mydata.register("follows", export=followed_by, erase=forget)
