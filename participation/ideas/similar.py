"""Finding similar ideas by the stems of their words, through an index that grows with the list."""

import re

from django.db.models import Count

from core.text import fold
from participation.ideas.models import Idea, IdeaWord

SHORTEST, STEM, MOST = 4, 6, 24
STOP = frozenset(
    "але була були було буде будуть вами ваша вже вони вона воно даний дуже його іншим інших кожен коли котрий лише мають"
    " може можна можуть навіть нам наш наша наше наші нашої немає ніхто нього один перед після потрібно потрібен потрібна"
    " просто разом саме свій своя своє свої собі також така такий таке такі там тебе тобто тому треба туди тут хоча цього"
    " цьому через чого щоб якби якщо який яка яке які якої яких люди громада громаді громади зробити зробіть пропоную"
    " прошу хочу хотілося that this with from have would should there their about".split()
)
_WORD = re.compile(r"[^\W_]+")


def stem(word):
    """The beginning of a word that its forms share: «зупинка», «зупинки» and «зупинок» give «зупин»."""
    return word[: max(SHORTEST, min(len(word) - 2, STEM))]


def stems(text):
    """The different stems of a text in their order, at most so many as the index keeps of one idea."""
    words = (word for word in _WORD.findall(fold(text)) if len(word) >= SHORTEST and word not in STOP)
    return list(dict.fromkeys(stem(word) for word in words if word.isalpha()))[:MOST]


def index_words(idea):
    """Keep the stems of an idea's words: of the title first, then of the beginning of the text."""
    IdeaWord.objects.filter(idea=idea).delete()
    found = stems(f"{idea.public_title} {idea.public_text[:600]}")
    IdeaWord.objects.bulk_create(IdeaWord(idea=idea, stem=each) for each in found)


def similar(text, *, limit=5, besides=None):
    """Public ideas that share at least two stems with `text`, the most alike first. Their `alike` is how many they share."""
    wanted = stems(text)
    if not wanted:
        return []
    rows = IdeaWord.objects.filter(stem__in=wanted, idea__listed_at__isnull=False).exclude(idea=besides)
    counts = rows.values("idea").annotate(alike=Count("pk")).filter(alike__gte=min(2, len(wanted)))
    best = dict(counts.order_by("-alike", "-idea").values_list("idea", "alike")[:limit])
    found = Idea.objects.in_public_register().select_related("collection", "call").defer("text").in_bulk(list(best))
    ideas = [found[key] for key in best if key in found]
    for idea in ideas:
        idea.alike = best[idea.pk]
    return ideas
