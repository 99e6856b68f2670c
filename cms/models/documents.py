"""Documents of the community (/dokumenty/): decisions, orders, regulations, with number, date, status and annexes."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager
from wagtail.search import index

from cms import documents
from cms.blocks import ArticleBody
from cms.pictures import prefetch_renditions
from cms.slugs import page_slug
from cms.translated import in_language
from core.text import fold

from .base import BasePage
from .projects import FileRow
from .reviewed import ReviewedPage, ReviewedPageQuerySet

RESERVED_SLUGS = {"rss", "csv", "json"}
NUMBER_LENGTH = 60
SEARCH_LENGTH = 1500


class NamedList(models.Model):
    """The base of short lists that a community keeps itself: a name, its English twin, an address, an order."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)
    slug = models.SlugField(
        _("address"), max_length=100, unique=True, blank=True, help_text=_("Made from the name when left empty.")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    panels = [FieldPanel("name"), FieldPanel("name_en"), FieldRowPanel([FieldPanel("slug"), FieldPanel("order")])]

    class Meta:
        abstract = True
        ordering = ["order", "name", "pk"]

    def __str__(self):
        return in_language(self, "name")

    def save(self, *args, **kwargs):
        """Never store an empty address."""
        self.slug = self.slug or page_slug(self.name)
        super().save(*args, **kwargs)

    def clean(self):
        """Make the address from the name before uniqueness is asked."""
        super().clean()
        self.slug = self.slug or page_slug(self.name)


class DocumentKind(NamedList):
    """Decision, order, regulation, programme, minutes, certificate."""

    class Meta(NamedList.Meta):
        abstract = False
        verbose_name = _("kind of documents")
        verbose_name_plural = _("kinds of documents")


class AdoptingBody(NamedList):
    """Who adopts documents: the council, the executive committee, the head."""

    class Meta(NamedList.Meta):
        abstract = False
        verbose_name = _("body that adopts documents")
        verbose_name_plural = _("bodies that adopt documents")


class DocumentStatus(models.TextChoices):
    """Whether a document is law here."""

    IN_FORCE = "in_force", _("in force")
    CHANGED = "changed", _("in force with changes")
    DRAFT = "draft", pgettext_lazy("document", "draft")
    REPEALED = "repealed", _("no longer in force")


class DocumentQuerySet(ReviewedPageQuerySet):
    """Sentences about documents."""

    def newest_first(self):
        """By the day of adoption; drafts, which have none, stand above."""
        return self.order_by(F("adopted_on").desc(nulls_first=True), "-pk")

    def found_by(self, question):
        """Documents whose title, number, kind or body hold every word of `question`; all for an empty one."""
        found = self
        for word in fold(question).split():
            found = found.filter(search_text__contains=word)
        return found


class CommunityDocumentPage(ReviewedPage):
    """One document."""

    lead = models.TextField(_("what it is about"), max_length=400, blank=True)
    kind = models.ForeignKey(DocumentKind, models.PROTECT, related_name="documents", verbose_name=_("kind"))
    number = models.CharField(
        _("number"), max_length=NUMBER_LENGTH, blank=True, help_text=_("Without the sign №. A draft has none.")
    )
    adopted_on = models.DateField(_("date"), null=True, blank=True)
    adopted_by = models.ForeignKey(AdoptingBody, models.PROTECT, related_name="documents", verbose_name=_("adopted by"))
    status = models.CharField(_("status"), max_length=10, choices=DocumentStatus, default=DocumentStatus.IN_FORCE)
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("For certificates and programmes with a term.")
    )
    topic = models.ForeignKey(
        "cms.NewsTopic", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("topic")
    )
    body = StreamField(ArticleBody(), verbose_name=_("full text"), blank=True)
    number_key = models.CharField(max_length=NUMBER_LENGTH, editable=False, blank=True)
    language = models.CharField(max_length=8, editable=False, blank=True)
    search_text = models.CharField(max_length=SEARCH_LENGTH, editable=False, blank=True)

    objects = PageManager.from_queryset(DocumentQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("kind"), FieldPanel("adopted_by")]),
                FieldRowPanel([FieldPanel("number"), FieldPanel("adopted_on")]),
                FieldPanel("status"),
                FieldRowPanel([FieldPanel("in_force_from"), FieldPanel("valid_until")]),
                FieldPanel("topic"),
            ],
            heading=_("Requisites"),
        ),
        InlinePanel("links", label=_("link"), heading=_("Repeals and changes")),
        InlinePanel("annexes", label=_("file"), heading=_("Text and annexes as files")),
        FieldPanel("body"),
    ]
    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("lead"),
        index.SearchField("number"),
        index.SearchField("body"),
        index.FilterField("adopted_on"),
        index.FilterField("status"),
        index.FilterField("kind_id"),
    ]

    template = "cms/documents/page.html"
    parent_page_types = ["cms.DocumentIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("document of the community")
        verbose_name_plural = _("documents of the community")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "adopted_by", "number_key", "adopted_on", "language"],
                condition=~Q(number_key=""),
                name="cms_document_number_once",
            )
        ]
        indexes = [models.Index(fields=["-adopted_on"], name="cms_document_by_date")]

    def clean(self):
        """A document in force has a number and a date, and no other has the same ones."""
        super().clean()
        self._keep_columns()
        errors = {}
        if self.slug in RESERVED_SLUGS:
            errors["slug"] = _("This address is taken by the list. Choose another one.")
        if self.status != DocumentStatus.DRAFT:
            missing = [name for name in ("number", "adopted_on") if not getattr(self, name)]
            errors |= {name: _("Only a draft may do without it.") for name in missing}
        if self.twin_of_number():
            errors["number"] = _("A document of this kind with the same number and date is here already.")
        if errors:
            raise ValidationError(errors)

    def save(self, *args, **kwargs):
        """Keep the columns for search and for uniqueness in step with their sources."""
        self._keep_columns()
        super().save(*args, **kwargs)

    def _keep_columns(self):
        self.number_key = fold(self.number.replace("№", "")).replace(" ", "")[:NUMBER_LENGTH]
        self.language = self.locale.language_code if self.locale_id else ""
        kind = self.kind if self.kind_id else ""
        names = [
            getattr(row, field)
            for row in (kind, self.adopted_by if self.adopted_by_id else "")
            if row
            for field in ("name", "name_en")
        ]
        self.search_text = fold(" ".join([self.title, self.number, self.number_key, *names, self.lead]))[:SEARCH_LENGTH]

    def twin_of_number(self):
        """Whether another document of this language has the same kind, body, number and date."""
        if not (self.number_key and self.adopted_on and self.kind_id and self.adopted_by_id):
            return False
        same = CommunityDocumentPage.objects.filter(
            kind=self.kind_id,
            adopted_by=self.adopted_by_id,
            number_key=self.number_key,
            adopted_on=self.adopted_on,
            language=self.language,
        )
        return same.exclude(pk=self.pk).exists()

    def copy(self, *args, reset_translation_key=True, update_attrs=None, **options):
        """A copy is another document and needs its own number; a translation keeps it."""
        if reset_translation_key:
            update_attrs = {"number": "", "status": DocumentStatus.DRAFT, **(update_attrs or {})}
        return super().copy(*args, reset_translation_key=reset_translation_key, update_attrs=update_attrs, **options)

    @property
    def requisites(self):
        """“Decision No 12 of 3 March 2026”."""
        return documents.requisites(self)

    @property
    def is_out_of_term(self):
        """Its last day has passed."""
        return self.valid_until is not None and self.valid_until < timezone.localdate()

    @property
    def tone(self):
        """The tone of its status."""
        if self.is_out_of_term:
            return "warn"
        return {"in_force": "good", "changed": "good", "draft": "warn", "repealed": "bad"}[self.status]

    @property
    def status_said(self):
        """The status in words; a term that has run out comes first."""
        is_over = self.is_out_of_term and self.status in (DocumentStatus.IN_FORCE, DocumentStatus.CHANGED)
        return _("term has run out") if is_over else self.get_status_display()

    def get_context(self, request, *args, **kwargs):
        """Add the annexes and the documents that it touches or that touch it."""
        context = super().get_context(request, *args, **kwargs)
        context["relations"] = self.relations()
        context["repealed_by"] = [page for key, page in context["relations"]["backward"] if key == Relation.REPEALS]
        context["annexes"] = [row.described for row in self.annexes.select_related("document")]
        prefetch_renditions(self.body)
        return context

    def relations(self):
        """{"forward": [(relation, page)], "backward": [(relation, page)]}: published documents only."""
        forward = self.links.select_related("target__kind")
        backward = DocumentLink.objects.filter(target=self, source__live=True).select_related("source__kind")
        return {
            "forward": [(row.relation, row.target) for row in forward if row.target.live],
            "backward": [(row.relation, row.source) for row in backward.order_by("-source__adopted_on", "pk")],
        }


