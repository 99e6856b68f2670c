"""`manage.py load_demo`: the invented community for `make run`."""

from django.apps import apps
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from accounts.models import User
from home.demo import people
from home.demo.loaders import LOADERS
from home.models import HomePage
from home.tree import SLUGS, WELCOME, ensure_tree


class Command(BaseCommand):
    help = "Load the invented community into an empty database; never touches one that holds other content."

    def add_arguments(self, parser):
        """Take the one choice."""
        parser.add_argument("--show-sign-ins", action="store_true", help="only print who can sign in and how")

    def handle(self, *args, verbosity=1, show_sign_ins=False, **options):
        """Load, refuse or print."""
        if show_sign_ins:
            self.print_sign_ins()
            return
        foreign = foreign_content()
        if foreign and not is_loaded():
            self.stderr.write("The demo community was not loaded: this database has content of its own.")
            self.stderr.write("\n".join(f"  {reason}" for reason in foreign))
            return
        if foreign or is_loaded():
            if verbosity:
                self.stdout.write("The demo community is already here.")
            return
        load()
        if verbosity:
            self.stdout.write("The demo community is loaded.")
            self.print_sign_ins()

    def print_sign_ins(self):
        """Print addresses and the password that all of them share."""
        lines = people.sign_ins()
        if lines:
            self.stdout.write("\n".join([f"Demo sign-ins (password of all: {people.PASSWORD})", *lines]))


@transaction.atomic
def load():
    """Run every loader in order, all or nothing. What refers to what is written down once at the end, not at every save."""
    with disable_reference_index_auto_update():
        for loader in LOADERS:
            loader()
    call_command("rebuild_references_index", verbosity=0)


def is_loaded():
    """True when an earlier run loaded the community."""
    return User.objects.filter(email=people.PEOPLE[0].email, name=people.PEOPLE[0].name).exists()


def foreign_content():
    """Say what the database holds beside the skeleton of the site: a list of words, empty for an empty site."""
    ensure_tree()
    demo = [person.email for person in people.PEOPLE]
    fronts = HomePage.objects.values_list("path", flat=True)
    pages = Page.objects.filter(depth__gt=1).exclude(path__in=fronts).exclude(slug__in=SLUGS).exclude(title=WELCOME)
    counts = {
        "users": User.objects.exclude(email__in=demo).exclude(is_superuser=True).count(),
        "pages": pages.count(),
        "cases": apps.get_model("casework", "Case").objects.count(),
        "units": apps.get_model("accounts", "Unit").objects.count(),
        "pictures": apps.get_model("wagtailimages", "Image").objects.count(),
    }
    return [f"{name}: {count}" for name, count in counts.items() if count]
