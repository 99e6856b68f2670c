"""The outbox: what went to whom, in which state; read-only but for sending a letter again."""

from django.db.models import Q
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFromToRangeFilter
from wagtail.admin import messages
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy

from core.audit import record
from core.models import Letter, LetterState, MailAddress
from core.outbox import all_kinds, resend
from core.outbox.kinds import is_secret, label_of
from core.outbox.staff import RESENDABLE, NotResendable

RESEND = "resend"
SEARCH_LENGTH = 200


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Lets those who may view look; nobody adds, edits or deletes. Sending again needs the right to change."""

    def user_has_permission(self, user, action):
        """Tell whether `user` may do `action`."""
        if action == RESEND:
            return super().user_has_permission(user, "change")
        return action == "view" and super().user_has_permission(user, "view")

    def user_has_any_permission(self, user, actions):
        """Tell whether `user` may do any of `actions`."""
        return any(self.user_has_permission(user, action) for action in actions)


class ReadOnlyViewSet(ModelViewSet):
    """A list and a closer look; the addresses for changing do not exist."""

    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields = []
    open_addresses = ("index", "index_results", "inspect")

    @property
    def permission_policy(self):
        """Nobody changes rows here."""
        return ReadOnlyPolicy(self.model)

    def get_urlpatterns(self):
        """Leave out what changes rows, and the history, which would be empty."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in self.open_addresses]


class LetterFilters(WagtailFilterSet):
    """By state, kind and day."""

    state = ChoiceFilter(choices=LetterState.choices, label=_("State"))
    kind = ChoiceFilter(choices=lambda: [(kind.kind, kind.label) for kind in all_kinds()], label=_("Kind"))
    created_at = DateFromToRangeFilter(label=_("Written"), widget=DateRangePickerWidget)

    class Meta:
        model = Letter
        fields = ["state", "kind", "created_at"]


class LetterIndexView(generic.IndexView):
    """The list, without the bodies of the letters."""

    any_permission_required = ["view"]

    def get_base_queryset(self):
        """Leave the long texts in the database."""
        return super().get_base_queryset().defer("text", "html", "headers")

    def search_queryset(self, queryset):
        """Find words in subjects and recipients. SQLite compares only ASCII without case, so usual cases are tried."""
        words = (self.search_query or "")[:SEARCH_LENGTH]
        if not words:
            return queryset
        match = Q(recipient__icontains=words)
        for variant in {words, words.lower(), words.upper(), words.capitalize()}:
            match |= Q(subject__icontains=variant)
        return queryset.filter(match)


class LetterInspectView(generic.InspectView):
    """The letter as it was written, with its fate."""

    any_permission_required = ["view"]
    page_title = _("Letter")
    inspect_url_name = resend_url_name = None

    def get_page_subtitle(self):
        """Return the subject."""
        return self.object.subject

    @cached_property
    def header_more_buttons(self):
        """Return nothing: the one action is a button of its own."""
        return []

    @cached_property
    def header_buttons(self):
        """Offer to send again to those who may, when it makes sense."""
        if self.object.state not in RESENDABLE or not self.user_has_permission(RESEND):
            return []
        address = reverse(self.resend_url_name, args=[self.object.pk])
        return [HeaderButton(_("Send again"), url=address, icon_name="mail")]

    def get_context_data(self, **kwargs):
        """Add what the screen prints."""
        known = MailAddress.objects.filter(email=self.object.recipient.lower()).first()
        context = {"letter": self.object, "kind": label_of(self.object.kind), "is_secret": is_secret(self.object.kind)}
        return super().get_context_data(**context, address=known, **kwargs)


class LetterResendView(LetterInspectView):
    """Ask, then send again."""

    any_permission_required = [RESEND]
    page_title = _("Send again")
    template_name = "core/letter/resend.html"
    header_buttons = ()

    def post(self, request, *args, **kwargs):
        """Send again and say so."""
        try:
            resend(self.object)
        except NotResendable:
            messages.warning(request, _("The letter is on its way already."))
        else:
            record(self.object, "core.letter_resent", user=request.user)
            messages.success(request, _("The letter will be sent again in a moment."))
        return redirect(self.inspect_url_name, self.object.pk)


class LetterViewSet(ReadOnlyViewSet):
    """Letters."""

    model = Letter
    icon = "mail"
    menu_label = _("Letters")
    index_view_class = LetterIndexView
    inspect_view_class = LetterInspectView
    index_results_template_name = "core/letter/index_results.html"
    inspect_template_name = "core/letter/inspect.html"
    filterset_class = LetterFilters
    search_fields = ["subject", "recipient"]
    search_backend_name = None
    list_per_page = 50
    list_display = [
        TitleColumn("subject", label=_("Subject"), url_name="letters:inspect", width="35%", sort_key="subject"),
        "recipient",
        Column("kind", label=_("Kind"), accessor=lambda letter: label_of(letter.kind), sort_key="kind"),
        StatusTagColumn(
            "get_state_display",
            label=_("State"),
            primary=lambda letter: letter.state == LetterState.FAILED,
            sort_key="state",
        ),
        DateColumn("created_at", label=_("Written"), sort_key="created_at"),
        DateColumn("sent_at", label=_("Sent"), sort_key="sent_at"),
    ]

    @property
    def resend_view(self):
        """The view that sends again."""
        return self.construct_view(LetterResendView, **self.get_resend_view_kwargs())

    def get_resend_view_kwargs(self):
        """Return what the inspect view gets, without its template."""
        return {**self.get_inspect_view_kwargs(), "template_name": LetterResendView.template_name}

    def get_inspect_view_kwargs(self, **kwargs):
        """Tell the view where sending again is."""
        return super().get_inspect_view_kwargs(resend_url_name=self.get_url_name(RESEND), **kwargs)

    def get_urlpatterns(self):
        """Add sending again."""
        return [*super().get_urlpatterns(), path("resend/<int:pk>/", self.resend_view, name=RESEND)]


class MailAddressViewSet(ReadOnlyViewSet):
    """Addresses that bounced or complained."""

    model = MailAddress
    icon = "no-view"
    menu_label = _("Addresses that bounced")
    open_addresses = ("index", "index_results")
    index_results_template_name = "core/mailaddress/index_results.html"
    inspect_view_enabled = False
    search_fields = ["email"]
    search_backend_name = None
    list_display = [
        Column("email", label=_("Address"), sort_key="email"),
        DateColumn("bounced_at", label=_("Bounced"), sort_key="bounced_at"),
        DateColumn("complained_at", label=_("Complained"), sort_key="complained_at"),
        Column("reason", label=_("Reason")),
    ]


class OutboxGroup(ViewSetGroup):
    """One entry of the menu for both."""

    menu_label = _("Outbox")
    menu_icon = "mail"
    menu_order = 820
    items = (LetterViewSet("letters"), MailAddressViewSet("mail_addresses"))
