"""Moderation in the demo community: a report that waits, an appeal that waits, a comment that came back."""

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from participation.comments.models import Thread
from participation.comments.services import comment
from participation.moderation import services
from participation.moderation.models import Contribution

REPORTED = "Знову гроші громади пустять на вітер, як із тією зупинкою торік."
RUDE = "Та в тому відділі самі ледарі, гнати їх треба!"
QUESTION = "Чому начальник відділу не прийшов на зустріч, як обіцяв? Люди чекали годину."


def ago(days, hours=0):
    """A moment in the past."""
    return timezone.now() - timedelta(days=days, hours=hours)


def someone(mailbox):
    """Somebody of the demo community."""
    return User.objects.get(email=f"{mailbox}@example.org")


def load():
    """Write into the busiest open discussion, if there is one, once."""
    thread = Thread.objects.filter(is_open=True, comment_count__gt=0).order_by("-comment_count", "pk").first()
    if thread is None or not thread.takes_comments() or Contribution.objects.filter(text=REPORTED).exists():
        return
    came_back(thread)
    appealed(thread)
    reported(thread)


def came_back(thread):
    """A question that was hidden as rude; the head upheld the appeal."""
    row = comment(thread, actor=someone("hanna"), text=QUESTION, now=ago(12)).contribution
    decision = services.decide(row, "hide", actor=someone("editor"), reason="insult", now=ago(11, 4))
    words = "Я запитала, чому людина не прийшла. Де тут образа?"
    appeal = services.appeal(decision, actor=someone("hanna"), text=words, now=ago(11))
    answer = "Це запитання про роботу, образи в ньому немає. Вибачте: коментар знову на сайті."
    services.decide_appeal(appeal, actor=someone("head"), upheld=True, answer=answer, now=ago(10))


def appealed(thread):
    """A rude comment, hidden; its author appeals and waits for another moderator."""
    row = comment(thread, actor=someone("petro"), text=RUDE, now=ago(4)).contribution
    words = "Напишіть, що саме не зроблено, без образ."
    decision = services.decide(row, "hide", actor=someone("press"), reason="insult", explanation=words, now=ago(3, 20))
    reasons = "Я пишу про роботу, а не про людей: відремонтувати обіцяють третій рік."
    services.appeal(decision, actor=someone("petro"), text=reasons, now=ago(3))


def reported(thread):
    """A comment that a neighbour reported and nobody has checked yet."""
    row = comment(thread, actor=someone("oksana"), text=REPORTED, now=ago(1, 5)).contribution
    services.report(row, actor=someone("hanna"), reason="topic", note="Зупинка тут ні до чого.", now=ago(1))
