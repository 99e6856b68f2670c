"""Counters behind the rate limits."""

from django.db import models


class RateCounter(models.Model):
    """How often one key was used in one window of time; one row per key and window, changed by an atomic upsert."""

    key = models.CharField(max_length=160)
    window_start = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "window_start"], name="core_ratecounter_once")]

    def __str__(self):
        return f"{self.window_start:%Y-%m-%d %H:%M}: {self.count}"
