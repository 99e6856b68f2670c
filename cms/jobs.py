"""What `tick` does for editors."""

from datetime import timedelta

from django.core.management import call_command

from cms.publishing import hold_back
from core.jobs import periodic


@periodic("cms.publish_scheduled", every=timedelta(minutes=1))
def publish_scheduled(now):
    """Publish pages whose time has come, unless they lack something, and take down those whose time has passed."""
    hold_back(now)
    call_command("publish_scheduled", verbosity=0)
