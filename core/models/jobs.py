"""Jobs that `tick` runs when they are due."""

from django.db import models
from django.utils import timezone


class DueJob(models.Model):
    """One periodic job; a conditional UPDATE of `next_run_at` claims it, so two ticks never run it together."""

    name = models.CharField(max_length=100, unique=True)
    next_run_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name
