"""What a workbook would change: every service of it compared with the site, checked whole, nothing saved."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.slugs import page_slug

from . import building
from .columns import CHILDREN, SERVICES
from .state import Lookups, Tree, fields_of, newest, rows_of


class Outcome(StrEnum):
    """What the import does with a service."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


OUTCOMES = {
    Outcome.CREATED: gettext_lazy("created"),
    Outcome.CHANGED: gettext_lazy("changed"),
    Outcome.UNCHANGED: gettext_lazy("unchanged"),
}


@dataclass
class Planned:
    """One service of the file: where it stands in it, what would change, the page in memory with the changes made."""

    row: object
    address: str
    title: str
    outcome: str = Outcome.UNCHANGED
    changes: list = field(default_factory=list)
    page: object = None

    @property
    def label(self):
        """The outcome in words."""
        return OUTCOMES[self.outcome]


@dataclass
class Plan:
    """Everything that the file asks for. `is_sound` says that it may be applied."""

    language: str
    services: list
    problems: list

    @property
    def is_sound(self):
        """Nothing is wrong anywhere in the file."""
        return not self.problems

    def count(self, outcome):
        """How many services have this outcome."""
        return sum(service.outcome == outcome for service in self.services)

    @property
    def numbers(self):
        """{outcome: how many}."""
        return {outcome: self.count(outcome) for outcome in Outcome}

    @property
    def checksum(self):
        """A fingerprint of what would happen: a confirmation is only good for the plan that was shown."""
        digest = hashlib.sha256(self.language.encode())
        for service in self.services:
            digest.update(f"\0{service.address}\0{service.outcome}\0{','.join(service.changes)}".encode())
        return digest.hexdigest()


def plan(book, language="uk", *, actor=None):
    """Return the `Plan` of a `Book`. With `actor`, pages that the person may not edit are problems too."""
    return Planner(book, language, actor).run()


class Planner:
    """One run over a book."""

    def __init__(self, book, language, actor):
        self.book, self.language, self.actor = book, language, actor
        self.tree, self.lookups = Tree(language), Lookups(language)
        self.children = {sheet.key: {} for sheet in CHILDREN}

    def run(self):
        """Address, group, compare and check."""
        services = self._addressed()
        self._group_children({service.address for service in services})
        existing = self.tree.by_address([service.address for service in services])
        below = {address.rpartition("/")[0] for address in (service.address for service in services)} - {""}
        self.parents = {**self.tree.by_address(below), **existing}
        promised = {service.address for service in services}
        for service in services:
            self._compare(service, existing.get(service.address), promised)
        return Plan(self.language, services, self.book.problems)

    def complain(self, sheet, row, column, message):
        """Remember a problem of a cell."""
        self.book.complain(sheet, row, column, message)

    def _addressed(self):
        """The services of the file with their addresses; an empty one is made of the title."""
        found, seen = [], set()
        column = SERVICES.column("address")
        if self.tree.catalogue is None:
            self.complain(SERVICES, 1, None, _("The site has no catalogue of services in this language."))
            return []
        for row in self.book.rows[SERVICES.key]:
            address = row.address or (page_slug(row.values["title"]) if row.values.get("title") else "")
            if not address and row.is_broken:
                continue
            if not address:
                self.complain(SERVICES, row.number, column, _("Give the service an address or a title."))
            elif any(part != page_slug(part) for part in address.split("/")):
                words = _("An address holds small Latin letters, digits and hyphens: «%(good)s».")
                good = "/".join(page_slug(part) for part in address.split("/"))
                self.complain(SERVICES, row.number, column, words % {"good": good})
            elif address in seen:
                self.complain(SERVICES, row.number, column, _("This address stands in the sheet twice."))
            else:
                seen.add(address)
                found.append(Planned(row, address, row.values.get("title", "")))
        return found

    def _group_children(self, known):
        for sheet in CHILDREN:
            for row in self.book.rows.get(sheet.key, ()):
                if row.address in known:
                    self.children[sheet.key].setdefault(row.address, []).append(row)
                else:
                    words = _("The sheet «%(title)s» has no service with this address: «%(address)s».")
                    words = words % {"title": SERVICES.title, "address": row.address[:120]}
                    self.complain(sheet, row.number, sheet.column("address"), words)

    def _compare(self, service, page, promised):
        """Find what differs, put it into the page in memory, check the page."""
        above = service.address.rpartition("/")[0]
        if page is None and above and above not in self.parents and above not in promised:
            words = _("There is no service «%(address)s» to stand below.") % {"address": above}
            self.complain(SERVICES, service.row.number, SERVICES.column("address"), words)
            return
        current = newest(page) if page is not None else building.blank(service.address, self.tree)
        fields = _differing(service.row.values, fields_of(current))
        lists = {sheet: rows for sheet in CHILDREN if (rows := self._new_rows(sheet, service, current)) is not None}
        service.page = current
        service.title = service.title or current.title
        service.changes = list(fields) + [sheet.key for sheet in lists]
        if page is None:
            service.outcome = Outcome.CREATED
        elif service.changes:
            service.outcome = Outcome.CHANGED
        if service.outcome != Outcome.UNCHANGED:
            self._check_rights(service, page, above)
            building.build(self, service, fields, lists)

    def _new_rows(self, sheet, service, current):
        """The rows of the file for one list, or None when the list stays as it is."""
        if sheet.key not in self.book.rows:
            return None
        rows = self.children[sheet.key].get(service.address, [])
        now = rows_of(current, sheet)
        if len(rows) == len(now) and not any(_differing(row.values, old) for row, old in zip(rows, now, strict=True)):
            return None
        return rows

    def _check_rights(self, service, page, above):
        if self.actor is None:
            return
        if page is not None:
            tester = page.permissions_for_user(self.actor)
            allowed = tester.can_edit() and not tester.page_locked()
        else:
            parent = self.parents.get(above) or (None if above else self.tree.catalogue)
            allowed = parent is None or parent.permissions_for_user(self.actor).can_add_subpage()
        if not allowed:
            words = _("You may not edit this page, or somebody has locked it.")
            self.complain(SERVICES, service.row.number, SERVICES.column("address"), words)


def _differing(values, current):
    """The part of `values` that is not so on the site."""
    return {name: value for name, value in values.items() if current.get(name) != value}
