"""The administrator's list of people. Superusers are out of an administrator's reach; nobody is deleted, only closed."""

import django_filters
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.boolean_radio_select import BooleanRadioSelect
from wagtail.users.views import bulk_actions
from wagtail.users.views import users as wagtail_users

from accounts import services
from accounts.models import Unit, User
from accounts.roles import GROUP_NAMES, ROLE_BY_GROUP_NAME

from .forms import EditPersonForm, NewPersonForm


def roles_in_words(user):
    """The labels of a person's roles; reads the prefetched groups."""
    labels = [ROLE_BY_GROUP_NAME[group.name].label for group in user.groups.all() if group.name in ROLE_BY_GROUP_NAME]
    return ", ".join(str(label) for label in labels)


class PeopleFilterSet(WagtailFilterSet):
    """Narrow the list by role, unit and whether the account is open."""

    groups = django_filters.ModelChoiceFilter(
        label=_("Role"), queryset=Group.objects.filter(name__in=GROUP_NAMES.values())
    )
    unit = django_filters.ModelChoiceFilter(label=_("Unit"), queryset=Unit.objects.all())
    is_active = django_filters.BooleanFilter(label=_("May sign in"), widget=BooleanRadioSelect)

    class Meta:
        model = User
        fields = ["groups", "unit", "is_active"]


class PeopleList(generic.IndexView):
    """Everyone who has an account, the erased left out."""

    page_title = _("Users")
    add_item_label = _("Add a user")
    search_fields = ["search_text"]
    show_other_searches = True

    def get_base_queryset(self):
        """People with what the columns show, in a fixed number of queries."""
        people = User.objects.filter(anonymised_at=None).select_related("unit", "wagtail_userprofile")
        return people.prefetch_related("groups")

    def search_queryset(self, queryset):
        """Search in the folded column, because SQLite does not know Ukrainian capitals."""
        return queryset.found_by(self.search_query) if self.is_searching else queryset

    @property
    def columns(self):
        """Name, address, unit, roles, state."""
        return [
            self._get_title_column("name", accessor=str),
            Column("email", label=_("E-mail"), sort_key="email"),
            Column("unit", label=_("Unit"), sort_key="unit__name"),
            Column("roles", label=_("Roles"), accessor=roles_in_words),
            BooleanColumn("is_active", label=_("May sign in"), sort_key="is_active"),
            DateColumn("last_login", label=_("Last sign-in"), sort_key="last_login"),
        ]


class AddPerson(wagtail_users.CreateView):
    """Make an account for a member of staff and send the invitation."""

    success_message = _("The account is made, and a letter with an invitation is sent to its owner.")

    def save_instance(self):
        """Hand over to the service."""
        return services.add_person(actor=self.request.user, **self.form.cleaned_data)


class EditPerson(wagtail_users.EditView):
    """Change an account; a superuser's only by a superuser."""

    success_message = _("The account is saved.")

    def setup(self, request, *args, **kwargs):
        """Keep administrators away from superusers, and everyone from erased accounts."""
        super().setup(request, *args, **kwargs)
        if self.object.anonymised_at or (self.object.is_superuser and not request.user.is_superuser):
            raise PermissionDenied

    def save_instance(self):
        """Hand over to the service."""
        person = User.objects.get(pk=self.object.pk)
        return services.edit_person(person, actor=self.request.user, **self.form.cleaned_data)


class NobodyDeletes(wagtail_users.DeleteView):
    """An account is closed by its administrator or erased by its owner; its row stays under the answers it signed."""

    def dispatch(self, request, *args, **kwargs):
        """Refuse."""
        raise PermissionDenied


class PeopleViewSet(wagtail_users.UserViewSet):
    """Puts our screens in the place of Wagtail's."""

    template_prefix = ""
    ordering = "name"
    filterset_class = PeopleFilterSet
    index_view_class = PeopleList
    add_view_class = AddPerson
    edit_view_class = EditPerson
    delete_view_class = NobodyDeletes
    copy_view_enabled = False
    inspect_view_enabled = False

    def get_form_class(self, for_update=False):
        """The form of an existing account asks more than that of a new one."""
        return EditPersonForm if for_update else NewPersonForm


class NoBulk:
    """Closes an action on many people at once: it would pass by the rules of our forms."""

    def check_perm(self, obj):
        """Nobody."""
        return False


class NoBulkRoles(NoBulk, bulk_actions.AssignRoleBulkAction):
    """Closes Wagtail's assignment of groups to many people."""


class NoBulkState(NoBulk, bulk_actions.SetActiveStateBulkAction):
    """Closes Wagtail's opening and closing of many accounts."""


class NoBulkDelete(NoBulk, bulk_actions.DeleteBulkAction):
    """Closes Wagtail's deletion of many people."""


CLOSED_BULK_ACTIONS = [NoBulkRoles, NoBulkState, NoBulkDelete]
