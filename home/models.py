"""The front page of the site."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable

from cms.models import BasePage
from home.sections import gather

ADDRESS = RegexValidator(
    r"^(/(?!/)|https://|tel:\+?\d)[^\s\\\"<>]*$",
    _("The address must begin with / (a page of this site), https:// or tel:."),
)


class TaskIcon(models.TextChoices):
    """Signs of top tasks; the values are names in static/icons.svg."""

    SERVICE = "service", _("sheet of paper")
    MAIL = "mail", _("envelope")
    TRACK = "track", _("where is my case")
    VAN = "van", _("bus")
    CALENDAR = "calendar", _("calendar")
    PEOPLE = "people", _("people")
    PHONE = "phone", _("telephone")
    PIN = "pin", _("place on a map")
    TALK = "talk", _("conversation")
    IDEA = "idea", _("idea")
    VOTE = "vote", _("vote")
    CHART = "chart", _("chart")


class HomePage(BasePage):
    """The front page: what people come for first, then what the rooms have to say."""

    heading = models.CharField(_("question over the tasks"), max_length=120, default="Чим можемо допомогти?")
    introduction = models.CharField(_("line under the question"), max_length=300, blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("heading"), FieldPanel("introduction")], heading=_("Top of the page")),
        InlinePanel("top_tasks", label=_("top task"), heading=_("Top tasks"), max_num=8),
    ]

    template = "home/home_page.html"
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def get_context(self, request, *args, **kwargs):
        """Add the tasks and what the rooms tell."""
        context = super().get_context(request, *args, **kwargs)
        context["tasks"] = [task for task in self.top_tasks.select_related("page") if task.href]
        context["sections"] = gather(self, request)
        return context


class TopTask(Orderable):
    """One of the things that most people come for."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="top_tasks")
    label = models.CharField(_("task"), max_length=60, help_text=_("Begin with a verb: get, ask, find out."))
    text = models.CharField(_("explanation"), max_length=120, blank=True)
    icon = models.CharField(_("sign"), max_length=12, choices=TaskIcon, default=TaskIcon.SERVICE)
    page = models.ForeignKey(
        "wagtailcore.Page", models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("page")
    )
    address = models.CharField(
        _("or address"), max_length=300, blank=True, validators=[ADDRESS], help_text=_("For example: /sprava/")
    )

    panels = [
        FieldPanel("label"),
        FieldPanel("text"),
        FieldPanel("icon"),
        PageChooserPanel("page"),
        FieldPanel("address"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("top task")
        verbose_name_plural = _("top tasks")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(page__isnull=False, address="")
                | (models.Q(page__isnull=True) & ~models.Q(address="")),
                name="home_task_leads_to_one_place",
                violation_error_message=_("Choose a page or give an address: exactly one of them."),
            )
        ]

    def __str__(self):
        return self.label

    def clean(self):
        """Exactly one target."""
        super().clean()
        if bool(self.page_id) == bool(self.address):
            raise ValidationError({"address": _("Choose a page or give an address: exactly one of them.")})

    @property
    def href(self):
        """Where the task leads, or an empty string when its page is not published."""
        if self.page_id:
            return (self.page.url or "") if self.page.live else ""
        return self.address
