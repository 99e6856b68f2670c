"""Summaries with many contributions: choosing and sorting on the staff's screens, and the public pages."""

import uuid
from datetime import timedelta

from django.utils import timezone

from accounts.roles import Role
from bench.common import Probe, get, scene
from bench.inbox import make_cases, person
from casework.models import Case
from participation.feedback.editions import frozen
from participation.feedback.models import ChosenCase, Measure, Summary, Theme, Voice

LIMIT = 150
THEMES = 10
PUBLISHED = 200
SAID = "Довго чекаємо, немає де сісти, незрозуміло, хто наступний. " * 10


def make_summary(composer, approver, cases, **fields):
    """One summary over `cases`, every case under one of ten themes; published when `fields` say so."""
    today = timezone.localdate()
    fields = {
        "series": uuid.uuid4(),
        "slug": uuid.uuid4().hex,
        "title": "Що ви сказали",
        "composed_by": composer,
        **fields,
    }
    summary = Summary.objects.create(period_from=today - timedelta(days=1800), period_to=today, **fields)
    ChosenCase.objects.bulk_create((ChosenCase(summary=summary, case_id=pk) for pk in cases), batch_size=5_000)
    for number in range(THEMES):
        theme = Theme.objects.create(
            summary=summary, title=f"Тема {number}", said=SAID, position="accepted", reason=SAID, order=number
        )
        Measure.objects.create(
            theme=theme, text="Поставити табло", owner=approver, owner_position="Начальниця", due_on=today
        )
        Voice.objects.bulk_create((Voice(theme=theme, case_id=pk) for pk in cases[number::THEMES]), batch_size=5_000)
    if summary.state == "published":
        Summary.objects.filter(pk=summary.pk).update(figures=frozen(summary))
    return summary


@scene("feedback")
def feedback(size):
    """What composing costs with a tenth of all cases chosen, and what readers wait for."""
    _official, head = make_cases(size)
    composer, now = person("composer@example.org", Role.PRESS_OFFICER), timezone.now()
    cases = list(Case.objects.filter(is_quarantined=False).order_by("pk").values_list("pk", flat=True)[: size // 10])
    approved = {"state": "published", "approved_by": head, "approved_at": now, "published_at": now}
    draft = make_summary(composer, head, cases)
    shown = make_summary(composer, head, cases, slug="pokazanyi", **approved)
    for _number in range(PUBLISHED):
        make_summary(composer, head, cases[:10], **approved)
    desk = f"/admin/pidsumky/{draft.pk}/"
    return [
        Probe("staff, list", get("/admin/pidsumky/", user=head), LIMIT),
        Probe("staff, draft", get(desk, user=head), LIMIT),
        Probe("staff, choose", get(f"{desk}spravy/", user=head), LIMIT),
        Probe("staff, choose by words", get(f"{desk}spravy/?q=кошторис+освітлення", user=head), LIMIT),
        Probe("staff, sort", get(f"{desk}rozklasty/", user=head), LIMIT),
        Probe("staff, sort, unsorted", get(f"{desk}rozklasty/?only=unsorted", user=head), LIMIT),
        Probe("public list", get("/uchast/pidsumky/"), LIMIT),
        Probe("public, last page", get("/uchast/pidsumky/?page=last"), LIMIT),
        Probe("public summary", get(f"/uchast/pidsumky/{shown.slug}/"), LIMIT),
        Probe("feed", get("/uchast/pidsumky/rss/"), LIMIT),
    ]
