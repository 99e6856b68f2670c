"""Hiding an alert: the browser remembers it, nobody else."""

from django.http import HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from cms.hiding import COOKIE, hidden_in
from cms.models import Alert
from core.views import came_from

KEPT = 20
LONGEST_DAYS = 30


# It changes nothing but the look of the sender's own pages, and a token would make every public page private to caches.
@csrf_exempt
@require_POST
def hide(request, pk):
    """Remember in the browser that this alert was read, and return to where the reader was."""
    answer = HttpResponseRedirect(came_from(request, request.POST.get("next", "")))
    alert = Alert.objects.in_force().filter(pk=min(pk, 2**63 - 1), dismissible=True).first()
    if alert is not None:
        keys = [*[key for key in hidden_in(request.COOKIES) if key != alert.pk], alert.pk][-KEPT:]
        seconds = min((alert.expire_at - timezone.now()).total_seconds(), LONGEST_DAYS * 86400)
        value = ".".join(map(str, keys))
        answer.set_cookie(
            COOKIE, value, max_age=int(seconds) + 1, samesite="Lax", secure=request.is_secure(), httponly=True
        )
    return answer
