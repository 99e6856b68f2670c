"""The directory of the authority (/kontakty/): units as a tree, posts, who holds them, when citizens are received."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.search import index

from accounts.models import Unit
from cms.blocks import ArticleBody
from cms.directory import Directory, StaffQuery, reception_of
from cms.pictures import prefetch_renditions
from cms.translated import in_language, is_english
from cms.vcard import vcard
from core.query import paginate
from core.uploads import serve

from .base import BasePage

PER_PAGE = 50


class UnitProfile(models.Model):
    """What readers learn about a unit beside its name: where it stands in the tree, what it does, how to reach it."""

    unit = models.OneToOneField(Unit, models.CASCADE, related_name="profile", verbose_name=_("unit"))
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    parent = models.ForeignKey(
        Unit,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="child_profiles",
        verbose_name=_("part of"),
        help_text=_("The larger unit that this one belongs to."),
    )
    functions = models.TextField(_("what it does"), max_length=2000, blank=True, help_text=_("One duty a line."))
    functions_en = models.TextField(_("what it does, in English"), max_length=2000, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("public e-mail"), blank=True)
    hours = models.CharField(_("hours"), max_length=300, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)

    panels = [
        MultiFieldPanel(
            [FieldPanel("unit"), FieldPanel("name_en"), FieldPanel("parent"), FieldPanel("order")], heading=_("Unit")
        ),
        MultiFieldPanel([FieldPanel("functions"), FieldPanel("functions_en")], heading=_("Duties")),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
                FieldPanel("hours"),
            ],
            heading=_("Contacts"),
        ),
    ]

    class Meta:
        ordering = ["order", "unit__name", "pk"]
        verbose_name = _("page of a unit")
        verbose_name_plural = _("pages of units")

    def __str__(self):
        return str(self.unit)

    def clean(self):
        """A unit is not a part of itself, nor of its own parts."""
        super().clean()
        parents = dict(UnitProfile.objects.exclude(pk=self.pk).values_list("unit", "parent"))
        seen, above = {self.unit_id}, self.parent_id
        while above is not None:
            if above in seen:
                raise ValidationError({"parent": _("A unit cannot be a part of itself.")})
            seen.add(above)
            above = parents.get(above)

    @property
    def name(self):
        """The unit's name in the reader's language."""
        return self.name_en if self.name_en and is_english() else self.unit.name

    @property
    def duties(self):
        """What it does, line by line."""
        return [line for line in map(str.strip, in_language(self, "functions").splitlines()) if line]


class DirectoryPage(RoutablePageMixin, BasePage):
    """Contacts: the community's own, its leadership, its units and posts."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)
    body = StreamField(ArticleBody(), verbose_name=_("text"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead"), FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("lead"), index.SearchField("body")]

    template = "cms/directory/index.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("directory")
        verbose_name_plural = _("directories")

    @path("")
    def front(self, request):
        """Contacts, leadership, units."""
        prefetch_renditions(self.body)
        directory = Directory(self.get_url(request))
        return self.render(
            request, context_overrides={"directory": directory, "form": StaffQuery.read({}, directory=directory)}
        )

    @path("pratsivnyky/", name="staff")
    def staff(self, request):
        """All posts with a filter."""
        context = self._found(request)
        context["page_obj"] = paginate(context["found"], context["form"], PER_PAGE)
        return self.render(request, template="cms/directory/staff.html", context_overrides=context)

    @path("telefony/", name="phones")
    def phones(self, request):
        """Phones by unit, to be printed."""
        context = self._found(request)
        context["groups"] = context["directory"].by_unit(context["found"])
        del context["form"]
        return self.render(request, template="cms/directory/phones.html", context_overrides=context)

    def _found(self, request):
        """The directory, the form, the seats found and the names of the chosen filters."""
        directory = Directory(self.get_url(request))
        form = StaffQuery.read(request.GET, directory=directory)
        chosen = {name for name in form.chosen if name != "page"}
        return {"directory": directory, "form": form, "found": directory.found(form.values), "chosen": chosen}

    @path("pidrozdil/<int:number>/", name="unit")
    def unit(self, request, number):
        """One unit."""
        directory = Directory(self.get_url(request))
        return self.render(
            request,
            template="cms/directory/unit.html",
            context_overrides={"directory": directory, "unit": directory.unit(number)},
        )

    @path("posada/<slug:slug>/", name="post")
    def post(self, request, slug):
        """One post: who holds it, who held it, when citizens are received."""
        directory = Directory(self.get_url(request))
        seat = directory.seat(slug)
        context = {"directory": directory, "seat": seat, "reception": reception_of(seat.post, timezone.localtime())}
        return self.render(request, template="cms/directory/post.html", context_overrides=context)

    @path("posada/<slug:slug>/foto/<int:number>/", name="photo")
    def photo(self, request, slug, number):
        """The photo of who holds the post now, while the consent lasts; never kept by a browser or a proxy."""
        post = Directory(self.get_url(request)).seat(slug).post
        for appointment in post.appointments.all():
            is_asked = appointment.pk == number and appointment.is_current(timezone.localdate())
            if is_asked and appointment.person.allows("photo") and hasattr(appointment.person, "photo"):
                return serve(appointment.person.photo, download=False)
        raise Http404

    @path("posada/<slug:slug>/vizytka/", name="vcard")
    def card(self, request, slug):
        """The contacts of the post for an address book."""
        seat = Directory(self.get_url(request)).seat(slug)
        return vcard(seat, request.build_absolute_uri(seat.url))
