"""Numbers without gaps, and the states that the database accepts."""

from django.db import models


class NumberSequence(models.Model):
    """The last number given under a prefix in a year; its row is locked until the case is written."""

    prefix = models.CharField(max_length=10)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["prefix", "year"], name="casework_sequence_once")]

    def __str__(self):
        return f"{self.prefix}-{self.year}"


class ProcedureState(models.Model):
    """A state that a procedure has; written from the tables after `migrate`, asked by a trigger on every change of a case."""

    procedure = models.CharField(max_length=40)
    state = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["procedure", "state"], name="casework_procedurestate_once")]

    def __str__(self):
        return f"{self.procedure}: {self.state}"
