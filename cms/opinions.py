"""Was this page useful: taking an answer, counting answers, forgetting lines."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Max, Q
from django.utils import timezone

from cms.models import PageOpinion

KEEP_LINES = timedelta(days=365)
WEEK = timedelta(days=7)
COOKIE = "opinions"
REMEMBERED = 50


def answer(page, *, useful, text=""):
    """Keep one answer of today; returns the PageOpinion."""
    return PageOpinion.objects.create(page_id=page.pk, day=timezone.localdate(), useful=useful, text=text)


def forget_lines(now):
    """Empty lines older than a year: the numbers stay; returns how many were emptied."""
    last_day = timezone.localdate(now) - KEEP_LINES
    return PageOpinion.objects.filter(day__lt=last_day).exclude(text="").update(text="")


@dataclass(frozen=True)
class Answered:
    """The pages that this browser spoke about today, kept in a cookie that tells nothing else."""

    day: str
    keys: tuple[int, ...] = ()

    @classmethod
    def read(cls, cookies):
        """Read the cookie of today; any other value is an empty memory."""
        today = f"{timezone.localdate():%Y%m%d}"
        day, _dash, rest = cookies.get(COOKIE, "")[:2000].partition("-")
        numbers = rest.split(".")
        if day != today or not all(number.isascii() and number.isdigit() for number in numbers):
            return cls(today)
        return cls(today, tuple(int(number[:18]) for number in numbers))

    def plus(self, key):
        """The memory with one more page."""
        return Answered(self.day, (*(known for known in self.keys if known != key), key)[-REMEMBERED:])

    def __str__(self):
        return f"{self.day}-{'.'.join(map(str, self.keys))}"


def by_page(*, since=None, until=None):
    """One row per page with answers in the days since–until: page_id, title, yes, total, lines, last; the most doubtful first."""
    found = PageOpinion.objects.all()
    if since:
        found = found.filter(day__gte=since)
    if until:
        found = found.filter(day__lte=until)
    return (
        found.values("page_id", "page__title")
        .annotate(
            total=Count("pk"),
            yes=Count("pk", filter=Q(useful=True)),
            lines=Count("pk", filter=~Q(text="")),
            last=Max("day"),
        )
        .order_by("-total", "page__title", "page_id")
    )


def share(yes, total):
    """The share of “yes” in whole percent."""
    return round(100 * yes / total) if total else 0


def by_week(page, weeks=12, today=None):
    """The numbers of the last weeks, oldest first: (monday, yes, total)."""
    today = today or timezone.localdate()
    monday = today - timedelta(days=today.weekday())
    first = monday - WEEK * (weeks - 1)
    numbers = {first + WEEK * number: [0, 0] for number in range(weeks)}
    rows = PageOpinion.objects.filter(page_id=page.pk, day__gte=first, day__lte=today).values_list("day", "useful")
    for day, useful in rows.order_by("day", "pk"):
        week = numbers[day - timedelta(days=day.weekday())]
        week[0] += useful
        week[1] += 1
    return [(start, yes, total) for start, (yes, total) in numbers.items()]
