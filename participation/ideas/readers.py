"""Who else reads a letter about an idea, besides its author and the assignee."""

from participation.follows.services import followers_of


def co_authors(case, data):
    """Those who agreed to stand beside the author."""
    people = case.specific.co_authors.agreed().select_related("user").order_by("pk")
    return [(person.user.email, person.user.language) for person in people if person.user.email]


def followers(case, data):
    """Those who follow, without the author and co-authors: about their own idea they are told anyway."""
    own = [*case.specific.co_authors.agreed().values_list("user", flat=True), case.submitter_id]
    return followers_of(case, except_users=[user for user in own if user])