class Relation(models.TextChoices):
    """What one document does to another."""

    REPEALS = "repeals", _("repeals")
    CHANGES = "changes", _("changes")
    CARRIES_OUT = "carries_out", _("is adopted to carry out")


class DocumentLink(Orderable):
    """A document repeals or changes another; the other one shows it too."""

    source = ParentalKey(CommunityDocumentPage, on_delete=models.CASCADE, related_name="links")
    relation = models.CharField(_("what it does"), max_length=12, choices=Relation, default=Relation.CHANGES)
    target = models.ForeignKey(
        CommunityDocumentPage, models.CASCADE, related_name="touched_by", verbose_name=_("document")
    )

    panels = [FieldPanel("relation"), PageChooserPanel("target", "cms.CommunityDocumentPage")]

    class Meta(Orderable.Meta):
        verbose_name = _("link between documents")
        verbose_name_plural = _("links between documents")

    def clean(self):
        """A document does nothing to itself."""
        super().clean()
        if self.target_id and self.target_id == self.source_id:
            raise ValidationError({"target": _("Choose another document.")})


class DocumentAnnex(FileRow):
    """The text of a document as a file, or its annex."""

    page = ParentalKey(CommunityDocumentPage, on_delete=models.CASCADE, related_name="annexes")

    class Meta(FileRow.Meta):
        abstract = False
        verbose_name = _("file of a document")
        verbose_name_plural = _("files of documents")


