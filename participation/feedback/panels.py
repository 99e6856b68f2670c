"""What a case's own page tells of the summary that answered it."""

from participation.feedback.models import Voice


def decided_panel(case):
    """The themes of published summaries to which `case` speaks, or None."""
    voices = (
        Voice.objects.filter(case=case.pk, theme__summary__state="published")
        .select_related("theme__summary")
        .order_by("theme__summary__published_at", "theme__order")
    )
    themes = [voice.theme for voice in voices]
    return ("feedback/panel.html", {"themes": themes}) if themes else None
