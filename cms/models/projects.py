"""Projects and programmes (/proiekty/): goals with measured values, stages, money, partners, results."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, PageManager
from wagtail.search import index

from cms.blocks import ArticleBody
from cms.pictures import prefetch_renditions
from cms.progress import GoalView, overall, share
from cms.projects import ProjectListing

from .base import BasePage
from .partners import Partner
from .reviewed import ReviewedPage, ReviewedPageQuerySet


class ProjectState(models.TextChoices):
    """Where a project stands."""

    UNDER_WAY = "under_way", _("under way")
    PLANNED = "planned", _("planned")
    FINISHED = "finished", _("finished")


class StageState(models.TextChoices):
    """Where a stage stands."""

    PLANNED = "planned", _("planned")
    UNDER_WAY = "under_way", _("under way")
    DONE = "done", _("done")


class ProjectQuerySet(ReviewedPageQuerySet):
    """Sentences about projects."""

    def newest_first(self):
        """Those that began last first."""
        return self.order_by("-starts_on", "-pk")

    def with_goals(self):
        """Goals and their values in a constant number of queries."""
        return self.prefetch_related("goals__values")


class ProjectPage(ReviewedPage):
    """One project."""

    lead = models.TextField(_("lead"), max_length=400)
    state = models.CharField(
        _("state"), max_length=10, choices=ProjectState, default=ProjectState.PLANNED, db_index=True
    )
    starts_on = models.DateField(pgettext_lazy("of a period", "from"))
    ends_on = models.DateField(_("until"), null=True, blank=True)
    body = StreamField(ArticleBody(), verbose_name=_("text"), blank=True)
    results = StreamField(ArticleBody(), verbose_name=_("results"), blank=True)

    objects = PageManager.from_queryset(ProjectQuerySet)()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldRowPanel([FieldPanel("state"), FieldPanel("starts_on"), FieldPanel("ends_on")]),
        FieldPanel("body"),
        InlinePanel("goals", label=_("goal"), heading=_("Goals")),
        InlinePanel("stages", label=_("stage"), heading=_("Stages")),
        InlinePanel("budget", label=_("source of money"), heading=_("Budget")),
        InlinePanel("project_partners", label=_("partner"), heading=_("Partners")),
        InlinePanel("files", label=_("document"), heading=_("Documents")),
        FieldPanel("results"),
    ]
    search_fields = [
        *ReviewedPage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.SearchField("results"),
        index.FilterField("state"),
    ]

    template = "cms/projects/page.html"
    parent_page_types = ["cms.ProjectIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="cms_project_days_in_order",
                violation_error_message=_("The last day is before the first one."),
            )
        ]

    def clean(self):
        """Days in order (the constraint of the database says it too late for the form of a draft)."""
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day is before the first one.")})

    def get_context(self, request, *args, **kwargs):
        """Add goals with their progress, stages, money, partners, files."""
        context = super().get_context(request, *args, **kwargs)
        context["goals"] = self.goal_views
        context["progress"] = self.progress
        context["measured_on"] = max((goal.measured_on for goal in self.goal_views if goal.measured_on), default=None)
        context["stages"] = list(self.stages.all())
        context["budget"] = list(self.budget.all())
        context["total"] = sum((row.amount for row in context["budget"]), 0)
        rows = self.project_partners.select_related("partner")
        context["partners"] = [row.partner for row in rows if row.partner.is_public]
        context["files"] = [row.described for row in self.files.select_related("document")]
        prefetch_renditions(self.body)
        prefetch_renditions(self.results)
        return context

    @cached_property
    def goal_views(self):
        """Goals as readers see them."""
        return [GoalView.of(goal) for goal in self.goals.all()]

    @property
    def progress(self):
        """Percent of the whole: the mean of the goals, or None when nothing was measured."""
        return overall(self.goal_views)


class ProjectGoal(ClusterableModel, Orderable):
    """A goal with its indicator: from the baseline to the target, upwards or downwards."""

    project = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="goals")
    text = models.CharField(_("goal"), max_length=250)
    indicator = models.CharField(
        _("indicator"), max_length=160, help_text=_("What is counted: “remote workplaces opened”.")
    )
    unit = models.CharField(
        _("unit of measure"), max_length=30, blank=True, help_text=_("For example: %, people, minutes.")
    )
    baseline = models.DecimalField(_("at the beginning"), max_digits=14, decimal_places=2, default=0)
    target = models.DecimalField(_("target"), max_digits=14, decimal_places=2)

    panels = [
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("indicator"), FieldPanel("unit")]),
        FieldRowPanel([FieldPanel("baseline"), FieldPanel("target")]),
        InlinePanel("values", label=_("value"), heading=_("Measured values")),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("goal of a project")
        verbose_name_plural = _("goals of projects")
        constraints = [
            models.CheckConstraint(
                condition=~Q(target=F("baseline")),
                name="cms_goal_goes_somewhere",
                violation_error_message=_("The target must differ from the value at the beginning."),
            )
        ]

    def __str__(self):
        return self.text

    def progress_at(self, value):
        """Percent of the way from the baseline to the target that `value` stands for."""
        return share(self.baseline, self.target, value)


class ProjectValue(models.Model):
    """The indicator as it was measured on one day; the latest is the current one."""

    goal = ParentalKey(ProjectGoal, on_delete=models.CASCADE, related_name="values")
    measured_on = models.DateField(_("measured on"), default=timezone.localdate)
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=2)
    source = models.CharField(_("where the number comes from"), max_length=200, blank=True)

    panels = [FieldRowPanel([FieldPanel("measured_on"), FieldPanel("value")]), FieldPanel("source")]

    class Meta:
        ordering = ["measured_on", "pk"]
        verbose_name = _("measured value")
        verbose_name_plural = _("measured values")
        constraints = [
            models.UniqueConstraint(
                fields=["goal", "measured_on"],
                name="cms_value_once_a_day",
                violation_error_message=_("This goal has a value of that day already."),
            )
        ]

    def __str__(self):
        return f"{self.measured_on:%d.%m.%Y}: {self.value}"


class ProjectStage(Orderable):
    """One stage of the work."""

    project = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="stages")
    title = models.CharField(_("stage"), max_length=200)
    starts_on = models.DateField(pgettext_lazy("of a period", "from"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=StageState, default=StageState.PLANNED)
    note = models.CharField(_("note"), max_length=250, blank=True)

    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on"), FieldPanel("state")]),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("stage of a project")
        verbose_name_plural = _("stages of projects")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(starts_on=None) | Q(ends_on__gte=F("starts_on")),
                name="cms_stage_days_in_order",
                violation_error_message=_("The last day is before the first one."),
            )
        ]

    def __str__(self):
        return self.title

    @property
    def is_late(self):
        """Its last day has passed and it is not done."""
        return self.state != StageState.DONE and self.ends_on is not None and self.ends_on < timezone.localdate()


class BudgetRow(Orderable):
    """One source of money."""

    project = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="budget")
    source = models.CharField(_("source"), max_length=200)
    amount = models.DecimalField(_("amount, UAH"), max_digits=16, decimal_places=2)
    spent = models.DecimalField(_("spent, UAH"), max_digits=16, decimal_places=2, null=True, blank=True)

    panels = [FieldPanel("source"), FieldRowPanel([FieldPanel("amount"), FieldPanel("spent")])]

    class Meta(Orderable.Meta):
        verbose_name = _("source of money")
        verbose_name_plural = _("sources of money")
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gte=0) & (Q(spent=None) | Q(spent__gte=0)),
                name="cms_budget_not_negative",
                violation_error_message=_("Money cannot be less than nothing."),
            )
        ]

    def __str__(self):
        return self.source


class ProjectPartner(Orderable):
    """A partner of a project."""

    project = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="project_partners")
    partner = models.ForeignKey(Partner, models.CASCADE, related_name="project_rows", verbose_name=_("partner"))

    panels = [FieldPanel("partner")]

    class Meta(Orderable.Meta):
        verbose_name = _("partner of a project")
        verbose_name_plural = _("partners of projects")


class FileRow(Orderable):
    """A file with a name, its format and size; the base of annexes of pages."""

    document = models.ForeignKey("wagtaildocs.Document", models.PROTECT, related_name="+", verbose_name=_("file"))
    title = models.CharField(
        _("name"), max_length=200, blank=True, help_text=_("Leave empty to print the document’s own title.")
    )

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self):
        return self.title or self.document.title

    @property
    def described(self):
        """What the list of files prints."""
        return {
            "name": str(self),
            "url": self.document.url,
            "kind": self.document.file_extension.upper(),
            "size": self.document.get_file_size() or 0,
        }


class ProjectFile(FileRow):
    """A document of a project."""

    project = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="files")

    class Meta(FileRow.Meta):
        abstract = False
        verbose_name = _("document of a project")
        verbose_name_plural = _("documents of projects")


class ProjectIndexPage(BasePage):
    """All projects."""

    lead = models.TextField(_("lead"), max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("lead")]
    search_fields = [*BasePage.search_fields, index.SearchField("lead")]

    template = "cms/projects/index.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["cms.ProjectPage"]

    class Meta:
        verbose_name = _("list of projects")
        verbose_name_plural = _("lists of projects")

    def get_context(self, request, *args, **kwargs):
        """Add the list as it was asked for."""
        context = super().get_context(request, *args, **kwargs)
        projects = ProjectPage.objects.child_of(self).visible_to(request.user).listed().newest_first()
        context["listing"] = ProjectListing(projects, ProjectState, request.GET)
        return context