class DocumentIndexPage(RoutablePageMixin, BasePage):
    """All documents with filters, a feed and open data."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead")]
    search_fields = [*BasePage.search_fields, index.SearchField("lead")]

    template = "cms/documents/index.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cms.CommunityDocumentPage"]

    class Meta:
        verbose_name = _("register of documents")
        verbose_name_plural = _("registers of documents")

    def listing(self, request):
        """The list as it was asked for."""
        rows = CommunityDocumentPage.objects.child_of(self).visible_to(request.user).listed().newest_first()
        choices = {
            "kind": DocumentKind.objects.all(),
            "body": AdoptingBody.objects.all(),
            "status": DocumentStatus.choices,
        }
        return documents.DocumentListing(self, rows, choices, request.GET)

    @path("")
    def front(self, request):
        """One page of the list."""
        return self.render(request, context_overrides={"listing": self.listing(request)})

    @path("rss/", name="rss")
    def rss(self, request):
        """The feed; takes the same filters as the list."""
        return documents.DocumentFeed(self, self.listing(request))(request)

    @path("csv/", name="csv")
    def csv(self, request):
        """Open data: the filtered list as CSV."""
        return documents.as_csv(self.listing(request))

    @path("json/", name="json")
    def json(self, request):
        """Open data: the filtered list as JSON with stable keys."""
        return documents.as_json(self.listing(request))
