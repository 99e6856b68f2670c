"""Tags of pages whose type has no tags of its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from .topics import ContentTag


class PageTagging(models.Model):
    """A tag on a page of any type; kept with the page's revisions like every child of a page."""

    tag = models.ForeignKey(ContentTag, models.CASCADE, related_name="page_items", verbose_name=_("tag"))
    content_object = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="house_tags")

    class Meta:
        ordering = ["tag__name", "pk"]
        verbose_name = _("tag of a page")
        verbose_name_plural = _("tags of pages")
        constraints = [models.UniqueConstraint(fields=["tag", "content_object"], name="cms_page_tag_once")]

    def __str__(self):
        return str(self.tag)
