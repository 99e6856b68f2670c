"""An alert over the whole site, one section of it or a few chosen pages."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable, RevisionMixin
from wagtail.search import index


class Severity(models.IntegerChoices):
    """How grave an alert is; the graver stands first."""

    CRITICAL = 1, _("critical: danger to people")
    MAJOR = 2, _("major: services have stopped")
    MINOR = 3, _("minor: something works differently")
    ANNOUNCEMENT = 4, _("announcement")


class AlertQuerySet(models.QuerySet):
    """Sentences about alerts."""

    def in_force(self, moment=None):
        """Alerts whose time has come and has not passed; the reading itself decides, no job has to run."""
        moment = moment or timezone.now()
        return self.filter(go_live_at__lte=moment, expire_at__gt=moment)

    def for_path(self, url_path, page_id=None):
        """Alerts of the whole site, of the sections that hold the page with this `url_path`, and of the page itself."""
        chosen = AlertPage.objects.filter(alert=models.OuterRef("pk"))
        found = models.Q(section__isnull=True) & ~models.Exists(chosen)
        if page_id:
            found |= models.Exists(chosen.filter(page_id=page_id))
        if not url_path:
            return self.filter(found)
        starts = models.Value(url_path, output_field=models.TextField())
        return self.annotate(_page_path=starts).filter(
            found | models.Q(_page_path__startswith=models.F("section__url_path"))
        )


class Alert(RevisionMixin, index.Indexed, ClusterableModel):
    """A short message above pages until its end date, which is required: an alert always leaves by itself.

    Without a section and chosen pages it stands over the whole site.
    """

    severity = models.PositiveSmallIntegerField(_("severity"), choices=Severity, default=Severity.MINOR)
    title = models.CharField(_("title"), max_length=80)
    text = models.TextField(_("text"), max_length=300, blank=True, validators=[MaxLengthValidator(300)])
    link_page = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page with details"),
    )
    link_url = models.URLField(
        _("address with details"), blank=True, help_text=_("Only when the details are on another site.")
    )
    section = models.ForeignKey(
        "wagtailcore.Page",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("section"),
        help_text=_("The alert shows on this page and all pages below it. Leave empty for the whole site."),
    )
    dismissible = models.BooleanField(
        _("readers may hide it"),
        default=False,
        help_text=_("A reader who hid it does not see it again in that browser. Never for a critical alert."),
    )
    go_live_at = models.DateTimeField(_("shows from"), default=timezone.now)
    expire_at = models.DateTimeField(_("shows until"))

    objects = AlertQuerySet.as_manager()

    panels = [
        FieldPanel("severity"),
        FieldPanel("title"),
        FieldPanel("text"),
        MultiFieldPanel([FieldPanel("link_page"), FieldPanel("link_url")], heading=_("Details")),
        FieldPanel("section"),
        InlinePanel(
            "chosen_pages",
            label=_("page"),
            heading=_("Only on these pages"),
            help_text=_("Leave empty for the section or the whole site."),
            max_num=20,
        ),
        FieldPanel("dismissible"),
        FieldRowPanel([FieldPanel("go_live_at"), FieldPanel("expire_at")], heading=_("When")),
    ]
    search_fields = [index.SearchField("title"), index.SearchField("text"), index.AutocompleteField("title")]

    class Meta:
        ordering = ["severity", "-go_live_at", "pk"]
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(expire_at__gt=models.F("go_live_at")),
                name="cms_alert_ends_after_start",
                violation_error_message=_("The alert must end after it starts."),
            ),
            models.CheckConstraint(
                condition=~models.Q(severity=Severity.CRITICAL, dismissible=True),
                name="cms_alert_critical_stays",
                violation_error_message=_("A critical alert cannot be hidden by readers."),
            ),
        ]
        indexes = [models.Index(fields=["expire_at", "go_live_at"], name="cms_alert_time")]

    def __str__(self):
        return self.title

    def clean(self):
        """One link at most."""
        super().clean()
        if self.link_page_id and self.link_url:
            raise ValidationError({"link_url": _("Give either a page of this site or an address, not both.")})

    @property
    def address(self):
        """Where the details are, or an empty string."""
        if self.link_page and self.link_page.live:
            return self.link_page.url or ""
        return self.link_url


class AlertPage(Orderable):
    """One of the pages on which an alert stands."""

    alert = ParentalKey(Alert, on_delete=models.CASCADE, related_name="chosen_pages")
    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="+", verbose_name=_("page"))

    panels = [PageChooserPanel("page")]

    class Meta(Orderable.Meta):
        verbose_name = _("page of an alert")
        verbose_name_plural = _("pages of an alert")
