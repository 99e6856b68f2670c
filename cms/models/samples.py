"""Sample applications (зразки заяв): a blank, a filled sample, explanations, filling online."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from cms.blocks.explainer import ExplainerBody
from cms.fields import ChoiceListField
from cms.pictures import prefetch_renditions
from cms.samples import facts, filling
from cms.samples.kinds import SampleLanguage, SamplePurpose
from cms.samples.listing import SampleListing
from cms.samples.page_form import SamplePageForm
from core.text import fold

from .base import BasePage
from .reviewed import ReviewedPage, ReviewedPageQuerySet
from .sample_parts import SampleTopic
from .services.pages import ServicePage

BLANKS = ("blank_docx", "blank_odt", "blank_pdf")
FILES = (*BLANKS, "filled_sample")


def document_key(verbose_name, **options):
    """A file in use cannot be deleted."""
    return models.ForeignKey(
        "wagtaildocs.Document",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=verbose_name,
        **options,
    )


def pages_number(verbose_name):
    """How many pages, when the file does not say."""
    return models.PositiveSmallIntegerField(
        verbose_name,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(facts.MAX_PAGES)],
        help_text=_("Left empty: read from the file, if the file says it."),
    )


class SamplePageQuerySet(ReviewedPageQuerySet):
    """Sentences about samples."""

    def by_topic(self):
        """By topic, those without one last; then A to Я."""
        return self.order_by(
            models.F("topic__order").asc(nulls_last=True), models.F("topic__name").asc(nulls_last=True), "title", "pk"
        )

    def fillable(self):
        """Those that can be filled in online."""
        return self.filter(template_docx__isnull=False)

    def current(self):
        """Without editions that a published page of the same language replaces."""
        newer = SamplePage.objects.live().filter(
            locale=models.OuterRef("locale"), supersedes__translation_key=models.OuterRef("translation_key")
        )
        return self.exclude(models.Exists(newer))


class SamplePage(RoutablePageMixin, ReviewedPage):
    """One sample: what to download, how to fill it in, which act approved it."""

    lead = models.TextField(_("lead"), max_length=300, blank=True)
    topic = models.ForeignKey(
        SampleTopic, models.PROTECT, null=True, blank=True, related_name="samples", verbose_name=_("topic")
    )
    purpose = models.CharField(
        _("where the site leads to it"),
        max_length=16,
        choices=SamplePurpose,
        blank=True,
        db_index=True,
        help_text=_("The form of a request or appeal then names this sample beside its fields."),
    )
    blank_docx = document_key(_("blank, DOCX"))
    blank_odt = document_key(_("blank, ODT"))
    blank_pdf = document_key(_("blank, PDF"))
    filled_sample = document_key(_("filled sample"), help_text=_("Filled in by an invented person."))
    blank_pages = pages_number(_("pages of the blank"))
    filled_pages = pages_number(_("pages of the filled sample"))
    read_pages = models.JSONField(default=dict, editable=False)  # {key of the document: number of pages}
    languages = ChoiceListField(_("languages of the blank"), choices_enum=SampleLanguage)
    edition_on = models.DateField(_("edition of"), null=True, blank=True)
    approved_by = models.CharField(
        pgettext_lazy("of an act", "approved by"),
        max_length=300,
        blank=True,
        help_text=_("Name, number and date of the act."),
    )
    supersedes = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("replaces"),
        help_text=_("The page of the old edition says that there is a newer one."),
    )
    how_to_fill = StreamField(ExplainerBody(), verbose_name=_("how to fill it in"), blank=True)
    how_to_submit = models.TextField(
        _("where to hand it in"), max_length=800, blank=True, help_text=_("Where, how and with which papers.")
    )
    template_docx = document_key(
        _("template to fill online, DOCX"),
        help_text=_(
            "Take the blank and write a name in double braces where a person writes: {{ full_name }}. Names: small letters, "
            "digits, underscores. Save a draft: the rows below are made from the names."
        ),
    )
    search_words = models.CharField(
        _("words that people search by"), max_length=300, blank=True, help_text=_("Not printed. Separated by commas.")
    )
    folded = models.TextField(editable=False, blank=True)

    objects = PageManager.from_queryset(SamplePageQuerySet)()
    base_form_class = SamplePageForm

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldRowPanel([FieldPanel("topic"), FieldPanel("purpose")]),
        MultiFieldPanel(
            [
                FieldPanel("blank_docx"),
                FieldPanel("blank_odt"),
                FieldPanel("blank_pdf"),
                FieldPanel("filled_sample"),
                FieldRowPanel([FieldPanel("blank_pages"), FieldPanel("filled_pages")]),
                FieldPanel("languages"),
            ],
            heading=_("Files"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("edition_on"), FieldPanel("approved_by")]), PageChooserPanel("supersedes")],
            heading=_("Edition"),
        ),
        FieldPanel("how_to_fill"),
        FieldPanel("how_to_submit"),
        FieldPanel("template_docx"),
        InlinePanel("online_fields", label=_("field of the form"), heading=_("Fields to fill in online"), max_num=60),
    ]
    promote_panels = [*ReviewedPage.promote_panels, FieldPanel("search_words")]
    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("lead"),
        index.SearchField("search_words"),
        index.FilterField("topic_id"),
    ]

    template = "cms/sample_page.html"
    parent_page_types = ["cms.SampleIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("sample application")
        verbose_name_plural = _("sample applications")

    def clean(self):
        """A page does not replace itself; the number of pages of every file is known."""
        super().clean()
        if self.supersedes_id and self._comes_round():
            raise ValidationError({"supersedes": _("These editions replace each other in a circle.")})
        self.read_pages = self._read_pages()
        for names, field in ((BLANKS, "blank_pages"), (FILES[-1:], "filled_pages")):
            silent = [name for name in names if self._pages_of(name) is None and getattr(self, f"{name}_id")]
            if silent:
                words = _("The file “%(file)s” does not say how many pages it has. Count them and write the number.")
                raise ValidationError({field: ValidationError(words, params={"file": getattr(self, silent[0]).title})})

    def save(self, *args, **kwargs):
        """Keep what lists and readers need ready: folded words, pages of the files."""
        self.folded = fold(f"{self.title} {self.lead} {self.search_words}")
        self.read_pages = self._read_pages()
        super().save(*args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        """Add files with their facts, editions, services."""
        context = super().get_context(request, *args, **kwargs)
        documents = get_document_model().objects.in_bulk([getattr(self, f"{name}_id") for name in FILES])
        context["blanks"] = self._rows(BLANKS, documents)
        context["filled"] = self._rows(FILES[-1:], documents)
        context["newer"], context["older"] = self.newer, self._older()
        context["services"] = self._services(request.user)
        context["fill_url"] = self.fill_url
        context["languages"] = SamplePage._meta.get_field("languages").labels(self)
        prefetch_renditions(self.how_to_fill)
        return context

    @path("zapovnyty/", name="fill")
    def fill(self, request):
        """Fill in online; see `cms.samples.filling`."""
        return filling.answer(self, request)

    @property
    def fill_url(self):
        """Where it is filled in, or an empty string."""
        url = self.get_url() if self.template_docx_id and self.live else None  # a page that is only previewed has none
        return url + self.reverse_subpage("fill") if url else ""

    @property
    def formats(self):
        """Formats of the blank: DOCX, ODT, PDF."""
        return [name.removeprefix("blank_").upper() for name in BLANKS if getattr(self, f"{name}_id")]

    @property
    def pages(self):
        """Pages of the blank, or None."""
        return next((number for number in map(self._pages_of, BLANKS) if number), None)

    @cached_property
    def newer(self):
        """The published page that replaces this one in the same language, or None."""
        found = SamplePage.objects.filter(supersedes__translation_key=self.translation_key, locale=self.locale_id)
        return found.visible_to().order_by("-edition_on", "-pk").first()

    def _older(self):
        if self.supersedes_id is None:
            return None
        older = SamplePage.objects.filter(
            translation_key=models.Subquery(Page.objects.filter(pk=self.supersedes_id).values("translation_key")),
            locale=self.locale_id,
        )
        return older.visible_to().first()

    def _services(self, user):
        found = ServicePage.objects.filter(samples__translation_key=self.translation_key, locale=self.locale_id)
        return list(found.visible_to(user).distinct().by_name())

    def _comes_round(self):
        seen, page = {self.pk}, self.supersedes
        while page is not None:
            if page.pk in seen:
                return True
            seen.add(page.pk)
            page = page.supersedes
        return False

    def _pages_of(self, name):
        written = self.filled_pages if name == "filled_sample" else self.blank_pages
        return written or self.read_pages.get(str(getattr(self, f"{name}_id")))

    def _read_pages(self):
        chosen = {str(getattr(self, f"{name}_id")): name for name in FILES if getattr(self, f"{name}_id")}
        return {key: facts.count_pages(getattr(self, name)) for key, name in chosen.items()}

    def _rows(self, names, documents):
        """What the list of files prints for each of `names`."""
        rows = []
        for name in names:
            if document := documents.get(getattr(self, f"{name}_id")):
                rows.append(facts.row(document, self._pages_of(name)))
        return rows


class SampleIndexPage(BasePage):
    """All samples."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead")]

    template = "cms/sample_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cms.SamplePage"]

    class Meta:
        verbose_name = _("library of samples")
        verbose_name_plural = _("libraries of samples")

    def samples(self, user=None):
        """All current samples that this reader may see here."""
        return SamplePage.objects.child_of(self).visible_to(user).listed().current().defer_streamfields()

    def get_context(self, request, *args, **kwargs):
        """Add the filtered list."""
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = SampleListing(self.samples(request.user), request.GET)
        return context
