"""Pages whose facts grow old: who answers for them, when they were checked, when they are due again."""

from datetime import timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.search import index

from .base import BasePage, BasePageQuerySet

CHECK_EVERY_DAYS = 365


def colleagues():
    """Who may keep a page: people who work here; residents with an account are never offered by name."""
    return models.Q(is_active=True) & (models.Q(groups__isnull=False) | models.Q(is_superuser=True))


class ReviewedPageQuerySet(BasePageQuerySet):
    """Sentences about checking."""

    def due_for_checking(self, today=None):
        """Pages whose check-by day has come, and those never checked."""
        today = today or timezone.localdate()
        return self.filter(models.Q(check_due_on__lte=today) | models.Q(check_due_on__isnull=True))


ReviewedPageManager = PageManager.from_queryset(ReviewedPageQuerySet)


class ReviewedPage(BasePage):
    """A page with an owner and a check-by date; it stays published when the date passes, its owner gets a letter."""

    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to=colleagues,
        verbose_name=_("who keeps it true"),
        help_text=_("Gets a letter when the page is due for checking."),
    )
    checked_on = models.DateField(
        _("checked on"),
        null=True,
        blank=True,
        help_text=_("The day when somebody last compared the page with the law and practice."),
    )
    check_every_days = models.PositiveSmallIntegerField(
        _("check every, days"),
        default=CHECK_EVERY_DAYS,
        validators=[MinValueValidator(7), MaxValueValidator(1830)],
    )
    check_due_on = models.DateField(_("check by"), null=True, blank=True, editable=False, db_index=True)
    is_demo = models.BooleanField(
        _("demonstration"), default=False, help_text=_("Prints “Demonstration: check before use” above the text.")
    )

    settings_panels = [
        *BasePage.settings_panels,
        MultiFieldPanel(
            [
                FieldPanel("keeper"),
                FieldRowPanel([FieldPanel("checked_on"), FieldPanel("check_every_days")]),
                FieldPanel("is_demo"),
            ],
            heading=_("Checking"),
        ),
    ]
    search_fields = [*BasePage.search_fields, index.FilterField("check_due_on")]

    objects = ReviewedPageManager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Keep the check-by day in step with its two sources."""
        self.check_due_on = self.next_check()
        super().save(*args, **kwargs)

    def clean_fields(self, exclude=None):
        """Let a page whose keeper has left be saved and published: forms offer only those who work here."""
        super().clean_fields(exclude={*(exclude or ()), "keeper"})

    def next_check(self):
        """The day by which the page is checked again, or None when it never was."""
        return self.checked_on + timedelta(days=self.check_every_days) if self.checked_on else None

    def is_due_for_checking(self, today=None):
        """The twin of `due_for_checking` for one page."""
        return self.check_due_on is None or self.check_due_on <= (today or timezone.localdate())
