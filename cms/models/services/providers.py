"""Who provides services and for whom they are."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from cms.slugs import page_slug


class ServiceProvider(index.Indexed, models.Model):
    """A body that provides services (суб’єкт надання адміністративних послуг, Law 5203-VI, Art. 1)."""

    name = models.CharField(_("name"), max_length=250, unique=True)
    name_en = models.CharField(_("name in English"), max_length=250, blank=True)
    slug = models.SlugField(_("address of its list"), max_length=100, unique=True, blank=True)
    postal_address = models.CharField(_("postal address"), max_length=300, blank=True)
    hours = models.CharField(_("hours"), max_length=200, blank=True)
    phone = models.CharField(_("phone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("site"), blank=True)
    agreement = models.CharField(
        _("agreement with the centre"),
        max_length=250,
        blank=True,
        help_text=_("Number and date of the agreed decision."),
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("name_en"),
        FieldPanel("slug"),
        FieldPanel("postal_address"),
        FieldPanel("hours"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        FieldPanel("website"),
        FieldPanel("agreement"),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("service provider")
        verbose_name_plural = _("service providers")

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


class Audience(models.Model):
    """A group of people that looks for its own services: veterans, parents, displaced persons."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    name_en = models.CharField(_("name in English"), max_length=80, blank=True)
    slug = models.SlugField(_("address of its list"), max_length=100, unique=True, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    panels = [FieldPanel("name"), FieldPanel("name_en"), FieldPanel("slug"), FieldPanel("order")]

    class Meta:
        ordering = ["order", "name"]
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")

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
