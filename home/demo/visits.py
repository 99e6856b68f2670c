"""Routes and a month of visits around today, one of them cancelled and one moved; who is visited at home; the rules."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import Settlement, User
from cms import mobile
from cms.models import HomeVisitCategory, MobileIndexPage, MobileRoute, MobileStop, MobileVisit, StandardPage
from home.demo import visits_texts as texts
from home.demo.centres import clock
from home.tree import ensure_tree

BACK, AHEAD = 17, 32
PROMISED = 21  # days ahead that are confirmed already
RULES_SLUG = "poriadok"


def load():
    """Make what is missing; a schedule that has a route already is left alone."""
    index = MobileIndexPage.objects.child_of(ensure_tree()).first()
    if index is None:
        return
    actor = User.objects.filter(email="desk@example.org").first()
    if not MobileRoute.objects.exists():
        made = [visit for route in texts.ROUTES for visit in _drive(*route, actor=actor)]
        _change_some(made, actor)
    if not index.home_visit_categories.exists():
        _tell_rules(index)


def _drive(name, description, weekday, weeks, stops, *, actor):
    """Make the visits of one route."""
    route = MobileRoute.objects.create(name=name, description=description)
    today = timezone.localdate()
    day = today - timedelta(days=BACK)
    day += timedelta(days=(weekday - day.weekday()) % 7)
    made = []
    while day <= today + timedelta(days=AHEAD):
        visit = MobileVisit.objects.create(route=route, day=day, vehicle_note=texts.VEHICLE)
        MobileStop.objects.bulk_create(_stop(visit, number, *stop) for number, stop in enumerate(stops))
        if day <= today + timedelta(days=PROMISED):
            visit = mobile.confirm(visit, actor=actor)
        made.append(visit)
        day += timedelta(weeks=weeks)
    return made


def _stop(visit, number, settlement, point, arrives, leaves, seats):
    return MobileStop(
        visit=visit,
        sort_order=number,
        settlement=Settlement.objects.get(name=settlement),
        point=point,
        arrives=clock(arrives),
        leaves=clock(leaves),
        seats=seats,
        booking_phone=texts.PHONE,
    )


def _change_some(visits, actor):
    """Cancel one coming visit and move another by a day, as happens."""
    today = timezone.localdate()
    coming = sorted(
        (visit for visit in visits if visit.day > today and visit.is_published), key=lambda visit: visit.day
    )
    if len(coming) > 3:
        mobile.cancel(coming[2], actor=actor, reason=texts.CANCELLED)
        mobile.move(coming[1], actor=actor, day=coming[1].day + timedelta(days=1), reason=texts.MOVED)


def _tell_rules(index):
    rules = StandardPage(
        title=texts.RULES_TITLE,
        slug=RULES_SLUG,
        lead=texts.RULES_LEAD,
        body=[
            block
            for heading, text in texts.RULES
            for block in (("heading", {"text": heading, "level": "h2"}), ("paragraph", text))
        ],
    )
    index.add_child(instance=rules)
    rules.save_revision().publish()
    index.rules_page = rules
    index.home_visit_categories = [HomeVisitCategory(name=name, evidence=proof) for name, proof in texts.CATEGORIES]
    index.save_revision().publish()
