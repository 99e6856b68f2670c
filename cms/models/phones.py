"""Useful phones: one number a row, with the day when somebody last called it."""

import re
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.search import index

UNCHECKED_DAYS = 180
NUMBER = RegexValidator(
    r"^\+?[\d\s()\-]{3,24}$", _("One number of figures, spaces, brackets and hyphens, for example 0 800 213 103.")
)


class PhoneGroup(models.TextChoices):
    """Under which heading a number stands; the order of the page."""

    EMERGENCY = "emergency", _("Emergency")
    GOVERNMENT = "government", _("Government hotlines")
    SUPPORT = "support", _("Support and safety of a person")
    SOCIAL = "social", _("Social protection and health")
    LAW = "law", _("Legal aid and rights")
    COMMUNITY = "community", _("Our community")
    UTILITIES = "utilities", _("Water, light, gas, roads")


class UsefulPhoneQuerySet(models.QuerySet):
    """Sentences about phones."""

    def visible_to(self, user=None):
        """Numbers that are shown on the site."""
        return self.filter(is_shown=True)

    def in_order(self):
        """As the page lists them inside a group."""
        return self.order_by("order", "name", "pk")

    def unchecked(self, today=None):
        """Numbers that nobody has checked for UNCHECKED_DAYS days, or ever."""
        oldest = (today or timezone.localdate()) - timedelta(days=UNCHECKED_DAYS)
        return self.filter(models.Q(checked_on__isnull=True) | models.Q(checked_on__lt=oldest))


class UsefulPhone(index.Indexed, models.Model):
    """One number."""

    number = models.CharField(_("number"), max_length=25, validators=[NUMBER])
    name = models.CharField(_("whose number"), max_length=160)
    name_en = models.CharField(_("whose number, in English"), max_length=160, blank=True)
    group = models.CharField(_("group"), max_length=12, choices=PhoneGroup, default=PhoneGroup.COMMUNITY)
    hours = models.CharField(_("hours"), max_length=120, blank=True, help_text=_("For example: around the clock."))
    note = models.CharField(_("note"), max_length=250, blank=True, help_text=_("When to call, what to say."))
    is_free = models.BooleanField(_("free of charge"), default=False)
    is_demo = models.BooleanField(_("demonstration"), default=False, help_text=_("Marks a number that is not real."))
    is_shown = models.BooleanField(_("shown on the site"), default=True)
    order = models.PositiveSmallIntegerField(_("place in the group"), default=100)
    checked_on = models.DateField(
        _("checked on"), null=True, blank=True, db_index=True, help_text=_("The day when somebody last called it.")
    )

    objects = UsefulPhoneQuerySet.as_manager()

    panels = [
        FieldPanel("number"),
        FieldRowPanel([FieldPanel("name"), FieldPanel("name_en")]),
        FieldRowPanel([FieldPanel("group"), FieldPanel("order")]),
        FieldPanel("hours"),
        FieldPanel("note"),
        FieldRowPanel([FieldPanel("is_free"), FieldPanel("is_shown"), FieldPanel("is_demo")]),
        MultiFieldPanel([FieldPanel("checked_on")], heading=_("Checking")),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("number"),
        index.FilterField("group"),
        index.FilterField("is_free"),
        index.FilterField("checked_on"),
    ]

    class Meta:
        ordering = ["group", "order", "name", "pk"]
        verbose_name = _("useful phone")
        verbose_name_plural = _("useful phones")
        constraints = [models.UniqueConstraint(fields=["number", "name"], name="cms_phone_of_somebody_once")]

    def __str__(self):
        return f"{self.shown_name}: {self.number}"

    def clean(self):
        """One number a row, and no check of tomorrow."""
        super().clean()
        if self.checked_on and self.checked_on > timezone.localdate():
            raise ValidationError({"checked_on": _("This day has not come yet.")})

    @property
    def shown_name(self):
        """The name in the reader's language."""
        return self.name_en if self.name_en and _is_english() else self.name

    @property
    def lang(self):
        """The language of the hours and the note when it is not the reader's."""
        return "uk" if _is_english() else ""

    @property
    def name_lang(self):
        """The language of the name when it is not the reader's."""
        return "" if self.name_en else self.lang

    @property
    def href(self):
        """What a telephone dials."""
        return "tel:" + re.sub(r"[^\d+]", "", self.number)

    def is_unchecked(self, today=None):
        """The twin of `unchecked` for one number."""
        oldest = (today or timezone.localdate()) - timedelta(days=UNCHECKED_DAYS)
        return self.checked_on is None or self.checked_on < oldest


def _is_english():
    return (get_language() or "uk").startswith("en")
