"""What happens when a consent ends: stories leave the site at once, and those who keep them are told."""

from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.roles import Role
from cms.models import ConsentRecord, StoryPage
from core import outbox

LETTER = "cms/story_taken_down"


def register():
    """Listen to consents, from whatever door they change, and declare the letter."""
    post_save.connect(consent_changed, sender=ConsentRecord, dispatch_uid="cms.consents.saved")
    post_delete.connect(consent_changed, sender=ConsentRecord, dispatch_uid="cms.consents.deleted")
    outbox.declare(LETTER, label=_("A story left the site: its consent ended"), context=("story", "link"))


def consent_changed(instance, raw=False, **kwargs):
    """Take down what nothing allows any more."""
    if not raw:
        take_down(instance.person_id)


@transaction.atomic
def take_down(person_id):
    """Unpublish the person's stories, in every language, unless a valid consent covers them; return those taken down."""
    if ConsentRecord.objects.valid().to("story").filter(person=person_id).exists():
        return []
    stories = list(StoryPage.objects.filter(person=person_id, live=True))
    for story in stories:
        story.unpublish()
    return stories


@transaction.atomic
def end(record, *, keep):
    """Save `record` by calling `keep()` and tell staff which stories left the site; return (what keep gave, the stories)."""
    before = list(StoryPage.objects.filter(person=record.person_id, live=True).select_related("owner", "keeper"))
    kept = keep()
    gone = set(StoryPage.objects.filter(pk__in=[story.pk for story in before], live=False).values_list("pk", flat=True))
    taken = [story for story in before if story.pk in gone]
    for story in taken:
        _tell(story, record)
    return kept, taken


def _tell(story, record):
    heads = User.objects.with_role(Role.HEAD)
    readers = {user.pk: user for user in (*heads, story.owner, story.keeper) if user is not None and user.is_active}
    for user in readers.values():
        outbox.write(
            LETTER,
            event=f"consent:{record.pk}:story:{story.pk}:{record.withdrawn_on}",
            recipient=user.email,
            context={"story": story, "link": settings.BASE_URL + reverse("wagtailadmin_pages:edit", args=[story.pk])},
            language=user.language,
        )
