"""The background task that delivers; one per transaction that wrote letters."""

from django_tasks import task

from .delivery import ONE_GO, deliver_due


@task(queue_name="letters")
def deliver_letters():
    """Deliver the letters that wait; when there were more than one go takes, ask for another go."""
    if deliver_due() >= ONE_GO:
        deliver_letters.enqueue()


def enqueue_delivery():
    """Ask a worker to deliver soon. If this is lost, `tick` delivers a minute later."""
    deliver_letters.enqueue()
