"""Bars: geometry in percent, so that the words beside them never shrink with the picture."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

ROW = 3.4  # rem: one line of words and one bar
BAR_TOP = 1.75


@dataclass(frozen=True)
class Piece:
    """One rectangle: start and width in percent, and which series it belongs to."""

    start: float
    width: float
    series: int
    display: str


@dataclass(frozen=True)
class Row:
    """One line of a chart: words, total, rectangles; `top` and `bar_top` in rem."""

    label: str
    display: str
    place: int
    pieces: tuple = field(default_factory=tuple)

    @property
    def text_top(self):
        """Base line of the words, in rem."""
        return f"{self.place * ROW + 1.25:.2f}"

    @property
    def bar_top(self):
        """Upper edge of the bar, in rem."""
        return f"{self.place * ROW + BAR_TOP:.2f}"


def amount(value):
    """A number that can be drawn: None, text and negatives count as nothing."""
    try:
        return max(float(value), 0.0)
    except (TypeError, ValueError):
        return 0.0


def shown(value):
    """A number without a useless fraction."""
    number = amount(value)
    return str(int(number)) if number.is_integer() else f"{number:.1f}".replace(".", ",")


def spoken(title, rows):
    """The chart in one sentence for those who hear it."""
    body = ", ".join(f"{row.label}: {row.display}" for row in rows)
    return _("%(title)s. %(values)s") % {"title": title, "values": body} if title else body


def bars(rows, *, title=""):
    """Lay out rows of (label, number or None, display); display may be left out. None draws no bar ("<5")."""
    rows = [tuple(row) for row in rows]
    largest = max((amount(row[1]) for row in rows), default=0) or 1
    laid = []
    for place, row in enumerate(rows):
        display = str(row[2]) if len(row) > 2 else shown(row[1])
        width = round(amount(row[1]) / largest * 100, 2)
        pieces = (Piece(0, width, 1, display),) if width else ()
        laid.append(Row(str(row[0]), display, place, pieces))
    return {"title": title, "rows": laid, "height": f"{len(laid) * ROW:.2f}", "spoken": spoken(title, laid)}


def stacks(rows, series, *, title=""):
    """Lay out rows of (label, [number, …]) as stacked bars, one part for each name in `series`."""
    rows = [(str(label), [amount(value) for value in values]) for label, values in rows]
    largest = max((sum(values) for _label, values in rows), default=0) or 1
    laid = []
    for place, (label, values) in enumerate(rows):
        start, pieces = 0.0, []
        for number, value in enumerate(values, start=1):
            width = value / largest * 100
            pieces.append(Piece(round(start, 2), round(width, 2), number, shown(value)))
            start += width
        laid.append(Row(label, shown(sum(values)), place, tuple(pieces)))
    names = [{"name": name, "series": number} for number, name in enumerate(series, start=1)]
    return {
        "title": title,
        "series": names,
        "rows": laid,
        "height": f"{len(laid) * ROW:.2f}",
        "spoken": spoken(title, laid),
    }
