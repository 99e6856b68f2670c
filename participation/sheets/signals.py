"""What the counting of voices tells the rooms."""

from django.dispatch import Signal

# Sent once in the life of a collection, inside the transaction of the voice that reached the threshold:
# sender=Collection, collection=the collection, now=the moment.
threshold_reached = Signal()
