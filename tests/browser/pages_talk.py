"""Pages of discussions and moderation, over a conversation of the demo people."""

from django.urls import reverse

from accounts.models import User
from participation.comments import services
from participation.comments.models import Comment, Thread
from participation.moderation import services as moderation

TITLE = "Лавки біля школи"


def person(mailbox):
    """Somebody of the demo community by the name of the mailbox."""
    return User.objects.get(email=f"{mailbox}@example.org")


def conversation():
    """A discussion with an answer, an official comment, a changed, a held and a hidden one; made once."""
    if thread := Thread.objects.filter(kind="sample", title=TITLE).first():
        return thread
    thread = services.start_thread("sample", title=TITLE, address="/uchast/")
    hanna, petro, oksana = (person(mailbox) for mailbox in ("hanna", "petro", "oksana"))
    first = services.comment(thread, actor=hanna, text="Лавки поламані другий рік. Діти чекають автобус стоячи.")
    services.comment(thread, actor=petro, text="Підтримую. І навіс потрібен.", parent=first)
    official = {"actor": person("utilities"), "is_official": True}
    services.comment(thread, text="Лавки замовлено, встановимо до 15 травня.", parent=first, **official)
    services.edit(first, actor=hanna, text="Лавки поламані другий рік. Діти чекають автобус стоячи, бабусі теж.")
    reported = services.comment(thread, actor=oksana, text="Знову гроші громади викидають на вітер.")
    moderation.report(reported.contribution, actor=hanna, reason="topic", note="Це не про лавки.")
    hidden = services.comment(thread, actor=hanna, text="Начальник цього відділу – ледар.")
    decision = moderation.decide(hidden.contribution, "hide", actor=person("press"), reason="insult")
    moderation.appeal(decision, actor=hanna, text="Це оцінка роботи, а не образа.")
    return thread


def comments():
    """The comments of the conversation in their order."""
    return list(Comment.objects.filter(thread=conversation()).order_by("pk"))


def public():
    """The branch of a comment, its earlier texts, the report of a text, the figures."""
    first, *_others = comments()
    return {
        "comment with answers": reverse("comments:comment", args=[first.pk]),
        "earlier texts of a comment": reverse("comments:history", args=[first.pk]),
        "report of a text": reverse("moderation:report", args=[first.contribution_id]),
        "figures of moderation": reverse("moderation:statistics"),
    }


def own():
    """Writing, answering, changing, taking back, appealing."""
    first, answer, *_others, hidden = comments()
    return {
        "writing a comment": reverse("comments:write", args=[first.thread_id]),
        "answering a comment": reverse("comments:answer", args=[first.thread_id, answer.pk]),
        "changing a comment": reverse("comments:edit", args=[first.pk]),
        "taking a comment back": reverse("comments:withdraw", args=[first.pk]),
        "appeal against moderation": reverse("moderation:appeal", args=[hidden.contribution.decisions.get().pk]),
    }


def staff():
    """The queue and its tabs, one text, the answer to an appeal, the history."""
    *_others, reported, hidden = comments()
    decision = hidden.contribution.decisions.get()
    return {
        "queue of moderators": reverse("moderation_staff:queue"),
        "hidden texts": f"{reverse('moderation_staff:queue')}?tab=hidden",
        "moderating a text": reverse("moderation_staff:screen", args=[reported.contribution_id]),
        "a hidden text": reverse("moderation_staff:screen", args=[hidden.contribution_id]),
        "answering an appeal": reverse("moderation_staff:answer", args=[decision.appeal.pk]),
        "history of moderation": reverse("moderation_staff:history"),
    }
