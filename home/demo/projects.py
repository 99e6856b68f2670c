"""Five partners and three projects with measured values. All of them are invented."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Locale

from accounts.models import Unit
from cms.models import (
    BudgetRow,
    Partner,
    ProjectGoal,
    ProjectIndexPage,
    ProjectPage,
    ProjectPartner,
    ProjectStage,
    ProjectValue,
)
from home.tree import ensure_tree

from .projects_texts import PARTNERS, PROJECTS


def load():
    """Make the partners and publish the projects that are missing."""
    partners = _partners()
    index = ProjectIndexPage.objects.child_of(ensure_tree()).first()
    if index is None:
        return
    known = set(ProjectPage.objects.child_of(index).values_list("slug", flat=True))
    for entry in PROJECTS:
        if entry["slug"] not in known:
            _publish(index, entry, partners)


def _partners():
    today = timezone.localdate()
    if not Partner.objects.exists():
        for order, (name, english, kind, together, together_en, years) in enumerate(PARTNERS, 1):
            Partner.objects.create(
                name=name,
                name_en=english,
                kind=kind,
                together=together,
                together_en=together_en,
                since=today - timedelta(days=365 * years),
                url=f"https://partner{order}.example.org/",
                order=order * 10,
            )
    return {partner.name: partner for partner in Partner.objects.all()}


def _publish(index, entry, partners):
    today = timezone.localdate()

    def day(shift):
        return today + timedelta(days=shift) if shift is not None else None

    page = ProjectPage(
        title=entry["title"],
        slug=entry["slug"],
        lead=entry["lead"],
        state=entry["state"],
        starts_on=day(entry["starts"]),
        ends_on=day(entry["ends"]),
        body=[("paragraph", text) for text in entry["body"]],
        results=[("paragraph", text) for text in entry.get("results", ())],
        responsible_unit=Unit.objects.filter(name=entry["unit"]).first(),
        is_demo=True,
        checked_on=today,
    )
    _fill(page, entry, partners, day)
    index.add_child(instance=page)
    page.save_revision().publish()
    _translate(page, entry)


def _translate(page, entry):
    """The English twin, for donors; its goals carry the same numbers."""
    english = Locale.objects.filter(language_code="en").first()
    if "english" not in entry or english is None:
        return
    words = entry["english"]
    twin = page.copy_for_translation(english, copy_parents=True)
    twin.title, twin.lead, twin.body = words["title"], words["lead"], [("paragraph", words["body"])]
    for name, field in (("goals", "text"), ("stages", "title"), ("budget", "source")):
        rows = list(getattr(twin, name).all())
        for row, text in zip(rows, words[name], strict=True):
            setattr(row, field, text)
        setattr(twin, name, rows)
    for goal, (indicator, unit) in zip(twin.goals.all(), words["indicators"], strict=True):
        goal.indicator, goal.unit = indicator, unit
        values = list(goal.values.all())
        for value in values:
            value.source = ""
        goal.values = values
    twin.save_revision().publish()


def _fill(page, entry, partners, day):
    page.goals = [_goal(number, goal, day) for number, goal in enumerate(entry["goals"])]
    page.stages = [
        ProjectStage(title=title, starts_on=day(starts), ends_on=day(ends), state=state, sort_order=number)
        for number, (title, starts, ends, state) in enumerate(entry["stages"])
    ]
    page.budget = [
        BudgetRow(source=source, amount=amount, spent=spent, sort_order=number)
        for number, (source, amount, spent) in enumerate(entry["budget"])
    ]
    page.project_partners = [
        ProjectPartner(partner=partners[name], sort_order=number)
        for number, name in enumerate(entry["partners"])
        if name in partners
    ]


def _goal(number, entry, day):
    text, indicator, unit, baseline, target, source, values = entry
    goal = ProjectGoal(text=text, indicator=indicator, unit=unit, baseline=baseline, target=target, sort_order=number)
    goal.values = [ProjectValue(measured_on=day(shift), value=value, source=source) for shift, value in values]
    return goal
