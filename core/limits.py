"""Limits on how often one sender may do one thing. They slow down and tell; they never lose what was typed.

    @limited("tracking", limit=10, window=timedelta(minutes=15))
    def track(request): ...

    class RequestView(LimitedFormMixin, FormView):
        rate = Rate("request", limit=20, window=timedelta(hours=1))

Counters are rows changed by one atomic upsert (SQLite and PostgreSQL), so parallel hits are counted exactly. Windows are
fixed: they begin at whole multiples of their length, and the count of the last one is not carried over.
"""

import functools
import hashlib
import hmac
import ipaddress
import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db import connection
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext, ngettext

from core.models import RateCounter

DAY = timedelta(days=1)
KEEP = 2 * DAY
MAX_KEY = 160
MAX_TYPED_FIELDS = 100
SECRET_WORDS = ("password", "token", "csrf", "secret", "otp")
UPSERT = (
    "INSERT INTO {table} (key, window_start, count) VALUES (%s, %s, 1) "
    "ON CONFLICT (key, window_start) DO UPDATE SET count = {table}.count + 1 RETURNING count"
)


@dataclass(frozen=True)
class Rate:
    """How often: `limit` times within `window` (at most a day), counted under `name`."""

    name: str
    limit: int
    window: timedelta


@dataclass(frozen=True)
class Verdict:
    """May it be done, after how long it may be tried again (zero when allowed), how many times are left."""

    allowed: bool
    retry_after: timedelta
    remaining: int

    @property
    def seconds(self):
        """Whole seconds to wait, for the header Retry-After; at least 1 when refused."""
        return 0 if self.allowed else max(1, math.ceil(self.retry_after.total_seconds()))

    @property
    def minutes(self):
        """Whole minutes to wait, rounded up."""
        return math.ceil(self.seconds / 60)

    @property
    def retry_at(self):
        """The moment at which it may be tried again."""
        return timezone.now() + self.retry_after

    @property
    def message(self):
        """A sentence that tells when to try again."""
        return ngettext(
            "This was sent too many times in a row. What you typed is kept; try again in %(minutes)s minute.",
            "This was sent too many times in a row. What you typed is kept; try again in %(minutes)s minutes.",
            self.minutes,
        ) % {"minutes": self.minutes}


def window_start(now, window):
    """The beginning of the fixed window in which `now` falls. Raises ValueError unless 1 s <= window <= 1 day."""
    length = int(window.total_seconds())
    if not 1 <= length <= DAY.total_seconds():
        raise ValueError("A window lasts from one second to one day.")
    return datetime.fromtimestamp(int(now.timestamp()) // length * length, tz=UTC)


def hit(key, *, limit, window, now=None):
    """Count one use of `key` and say whether it is within `limit` uses per `window`; returns a Verdict.

    `key` is stored as it is: put no name, address or e-mail into it (`private_key` hashes them). Call it outside the
    transaction of a verb, or a rolled back verb takes its count with it.
    """
    now = now or timezone.now()
    start = window_start(now, window)
    count = _count(_short(key), start)
    allowed = count <= limit
    return Verdict(allowed, timedelta(0) if allowed else start + window - now, max(0, limit - count))


def _count(key, start):
    table = connection.ops.quote_name(RateCounter._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(UPSERT.format(table=table), [key, connection.ops.adapt_datetimefield_value(start)])
        return cursor.fetchone()[0]


def _short(key):
    return key if len(key) <= MAX_KEY else "sha256:" + hashlib.sha256(key.encode()).hexdigest()


def private_key(name, subject, day):
    """A key for a personal `subject` (an address, an e-mail): its HMAC under the site's secret and the given day.

    After the day nobody, we included, can tell whether two keys are of one person.
    """
    message = f"{name}\0{subject}\0{day:%Y-%m-%d}".encode()
    return f"{name}:{hmac.new(settings.SECRET_KEY.encode(), message, hashlib.sha256).hexdigest()[:40]}"


def client_address(request):
    """The sender's network address as text; an IPv6 sender is its /64 network, "unknown" when there is none.

    X-Forwarded-For is believed only as far as TRUSTED_PROXY_COUNT proxies wrote it: the rest is the sender's invention.
    """
    address = request.META.get("REMOTE_ADDR", "")
    proxies = settings.TRUSTED_PROXY_COUNT
    chain = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    if proxies > 0 and len(chain) >= proxies:
        address = chain[-proxies]
    return _network(address) or _network(request.META.get("REMOTE_ADDR", "")) or "unknown"


def _network(text):
    """`text` as an address without port, or an empty string."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return ""
    address = getattr(address, "ipv4_mapped", None) or address
    return str(address) if address.version == 4 else str(ipaddress.ip_network(f"{address}/64", strict=False))


def hit_by_address(request, rate, *, now=None):
    """Count one use of `rate` by the request's sender; returns a Verdict."""
    now = now or timezone.now()
    key = private_key(rate.name, client_address(request), window_start(now, rate.window))
    return hit(key, limit=rate.limit, window=rate.window, now=now)


def limited(name, *, limit, window, methods=("POST",), answers_itself=False):
    """Decorate a view: at most `limit` requests of `methods` per `window` from one address.

    `request.limited` is the Verdict (None for other methods). A refused request gets `too_many` without reaching the view;
    with `answers_itself` the view is called and must look at `request.limited.allowed` before its verb.
    """
    rate = Rate(name, limit, window)

    def decorator(view):
        @functools.wraps(view)
        def wrapped(request, *args, **kwargs):
            request.limited = hit_by_address(request, rate) if request.method in methods else None
            if request.limited and not request.limited.allowed and not answers_itself:
                return too_many(request, request.limited)
            return view(request, *args, **kwargs)

        return wrapped

    return decorator


def too_many(request, verdict):
    """The 429 page: when to try again, and a button that sends the same words once more. Passwords are not kept."""
    context = {"verdict": verdict, "typed": typed_values(request), "had_files": bool(request.FILES)}
    return with_retry(render(request, "limits/too_many.html", context, status=429), verdict)


def with_retry(response, verdict):
    """Add the headers of a refusal."""
    response["Retry-After"] = str(verdict.seconds)
    add_never_cache_headers(response)
    return response


def typed_values(request):
    """What was typed, as pairs (name, value) for hidden inputs; without passwords and tokens."""
    pairs = [(name, value) for name, values in request.POST.lists() for value in values]
    return [pair for pair in pairs if not any(word in pair[0].lower() for word in SECRET_WORDS)][:MAX_TYPED_FIELDS]


class LimitedFormMixin:
    """For FormView and its kin: above `rate` the form comes back with all that was typed, a message and status 429."""

    rate: Rate

    def post(self, request, *args, **kwargs):
        """Count the attempt; handle the form only while it is within the limit."""
        request.limited = hit_by_address(request, self.rate)
        if request.limited.allowed:
            return super().post(request, *args, **kwargs)
        return self.form_limited(self.get_form(), request.limited)

    def form_limited(self, form, verdict):
        """Draw the filled form with the message on top."""
        form.add_error(None, refusal_words(verdict, had_files=bool(self.request.FILES)))
        response = self.render_to_response(self.get_context_data(form=form))
        response.status_code = 429
        return with_retry(response, verdict)


def refusal_words(verdict, *, had_files=False):
    """The message of a refusal; a browser cannot keep chosen files, so it says to choose them again."""
    return f"{verdict.message} {gettext('Choose the files again then.')}" if had_files else verdict.message


def purge(now):
    """Delete counters that no window needs any more; returns how many."""
    return RateCounter.objects.filter(window_start__lt=now - KEEP).delete()[0]
