"""What a page with a discussion needs, in a constant number of queries."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import Count, F, Q, Window
from django.db.models.functions import RowNumber
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.query import PageField, QueryForm, paginate
from participation.comments import numbers, rules
from participation.comments.enums import Sort
from participation.comments.forms import CommentForm
from participation.comments.models import Comment
from participation.moderation.enums import State
from participation.moderation.reading import last_decisions
from participation.statute.numbers import value

PER_PAGE = 20
ANSWERS_SHOWN = 3
ANSWERS_PER_PAGE = 50
ORDERS = {
    Sort.NEWEST: ("-created_at", "-pk"),
    Sort.OLDEST: ("created_at", "pk"),
    Sort.ANSWERED: ("-reply_count", "-created_at", "-pk"),
}


class ThreadQuery(QueryForm):
    """The order of comments and the page."""

    sort = forms.ChoiceField(label=_("Order"), choices=Sort.choices, required=False, initial=Sort.NEWEST)
    page = PageField()


@dataclass
class Entry:
    """One comment as it is printed: what may be done with it, and the answers under it."""

    comment: Comment
    is_own: bool = False
    can_edit: bool = False
    can_answer: bool = False
    decision: Any = None
    can_appeal: bool = False
    answers: list = field(default_factory=list)

    @property
    def is_readable(self):
        """Whether the words are printed, and not why they are gone."""
        return self.comment.is_shown or (self.is_own and not self.comment.is_withdrawn)

    @property
    def more(self):
        """How many answers in view are not printed here."""
        return max(0, self.comment.reply_count - sum(answer.comment.is_shown for answer in self.answers))


@dataclass
class Listing:
    """A discussion as its page prints it."""

    thread: Any
    entries: list
    page_obj: Any
    sorts: list
    total: int
    form: Any
    request: Any
    csrf_token: Any
    why_closed: str
    is_closed: bool
    is_guest: bool
    here: str
    anchor: str = ""

    @property
    def offers_orders(self):
        """Whether there is anything to put in order."""
        return self.page_obj.paginator.count > 1


def counts_by_anchor(thread):
    """Return {anchor: number of comments in view} of a discussion."""
    rows = Comment.objects.shown().filter(thread=thread).exclude(anchor="").order_by()
    return dict(rows.values_list("anchor").annotate(number=Count("pk")))


def listing(thread, request, *, anchor=None):
    """One page of a discussion for `comments/thread.html`: all of it, or what speaks of the place `anchor`."""
    query, user = ThreadQuery.read(request.GET), request.user
    rows = beginnings(thread, user, anchor)
    page = paginate(rows.order_by(*ORDERS[query.values["sort"]]), query, PER_PAGE)
    why = rules.why_not_comment(thread, user)
    return Listing(
        thread=thread,
        entries=entries_of(user, page.object_list, may_answer=not why),
        request=request,
        csrf_token="" if why else get_token(request),
        page_obj=page,
        sorts=sorts(request, query.values["sort"]),
        total=thread.comment_count if anchor is None else rows.filter(contribution__state=State.VISIBLE).count(),
        form=None if why else CommentForm(actor=user, initial={"anchor": anchor or "", "next": request.path}),
        why_closed=why,
        is_closed=not thread.takes_comments(),
        is_guest=not user.is_authenticated,
        here=request.path,
        anchor=anchor or "",
    )


def beginnings(thread, user, anchor=None):
    """Comments that begin a branch: in view, one's own, or with answers in view under them."""
    rows = Comment.objects.beginnings().filter(thread=thread).select_related("contribution")
    if anchor is not None:
        rows = rows.filter(anchor=anchor)
    seen = Q(contribution__state=State.VISIBLE, contribution__withdrawn_at=None) | Q(reply_count__gt=0)
    if user.is_authenticated:
        seen |= Q(author=user, contribution__withdrawn_at=None)
    return rows.filter(seen)


def sorts(request, chosen):
    """The choice of orders as links that keep the rest of the query."""
    links = []
    for key, label in Sort.choices:
        query = request.GET.copy()
        query.pop("page", None)
        query["sort"] = key
        links.append({"label": label, "url": f"?{query.urlencode()}#discussion", "current": key == chosen})
    return links


def first_answers(user, roots, number=ANSWERS_SHOWN):
    """The first `number` answers of each branch, the oldest first."""
    place = Window(RowNumber(), partition_by=F("root_id"), order_by=[F("created_at").asc(), F("pk").asc()])
    rows = Comment.objects.shown_to(user).filter(root__in=[root.pk for root in roots])
    rows = rows.select_related("contribution", "parent").annotate(place=place).filter(place__lte=number)
    return rows.order_by("created_at", "pk")


def entries_of(user, roots, *, may_answer):
    """Entries of a page of beginnings with the first answers of each."""
    roots = list(roots)
    answers = list(first_answers(user, roots)) if roots else []
    made = {entry.comment.pk: entry for entry in dressed(user, [*roots, *answers], may_answer=may_answer)}
    for answer in answers:
        made[answer.root_id].answers.append(made[answer.pk])
    return [made[root.pk] for root in roots]


def dressed(user, comments, *, may_answer):
    """Entries of comments: whose they are, what may be done, what a moderator decided. Two queries for any number."""
    gone = [row.contribution_id for row in comments if not row.is_shown and not row.is_withdrawn]
    decisions = last_decisions(gone)
    since = timezone.now() - timedelta(minutes=value(numbers.EDIT_MINUTES).value)
    return [entry_of(row, user, since, decisions.get(row.contribution_id), may_answer) for row in comments]


def entry_of(row, user, since, decision, may_answer):
    """One entry."""
    is_own = user.is_authenticated and row.author_id == user.pk
    return Entry(
        comment=row,
        is_own=is_own,
        can_edit=is_own and not row.is_withdrawn and row.created_at >= since and row.contribution.state != State.HIDDEN,
        can_answer=may_answer and row.is_shown,
        decision=decision,
        can_appeal=bool(is_own and decision and decision.is_adverse and not hasattr(decision, "appeal")),
    )


def branch(root, request):
    """A whole branch by pages, for the page of one comment: (entry of the root, page of entries)."""
    rows = Comment.objects.shown_to(request.user).filter(root=root).select_related("contribution", "parent")
    query = ThreadQuery.read(request.GET)
    page = paginate(rows.order_by("created_at", "pk"), query, ANSWERS_PER_PAGE)
    may_answer = not rules.why_not_comment(root.thread, request.user)
    head, *answers = dressed(request.user, [root, *page.object_list], may_answer=may_answer)
    page.object_list = answers
    return head, page


def page_of(comment, user):
    """The number of the branch's page on which an answer stands."""
    before = Comment.objects.shown_to(user).filter(root=comment.root_id)
    earlier = Q(created_at__lt=comment.created_at) | Q(created_at=comment.created_at, pk__lt=comment.pk)
    return before.filter(earlier).count() // ANSWERS_PER_PAGE + 1
