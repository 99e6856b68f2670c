"""Distribution points and print runs of leaflets: what hangs where, one of them outdated."""

from datetime import date, timedelta

from django.utils import timezone

from accounts.models import Settlement
from cms.models import DistributionPoint, LeafletPlace, LeafletRun, PointKind, ServicePage

SERVICE = "reiestratsiia-mistsia-prozhyvannia"
POINTS = [
    ("Дошка оголошень біля магазину «Калина»", PointKind.BOARD, "Вербівка", "вул. Шкільна, 2"),
    ("Кабінет старости", PointKind.STAROSTA, "Ковалівка", "вул. Центральна, 14"),
    ("Ліцей, хол першого поверху", PointKind.SCHOOL, "Зразкове", "вул. Соборна, 31"),
    ("Амбулаторія, реєстратура", PointKind.HEALTH, "Озерне", "вул. Лікарняна, 3"),
    ("Сільська бібліотека", PointKind.LIBRARY, "Липове", "вул. Набережна, 8"),
    ("Поштове відділення", PointKind.POST, "Степове", "вул. Польова, 1"),
]
FREE_TITLE = "Телефони, які варто мати під рукою"


def load():
    """Write down a few runs when the demo services are here; whatever exists is left alone."""
    service = ServicePage.objects.live().filter(slug=SERVICE, locale__language_code="uk").order_by("path").first()
    if service is None or LeafletRun.objects.exists():
        return
    points = _points()
    today = timezone.localdate()
    old = _run(service, today - timedelta(days=200), 1500, "2850.00")
    new = LeafletRun.objects.create(
        service=service,
        edition_on=timezone.localdate(service.last_published_at) if service.last_published_at else today,
        edition_number=service.live_revision_id,
        copies=1000,
        printed_on=today - timedelta(days=3),
        cost="1900.00",
    )
    free = LeafletRun.objects.create(
        title=FREE_TITLE, edition_on=date(today.year, 1, 15), copies=3000, printed_on=date(today.year, 1, 20)
    )
    LeafletRun.objects.create(service=service, note="До дня відкритих дверей")
    for number, point in enumerate(points):
        _hang(free, point, 20, today - timedelta(days=150))
        _hang(old if number % 3 == 0 else new, point, 10, today - timedelta(days=180 if number % 3 == 0 else 2))


def _points():
    settlements = {row.name: row for row in Settlement.objects.all()}
    return [
        DistributionPoint.objects.get_or_create(
            name=name, settlement=settlements[town], defaults={"kind": kind, "address": address}
        )[0]
        for name, kind, town, address in POINTS
        if town in settlements
    ]


def _run(service, day, copies, cost):
    return LeafletRun.objects.create(
        service=service, edition_on=day, copies=copies, printed_on=day + timedelta(days=5), cost=cost
    )


def _hang(run, point, quantity, since):
    LeafletPlace.objects.create(run=run, point=point, quantity=quantity, since=since)
