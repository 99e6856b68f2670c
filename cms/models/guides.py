"""The handbook: guides of several parts, and ways out of trouble."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from cms.blocks import ArticleBody
from cms.blocks.algorithm import AlgorithmBody
from cms.blocks.participation import ToolList
from cms.icons import PageIcon
from cms.phonebook import Phonebook
from cms.pictures import prefetch_renditions
from cms.tools import shown_tools

from .base import BasePage
from .phones import PhoneGroup, UsefulPhone
from .reviewed import ReviewedPage

PHONES, WHOLE = "telefony", "drukuvaty"


class ParticipationLevel(models.TextChoices):
    """The scale of participation, from hearing to deciding."""

    INFORM = "inform", _("Informing")
    CONSULT = "consult", _("Consulting")
    INVOLVE = "involve", _("Involving")
    COLLABORATE = "collaborate", _("Working together")
    DECIDE = "decide", _("Deciding")


class HandbookIndexPage(RoutablePageMixin, BasePage):
    """Guides, ways out of trouble, useful phones."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead")]
    search_fields = [*BasePage.search_fields, index.SearchField("lead")]

    template = "cms/handbook_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cms.GuidePage", "cms.ProblemGuidePage"]

    class Meta:
        verbose_name = _("handbook")
        verbose_name_plural = _("handbooks")

    def guides(self, user=None):
        """Guides that this reader may see, in the order of the tree."""
        return self._below(GuidePage, user)

    def problems(self, user=None):
        """Ways out of trouble that this reader may see, in the order of the tree."""
        return self._below(ProblemGuidePage, user)

    def _below(self, kind, user):
        return kind.objects.child_of(self).visible_to(user).listed().for_links()

    def get_context(self, request, *args, **kwargs):
        """Add the lists."""
        context = super().get_context(request, *args, **kwargs)
        context["guides"] = list(self.guides(request.user))
        context["problems"] = list(self.problems(request.user))
        context["phones_url"] = f"{self.get_url(request)}{PHONES}/"
        context["urgent"] = list(UsefulPhone.objects.visible_to(request.user).filter(group="emergency").in_order()[:6])
        return context

    @path(f"{PHONES}/", name="phones")
    def phones(self, request):
        """The page of useful phones."""
        trail = [*self.trail()[:-1], {"label": self.title, "url": self.get_url(request)}, {"label": _("Useful phones")}]
        book = Phonebook(request.GET, request.user)
        return self.render(request, context_overrides={"book": book, "trail": trail}, template="cms/phones.html")


