"""The letters of ideas."""

from django.utils.translation import gettext_lazy as _

from casework.mail import ABOUT_A_CASE
from core.outbox import declare


def declare_letters():
    """Declare every letter; those to the author hold the code that opens the idea, so staff do not read them."""
    declare("ideas/received", label=_("Idea received"), context=(*ABOUT_A_CASE, "code"), secret=True)
    declare("ideas/your_news", label=_("News about your idea"), context=(*ABOUT_A_CASE, "code"), secret=True)
    declare("ideas/news", label=_("News about an idea that you follow"), context=ABOUT_A_CASE)
    declare("ideas/to_do", label=_("An idea waits for the office"), context=ABOUT_A_CASE)
    declare("ideas/invitation", label=_("Invitation to be a co-author"), context=("title", "author", "link"))
