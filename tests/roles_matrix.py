"""Who may open which screen of the Wagtail admin. Rooms append their lines; `tests/accounts/test_role_matrix.py` checks them.

    from tests.roles_matrix import MATRIX, Screen
    MATRIX.append(Screen("casework_inbox", roles="official head desk_operator"))

`Screen(name, roles, args, query)`: the URL's name, the roles that may open it (the others are led back to /admin/ with a
message, or get 403), and arguments: a tuple, or a function that makes the rows and returns the tuple. Superusers may open
everything; a signed-in resident gets 403 and a stranger is asked to sign in, always. `EVERYONE` stands for all six roles.

Every entry that a role sees in the menu must open: that is checked without any line here. A screen that stands in the menu
of some role and has no line fails a test, so that nobody forgets one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from wagtail.models import Page, Site

from accounts.models import Role
from tests import factories
from tests.cms.places import make
from tests.participation.feedback.making import draft_over
from tests.participation.moderation import making as moderated

EVERYONE = " ".join(Role.values)
PUBLISHING = "editor press_officer head"


@dataclass(frozen=True)
class Screen:
    """One screen and who may open it."""

    name: str
    roles: str
    args: tuple | Callable = ()
    query: str = ""

    def __str__(self):
        return self.name

    def arguments(self):
        """The arguments of the address; rows are made when they are needed."""
        return self.args() if callable(self.args) else self.args


def front_page():
    """The key of the front page, in a tuple."""
    return (Site.objects.get(is_default_site=True).root_page_id,)


def root_page():
    """The key of the root of all pages, in a tuple."""
    return (Page.get_first_root_node().pk,)


def key_of(make):
    """A function that makes a row by `make` and returns its key in a tuple."""
    return lambda: (make().pk,)


def theme_of_summary():
    """The keys of a draft summary and of its theme."""
    summary, theme, _cases = draft_over(1)
    return summary.pk, theme.pk


MATRIX = [
    # the frame
    Screen("wagtailadmin_home", EVERYONE),
    Screen("staff_account", EVERYONE),
    Screen("wagtailadmin_explore_root", PUBLISHING),
    Screen("wagtailadmin_explore", PUBLISHING, front_page),
    Screen("wagtailadmin_pages:edit", PUBLISHING, front_page),
    Screen("wagtailadmin_pages:delete", "", root_page),
    Screen("wagtailadmin_pages:history", PUBLISHING, front_page),
    Screen("wagtailimages:index", PUBLISHING),
    Screen("wagtailimages:add", PUBLISHING),
    Screen("wagtaildocs:index", PUBLISHING),
    Screen("wagtaildocs:add", PUBLISHING),
    # people and places
    Screen("wagtailusers_users:index", "administrator"),
    Screen("wagtailusers_users:add", "administrator"),
    Screen("wagtailusers_users:edit", "administrator", key_of(factories.resident)),
    Screen("wagtailusers_users:history", "administrator", key_of(factories.resident)),
    Screen("wagtailusers_users:delete", "", key_of(factories.resident)),
    Screen("wagtailusers_groups:index", ""),
    Screen("wagtailusers_groups:add", ""),
    Screen("units:index", "administrator"),
    Screen("units:add", "administrator"),
    Screen("units:edit", "administrator", key_of(factories.unit)),
    Screen("units:history", "administrator", key_of(factories.unit)),
    Screen("settlements:index", "administrator"),
    Screen("settlements:add", "administrator"),
    Screen("settlements:edit", "administrator", key_of(factories.settlement)),
    Screen("starosta_districts:index", "administrator"),
    Screen("starosta_districts:add", "administrator"),
    Screen("residents", "desk_operator"),
    Screen("resident", "desk_operator", key_of(factories.resident)),
    # reports of Wagtail
    Screen("wagtailadmin_reports:aging_pages", PUBLISHING),
    Screen("wagtailadmin_reports:locked_pages", "head"),
    Screen("wagtailadmin_reports:page_types_usage", PUBLISHING),
    Screen("wagtailadmin_reports:site_history", f"{PUBLISHING} administrator"),
    Screen("wagtailadmin_reports:site_history_results", f"{PUBLISHING} administrator"),
    Screen("wagtailadmin_reports:workflow", PUBLISHING),
    Screen("wagtailadmin_reports:workflow_tasks", PUBLISHING),
    # machinery
    Screen("letters:index", "administrator"),
    Screen("mail_addresses:index", "administrator"),
    Screen("special_days:index", "administrator head"),
    Screen("special_days:add", "administrator head"),
    Screen("martial_law:index", "administrator head"),
    Screen("martial_law:add", "administrator head"),
    Screen("statute_staff:index", "administrator head"),
    # the register of cases
    Screen("vkhidni_modeladmin_index", "desk_operator official head"),
    Screen("casework_staff:reception", "desk_operator official head"),
    # publishing
    Screen("wagtailsettings:edit", "administrator head", ("cms", "sitesettings")),
    Screen("wagtailsnippets:index", PUBLISHING),
    Screen("wagtailsnippets_cms_alert:list", PUBLISHING),
    # services
    Screen("services:index", PUBLISHING),
    Screen("services:choose_parent", PUBLISHING),
    Screen("wagtailsnippets_cms_servicenotice:list", PUBLISHING),
    Screen("wagtailsnippets_cms_servicenotice:add", PUBLISHING),
    Screen("wagtailsnippets_cms_serviceprovider:list", PUBLISHING),
    Screen("wagtailsnippets_cms_audience:list", PUBLISHING),
    Screen("leaflet_runs:index", PUBLISHING),
    Screen("leaflet_places:index", PUBLISHING),
    Screen("distribution_points:index", PUBLISHING),
    Screen("subscriber_notices:index", PUBLISHING),
    Screen("service_sheets", "editor head"),
    Screen("service_sheet_download", "editor head", ("uk",)),
    Screen("samples:index", PUBLISHING),
    Screen("wagtailsnippets_cms_sampletopic:list", PUBLISHING),
    Screen("wagtailsnippets_cms_sampletopic:add", PUBLISHING),
    # the directory, partners, documents
    *(
        Screen(f"wagtailsnippets_cms_{model}:list", PUBLISHING)
        for model in ("post", "appointment", "person", "consentrecord", "unitprofile", "partner", "documentkind")
    ),
    Screen("wagtailsnippets_cms_adoptingbody:list", PUBLISHING),
    Screen("wagtailsearchpromotions:index", PUBLISHING),
    Screen("cms_checking", PUBLISHING),
    Screen("cms_ready", PUBLISHING),
    Screen("cms_links", PUBLISHING),
    Screen("cms_opinions", PUBLISHING),
    Screen("cms_opinion_lines", PUBLISHING, front_page),
    Screen("cms_schedule", PUBLISHING),
    Screen("cms_draft_links", PUBLISHING, front_page),
    Screen("wagtailsnippets_cms_usefulphone:list", PUBLISHING),
    Screen("wagtailsnippets_cms_usefulphone:add", PUBLISHING),
    Screen("situations:index", PUBLISHING),
    Screen("guides:index", PUBLISHING),
    Screen("problem_guides:index", PUBLISHING),
    # inquiries
    Screen("wagtailsnippets_inquiries_copyingcap:list", "administrator head"),
    Screen("wagtailsnippets_inquiries_copyingtariff:list", "administrator head"),
    Screen("wagtailsnippets_inquiries_refusalground:list", "administrator head"),
    Screen("wagtailsnippets_inquiries_suggestiontopic:list", "administrator head"),
    # summarised feedback
    Screen("feedback_staff:index", "official head press_officer"),
    Screen("feedback_staff:create", "official head press_officer"),
    Screen("feedback_staff:quotes", "head", theme_of_summary),
    Screen("feedback_staff:tallies", "head press_officer", theme_of_summary),
    Screen("feedback_staff:sort", "head", lambda: theme_of_summary()[:1]),
    # signatures and attendance
    Screen("sheets_staff:index", "desk_operator official head"),
    # ideas
    Screen("ideas_staff:index", "desk_operator official head"),
    *(
        Screen(f"wagtailsnippets_ideas_{model}:{view}", "official head administrator")
        for model in ("ideacall", "ideatag")
        for view in ("list", "add")
    ),
    # requests and suggestions: dated data
    Screen("wagtailsnippets_inquiries_suggestiontopic:list", "head administrator"),
    Screen("wagtailsnippets_inquiries_suggestiontopic:add", "head administrator"),
    Screen("wagtailsnippets_inquiries_refusalground:list", "head administrator"),
    Screen("wagtailsnippets_inquiries_copyingcap:list", "head administrator"),
    Screen("wagtailsnippets_inquiries_copyingtariff:list", "head administrator"),
    Screen("wagtailsnippets_inquiries_copyingtariff:add", "head administrator"),
    # places and the mobile centre
    Screen("cms_places:index", f"{PUBLISHING} desk_operator"),
    Screen("cms_places:days", f"{PUBLISHING} desk_operator", key_of(make.place)),
    Screen("mobile_visits:index", f"{PUBLISHING} desk_operator"),
    Screen("mobile_visits:add", PUBLISHING),
    Screen("mobile_visits:edit", PUBLISHING, key_of(make.visit)),
    Screen("mobile_visits:delete", "", key_of(make.visit)),
    Screen("mobile_routes:index", PUBLISHING),
    Screen("mobile_routes:delete", "head", key_of(make.route)),
    Screen("cms_visits:screen", f"{PUBLISHING} desk_operator", key_of(make.visit)),
    # moderation
    Screen("moderation_staff:queue", PUBLISHING),
    Screen("moderation_staff:history", PUBLISHING),
    Screen("moderation_staff:screen", PUBLISHING, key_of(moderated.written)),
    # hearings
    Screen("hearings_staff:index", "official head desk_operator"),
    # draft documents
    Screen("drafts_staff:index", "official head"),
    Screen("drafts_staff:create", "official head"),
    # advisory bodies
    Screen("groups_staff:index", "desk_operator official head"),
    # what only superusers keep
    Screen("wagtailsites:index", ""),
    Screen("wagtailadmin_collections:index", ""),
    Screen("wagtailadmin_workflows:index", ""),
    Screen("wagtailadmin_workflows:task_index", ""),
]
