"""A service that works differently for a while: said on the service, never over the whole site."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel


class NoticeState(models.TextChoices):
    """How the service works now."""

    LIMITED = "limited", _("limited")
    CHANGED = "changed", _("changed")
    NORMAL = "normal", _("works as usual again")


class ServiceNoticeQuerySet(models.QuerySet):
    """Sentences about notices."""

    def in_force(self, moment=None):
        """Notices whose time has come and has not passed."""
        moment = moment or timezone.now()
        return self.filter(models.Q(until__isnull=True) | models.Q(until__gt=moment), since__lte=moment)


class ServiceNotice(models.Model):
    """What changed about one service, from when, until when."""

    service = models.ForeignKey("cms.ServicePage", models.CASCADE, related_name="notices", verbose_name=_("service"))
    state = models.CharField(_("state"), max_length=10, choices=NoticeState, default=NoticeState.LIMITED)
    text = models.CharField(_("text"), max_length=300)
    since = models.DateTimeField(_("shows from"), default=timezone.now)
    until = models.DateTimeField(_("shows until"), null=True, blank=True)

    objects = ServiceNoticeQuerySet.as_manager()

    panels = [
        PageChooserPanel("service"),
        FieldPanel("state"),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
    ]

    class Meta:
        ordering = ["-since", "-pk"]
        verbose_name = _("service notice")
        verbose_name_plural = _("service notices")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gt=models.F("since")),
                name="cms_notice_ends_after_start",
                violation_error_message=_("The notice must end after it starts."),
            )
        ]

    def __str__(self):
        return self.text