class GuidePage(RoutablePageMixin, ReviewedPage):
    """A guide; its parts are pages below it. The order of parts does not matter to the reader: each stands by itself."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)
    icon = models.CharField(_("sign"), max_length=20, blank=True, choices=PageIcon)
    body = StreamField(ArticleBody(), verbose_name=_("introduction"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        HelpPanel(
            _(
                "Parts of the guide are pages below this one: “Add child page”. Their order in the tree is the order of reading."
            )
        ),
        FieldPanel("lead"),
        FieldPanel("icon"),
        FieldPanel("body"),
    ]
    search_fields = [*ReviewedPage.search_fields, index.SearchField("lead"), index.SearchField("body")]

    template = "cms/guide_page.html"
    parent_page_types = ["cms.HandbookIndexPage"]
    subpage_types = ["cms.GuidePartPage"]

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def clean(self):
        """Leave the address of the phones to the phones."""
        super().clean()
        refuse_address(self, PHONES)

    def parts(self, user=None):
        """Parts that this reader may see, in the order of reading."""
        return GuidePartPage.objects.child_of(self).visible_to(user).order_by("path")

    def get_context(self, request, *args, **kwargs):
        """Add the list of parts."""
        context = super().get_context(request, *args, **kwargs)
        context.update(self.contents(list(self.parts(request.user).for_links()), request))
        prefetch_renditions(self.body)
        return context

    def contents(self, parts, request):
        """What every page of the guide prints: its parts, its scale, the address of the whole."""
        return {
            "guide": self,
            "guide_url": self.get_url(request),
            "whole_url": f"{self.get_url(request)}{WHOLE}/",
            "parts": parts,
            "scale": [part for part in parts if part.level],
        }

    @path(f"{WHOLE}/", name="whole")
    def whole(self, request):
        """Everything on one page, to read in one go and to print."""
        parts = list(self.parts(request.user))
        for part in parts:
            prefetch_renditions(part.body)
        shown = [(part, tools) for part, tools in zip(parts, shown_tools(parts, request), strict=True)]
        trail = [
            *self.trail()[:-1],
            {"label": self.title, "url": self.get_url(request)},
            {"label": _("The whole guide")},
        ]
        return self.render(
            request,
            context_overrides={**self.contents(parts, request), "shown": shown, "trail": trail},
            template="cms/guide_whole.html",
        )


class GuidePartPage(BasePage):
    """One part of a guide."""

    lead = models.TextField(_("lead"), max_length=300, blank=True)
    level = models.CharField(
        _("level of participation"),
        max_length=12,
        choices=ParticipationLevel,
        blank=True,
        help_text=_("Only in a guide to participation: puts the part on the scale that the guide then shows."),
    )
    body = StreamField(ArticleBody(), verbose_name=_("text"), blank=True)
    tools = StreamField(ToolList(), verbose_name=_("tools"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("body"),
        FieldPanel("level"),
        FieldPanel("tools"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("lead"), index.SearchField("body")]

    template = "cms/guide_part_page.html"
    parent_page_types = ["cms.GuidePage"]
    subpage_types = []

    class Meta:
        verbose_name = _("part of a guide")
        verbose_name_plural = _("parts of guides")

    def clean(self):
        """Leave the address of the whole guide to it."""
        super().clean()
        refuse_address(self, WHOLE)

    @cached_property
    def guide(self):
        """The guide of this part."""
        return self.get_parent().specific

    def get_context(self, request, *args, **kwargs):
        """Add the parts around this one."""
        context = super().get_context(request, *args, **kwargs)
        parts = list(self.guide.parts(request.user).for_links())
        place = next((number for number, part in enumerate(parts) if part.pk == self.pk), None)
        context.update(self.guide.contents(parts, request))
        if place is not None:
            context["number"] = place + 1
            context["previous"] = parts[place - 1] if place else None
            context["next"] = parts[place + 1] if place + 1 < len(parts) else None
        context["tools"] = shown_tools([self], request)[0]
        prefetch_renditions(self.body)
        return context


class ProblemGuidePage(ReviewedPage):
    """What to do when something went wrong."""

    lead = models.TextField(_("lead"), max_length=300, blank=True)
    icon = models.CharField(_("sign"), max_length=20, blank=True, choices=PageIcon)
    is_urgent = models.BooleanField(
        _("may be dangerous"), default=False, help_text=_("Puts the phones before everything else.")
    )
    signs = models.TextField(
        _("how to know"),
        max_length=800,
        blank=True,
        help_text=_("By what a person recognises the trouble; one a line."),
    )
    algorithm = StreamField(AlgorithmBody(), verbose_name=_("what to do now"), blank=True)
    phones = ParentalManyToManyField(UsefulPhone, blank=True, related_name="+", verbose_name=_("whom to call"))
    body = StreamField(ArticleBody(), verbose_name=_("more"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldRowPanel([FieldPanel("icon"), FieldPanel("is_urgent")]),
        FieldPanel("signs"),
        FieldPanel("algorithm"),
        FieldPanel("phones"),
        InlinePanel("deadlines", label=_("term"), heading=_("Terms")),
        InlinePanel("acts", label=_("act of law"), heading=_("What the law says")),
        FieldPanel("body"),
    ]
    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("lead"),
        index.SearchField("signs"),
        index.SearchField("algorithm"),
        index.SearchField("body"),
    ]

    template = "cms/problem_guide_page.html"
    parent_page_types = ["cms.HandbookIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("what to do when…")
        verbose_name_plural = _("what to do when…")

    def clean(self):
        """Leave the address of the phones to the phones."""
        super().clean()
        refuse_address(self, PHONES)

    def get_context(self, request, *args, **kwargs):
        """Add the rows of the page and other ways out of trouble."""
        context = super().get_context(request, *args, **kwargs)
        context["signs"] = [line.strip() for line in self.signs.splitlines() if line.strip()]
        context["phones"] = by_urgency(self.phones.all())
        context["deadlines"] = list(self.deadlines.all())
        context["acts"] = list(self.acts.all())
        others = ProblemGuidePage.objects.sibling_of(self, inclusive=False).visible_to(request.user).listed()
        context["others"] = list(others.defer_streamfields().order_by("path")[:6])
        prefetch_renditions(self.body)
        return context


class ProblemDeadline(Orderable):
    """A term that a person or an authority must keep."""

    page = ParentalKey(ProblemGuidePage, on_delete=models.CASCADE, related_name="deadlines")
    what = models.CharField(_("what"), max_length=160)
    term = models.CharField(_("term"), max_length=160, help_text=_("In words, for example: within 3 days."))

    panels = [FieldPanel("what"), FieldPanel("term")]

    class Meta(Orderable.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("terms")

    def __str__(self):
        return f"{self.what}: {self.term}"


class ProblemAct(Orderable):
    """An act of law, with what it gives to the person."""

    page = ParentalKey(ProblemGuidePage, on_delete=models.CASCADE, related_name="acts")
    title = models.CharField(_("title of the act"), max_length=300)
    text = models.CharField(_("what it says"), max_length=400, blank=True)
    url = models.URLField(_("address"), blank=True)

    panels = [FieldPanel("title"), FieldPanel("text"), FieldPanel("url")]

    class Meta(Orderable.Meta):
        verbose_name = _("act of law")
        verbose_name_plural = _("acts of law")

    def __str__(self):
        return self.title


def by_urgency(phones):
    """Those shown on the site, in the order of the page of phones: emergency numbers first."""
    groups = PhoneGroup.values
    shown = [phone for phone in phones if phone.is_shown]
    return sorted(shown, key=lambda phone: (groups.index(phone.group), phone.order, phone.name, phone.pk))


def refuse_address(page, taken):
    """Raise ValidationError when the address of `page` is one that its parent needs itself."""
    if page.slug == taken:
        raise ValidationError({"slug": _("This address is taken by the handbook itself. Choose another one.")})
