"""The register of the demo community: requests and suggestions in every state and age."""

from datetime import date

from core.models import Letter, LetterState
from home.demo.requests import all_requests
from home.demo.stories import Cast, tell
from home.demo.suggestions import TOPICS, all_suggestions
from participation.inquiries.models import CopyingTariff, SuggestionTopic


def load():
    """Set the tariff and the topics, then let every story happen."""
    CopyingTariff.objects.get_or_create(
        valid_from=date(2026, 1, 1),
        defaults={
            "act": "Рішення виконавчого комітету Зразкової ради від 18.12.2025 № 204 (демонстраційне)",
            "a4": "3.00",
            "a3": "5.00",
            "a4_redacted": "4.00",
            "a3_redacted": "6.00",
            "scan": "1.50",
            "payment_details": "Отримувач: Зразкова рада (демонстраційні реквізити). Призначення: копіювання документів за запитом.",
        },
    )
    for order, name in enumerate(TOPICS, 1):
        SuggestionTopic.objects.get_or_create(name=name, defaults={"order": order * 10})
    cast = Cast()
    for story in all_requests():
        tell("request", story, cast)
    for story in all_suggestions():
        tell("suggestion", story, cast)


def hold_letters():
    """Keep the letters of the demo from being sent: its addresses belong to nobody."""
    Letter.objects.filter(state=LetterState.WAITING).update(
        state=LetterState.CANCELLED, last_error="Демонстраційний лист: не надсилається."
    )
