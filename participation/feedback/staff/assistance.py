"""What the screen of sorting proposes: contributions like this one, and the theme that an unsorted one resembles."""

from functools import cached_property

from participation.feedback.likeness import Texts, proposed
from participation.feedback.models import Voice

MOST_TEXTS = 5000


class Assistance:
    """Reads the texts of the chosen cases once, and only when something is asked of them."""

    def __init__(self, summary, cases):
        self.summary, self.cases = summary, cases

    @cached_property
    def texts(self):
        """{case: its words} of the chosen cases that this person reads."""
        rows = self.cases.order_by("pk").values_list("pk", "public_title", "text", "public_text")[:MOST_TEXTS]
        return {case: f"{title} {text or public}" for case, title, text, public in rows}

    @cached_property
    def proposed(self):
        """{case: title of the theme that it resembles} of those in no theme."""
        voices = Voice.objects.filter(theme__summary=self.summary).values_list("case_id", "theme_id", "theme__title")
        placed, titles = {}, {}
        for case, theme, title in voices:
            titles[theme] = title
            placed.setdefault(case, []).append(theme)
        found = proposed(self.texts, placed) if placed else {}
        return {case: titles[theme] for case, theme in found.items()}

    def alike(self, key, *, among):
        """Those of the cases `among` that resemble the case `key`, itself first, the most alike next."""
        if key not in self.texts:
            return among
        wanted = set(among)
        return [case for case in (key, *Texts(self.texts).like(key)) if case in wanted]
