"""Topics and tags of news."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from taggit.models import TagBase
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.slugs import page_slug


class NewsTopic(index.Indexed, models.Model):
    """A topic of news, for example services or accessibility."""

    name = models.CharField(_("name"), max_length=60, unique=True)
    name_en = models.CharField(_("name in English"), max_length=60, blank=True)
    slug = models.SlugField(
        _("address"), max_length=100, unique=True, blank=True, help_text=_("Made from the name when left empty.")
    )

    panels = [FieldPanel("name"), FieldPanel("name_en"), FieldPanel("slug")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("topic of news")
        verbose_name_plural = _("topics of news")

    def __str__(self):
        return self.name_en if self.name_en and (get_language() or "uk").startswith("en") else self.name

    def save(self, *args, **kwargs):
        """Never store an empty address."""
        self.slug = self.slug or page_slug(self.name)
        super().save(*args, **kwargs)

    def clean(self):
        """Make the address from the name before uniqueness is asked."""
        super().clean()
        self.slug = self.slug or page_slug(self.name)


class ContentTag(TagBase):
    """A tag with a romanised address; letters of either case make the same tag."""

    free_tagging = True

    class Meta:
        ordering = ["name"]
        verbose_name = _("tag")
        verbose_name_plural = _("tags")

    def slugify(self, tag, i=None):
        """Romanise (taggit asks again with a number when the address is taken)."""
        return page_slug(tag) if i is None else f"{page_slug(tag)}-{i}"
