"""What a sample application is put together of: its topic and the fields of its form."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable
from wagtail.search import index

from cms.samples.kinds import Autocomplete, FieldKind
from cms.samples.template import MAX_KEY, is_key
from cms.slugs import page_slug

MAX_OPTIONS = 40


class SampleTopic(index.Indexed, models.Model):
    """A topic under which samples stand together in the library."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    name_en = models.CharField(_("name in English"), max_length=80, blank=True)
    slug = models.SlugField(
        _("address"), max_length=100, unique=True, blank=True, help_text=_("Made from the name when left empty.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100, help_text=_("A smaller number stands higher."))

    panels = [FieldPanel("name"), FieldPanel("name_en"), FieldRowPanel([FieldPanel("slug"), FieldPanel("order")])]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["order", "name", "pk"]
        verbose_name = _("topic of samples")
        verbose_name_plural = _("topics of samples")

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


class SampleField(Orderable):
    """One field of the form: the name in the template and how a person is asked for it."""

    sample = ParentalKey("cms.SamplePage", on_delete=models.CASCADE, related_name="online_fields")
    key = models.CharField(
        _("name in the template"),
        max_length=MAX_KEY,
        help_text=_("As in the file, without braces: {{ name }} is “name”."),
    )
    label = models.CharField(_("question"), max_length=160, help_text=_("As the person reads it."))
    hint = models.CharField(_("hint"), max_length=250, blank=True)
    kind = models.CharField(_("kind"), max_length=8, choices=FieldKind, default=FieldKind.TEXT)
    required = models.BooleanField(_("must be filled in"), default=True)
    choices = models.TextField(
        _("choices"), max_length=4000, blank=True, help_text=_("Only for “one of several”: one choice a line.")
    )
    max_length = models.PositiveSmallIntegerField(
        _("longest, characters"),
        null=True,
        blank=True,
        validators=[MinValueValidator(2), MaxValueValidator(6000)],
        help_text=_("Left empty: 200 for one line, 2000 for several."),
    )
    autocomplete = models.CharField(
        _("the browser may offer"), max_length=24, choices=Autocomplete, blank=True, help_text=_("Saves people typing.")
    )

    panels = [
        FieldRowPanel([FieldPanel("key"), FieldPanel("label")]),
        FieldPanel("hint"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("required")]),
        FieldPanel("choices"),
        FieldRowPanel([FieldPanel("max_length"), FieldPanel("autocomplete")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("field of the form")
        verbose_name_plural = _("fields of the form")

    def __str__(self):
        return self.label

    @property
    def options(self):
        """The choices in their order, each once."""
        return list(dict.fromkeys(line.strip() for line in self.choices.splitlines() if line.strip()))

    def clean(self):
        """A name that a template can hold; choices exactly where they are needed."""
        super().clean()
        self.key = (self.key or "").strip().strip("{} ")
        if not is_key(self.key):
            raise ValidationError({"key": _("Small letters, digits and underscores only, a letter first.")})
        if self.kind == FieldKind.CHOICE and not 2 <= len(self.options) <= MAX_OPTIONS:
            raise ValidationError({"choices": _("Write from 2 to 40 choices, one a line.")})
        if self.kind != FieldKind.CHOICE and self.options:
            raise ValidationError({"choices": _("Choices belong only to the kind “one of several”.")})
