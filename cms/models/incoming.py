"""What came from elsewhere: pieces of news of another site, workbooks of services."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedItem(models.Model):
    """One entry of another site and the page made of it; a page that an editor deleted is not made again."""

    source = models.CharField(_("source"), max_length=300)
    guid = models.CharField(_("key in the source"), max_length=500)
    page = models.ForeignKey("cms.NewsPage", models.SET_NULL, null=True, related_name="+", verbose_name=_("page"))
    checksum = models.CharField(_("checksum"), max_length=64)
    revision = models.ForeignKey(
        "wagtailcore.Revision", models.SET_NULL, null=True, related_name="+", verbose_name=_("revision")
    )
    imported_at = models.DateTimeField(_("imported"), auto_now=True)

    class Meta:
        ordering = ["-imported_at", "-pk"]
        verbose_name = _("imported item")
        verbose_name_plural = _("imported items")
        constraints = [models.UniqueConstraint(fields=["source", "guid"], name="cms_imported_once")]

    def __str__(self):
        return self.guid


class ServiceSheet(models.Model):
    """An uploaded workbook of services between its check and its confirmation, and the trace of those applied."""

    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    uploaded_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    name = models.CharField(_("file"), max_length=200)
    data = models.BinaryField(_("content"), blank=True)
    language = models.CharField(_("language"), max_length=10, default="uk")
    plan = models.CharField(_("checksum of the report"), max_length=64)
    applied_at = models.DateTimeField(_("applied"), null=True)
    created = models.PositiveIntegerField(_("created"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        verbose_name = _("workbook of services")
        verbose_name_plural = _("workbooks of services")

    def __str__(self):
        return self.name
