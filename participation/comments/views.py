"""Pages of discussions: writing, one comment with its branch, changing, taking back, earlier texts."""

from datetime import timedelta
from functools import wraps

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.limits import hit
from core.query import MAX_ID
from participation.comments import kinds, reading, rules, services
from participation.comments.enums import Sort
from participation.comments.forms import CommentForm, EditForm
from participation.comments.models import Comment, Thread
from participation.moderation.errors import NotAllowed

PER_HOUR = 30


def found(model, pk, user):
    """The thread or comment `pk`, if `user` may read its discussion. Raises Http404."""
    if pk > MAX_ID:
        raise Http404
    if model is Thread:
        thread = row = get_object_or_404(Thread, pk=pk)
    else:
        row = get_object_or_404(Comment.objects.select_related("thread", "contribution"), pk=pk)
        thread = row.thread
    if not kinds.may_read(thread, user):
        raise Http404
    return row


def on_own_comment(view):
    """Call `view(request, comment)` for the author; what is not the person's own is not found."""

    @never_cache
    @login_required
    @wraps(view)
    def guarded(request, pk):
        row = found(Comment, pk, request.user)
        if row.author_id != request.user.pk or row.is_withdrawn:
            raise Http404
        return view(request, row)

    return guarded


@never_cache
@login_required
def write(request, pk, parent=None):
    """Write into a discussion, or answer a comment: a page of its own when something is wrong or nothing was sent yet."""
    thread = found(Thread, pk, request.user)
    answered = found(Comment, parent, request.user) if parent else None
    if answered and (answered.thread_id != thread.pk or not answered.is_shown):
        raise Http404
    form = CommentForm(request.POST or None, actor=request.user, initial={"next": thread.address})
    why, status = rules.why_not_comment(thread, request.user, answered), 200
    if request.method == "POST" and form.is_valid() and not why:
        try:
            return written(request, thread, answered, form)
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
    if form.errors:
        status = 422
    context = {"thread": thread, "parent": answered, "form": form, "why_closed": why}
    return render(request, "comments/write.html", context, status=status)


def written(request, thread, answered, form):
    """Write the comment and lead to it. Raises NotAllowed."""
    verdict = hit(f"comment:{request.user.pk}", limit=PER_HOUR, window=timedelta(hours=1))
    if not verdict.allowed:
        raise NotAllowed(verdict.message)
    made = services.comment(
        thread,
        actor=request.user,
        text=form.cleaned_data["text"],
        parent=answered,
        anchor=form.cleaned_data["anchor"],
        is_official=form.cleaned_data.get("is_official", False),
    )
    messages.success(request, _("Your comment stands in the discussion."))
    place = form.cleaned_data["next"] or thread.address
    if made.root_id or not place:
        return redirect(f"{reverse('comments:comment', args=[made.pk])}#comment-{made.pk}")
    return redirect(f"{place}?sort={Sort.NEWEST}#comment-{made.pk}")


@require_safe
def comment(request, pk):
    """One comment with its branch: where a link to a comment leads. An answer is shown on its page of the branch."""
    row = found(Comment, pk, request.user)
    root = found(Comment, row.root_id, request.user) if row.root_id else row
    if row.root_id and "page" not in request.GET:
        number = reading.page_of(row, request.user)
        if number > 1:
            return redirect(f"{reverse('comments:comment', args=[root.pk])}?page={number}#comment-{row.pk}")
    entry, page = reading.branch(root, request)
    if not entry.is_readable and not page.paginator.count:
        raise Http404
    context = {"thread": root.thread, "entry": entry, "page_obj": page, "marked": row.pk}
    return render(request, "comments/comment.html", context)


@on_own_comment
def edit(request, row):
    """Change one's own comment while the window is open."""
    if why := rules.why_not_edit(row, request.user):
        messages.error(request, why)
        return redirect("comments:comment", row.pk)
    form = EditForm(request.POST or None, actor=request.user, initial={"text": row.text})
    if request.method == "POST" and form.is_valid():
        try:
            services.edit(row, actor=request.user, text=form.cleaned_data["text"])
            messages.success(request, _("The comment is changed; its earlier text stays in the history."))
            return redirect(f"{reverse('comments:comment', args=[row.pk])}#comment-{row.pk}")
        except NotAllowed as refusal:
            form.add_error(None, str(refusal))
    context = {"thread": row.thread, "comment": row, "form": form, "until": rules.edit_ends(row)}
    return render(request, "comments/edit.html", context, status=422 if form.errors else 200)


@on_own_comment
def withdraw(request, row):
    """Take one's own comment back, after a question."""
    if request.method != "POST":
        return render(request, "comments/withdraw.html", {"thread": row.thread, "comment": row})
    services.withdraw(row, actor=request.user)
    messages.success(request, _("The comment is taken back."))
    return redirect(row.thread.address or "participation:hub")


@require_safe
def history(request, pk):
    """The earlier texts of a changed comment, the latest first."""
    row = found(Comment, pk, request.user)
    if not row.edited_at or not (row.is_shown or row.contribution.is_own(request.user)):
        raise Http404
    versions = row.versions.order_by("-until", "-pk")
    return render(request, "comments/history.html", {"thread": row.thread, "comment": row, "versions": versions})
