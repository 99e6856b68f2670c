"""When a tree of questions is sound: one start, every answer leads somewhere, nothing goes in circles, nothing is lost.

The rules know nothing of pages and blocks: they take nodes and give problems, each with the place where an editor mends it.
"""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from cms.slugs import page_slug

SIGN_LENGTH = 60
FEWEST_OPTIONS = 2


@dataclass(frozen=True)
class Option:
    """One answer: its words and the short name of the node it leads to."""

    label: str
    leads_to: str

    @property
    def sign(self):
        """How the answer is written in the address of the page."""
        return page_slug(self.label)[:SIGN_LENGTH].strip("-")


@dataclass(frozen=True)
class Node:
    """A question with its options, or an outcome, which has none."""

    key: str
    is_question: bool
    options: tuple = ()


@dataclass(frozen=True)
class Problem:
    """What is wrong, and where: the number of the node, its field, the number of the option when it is about one."""

    node: int
    message: str
    field: str = "key"
    option: int | None = None


def name_of(key):
    """Short names are the same whatever the case and the spaces around."""
    return (key or "").strip().casefold()


def problems(nodes):
    """List everything that is wrong with `nodes`, in their order."""
    found = [*_start(nodes), *_names(nodes), *_options(nodes), *_targets(nodes), *_circles(nodes), *_unreached(nodes)]
    return sorted(found, key=lambda problem: (problem.node, -1 if problem.option is None else problem.option))


def _by_name(nodes):
    places = {}
    for number, node in enumerate(nodes):
        places.setdefault(name_of(node.key), number)
    return places


def _start(nodes):
    if nodes and not nodes[0].is_question:
        yield Problem(0, _("Readers start here, so the first block must be a question. Move a question to the top."))


def _names(nodes):
    places = _by_name(nodes)
    for number, node in enumerate(nodes):
        if places[name_of(node.key)] != number:
            yield Problem(number, _("Another question or result has this short name. Give each its own."))


def _options(nodes):
    for number, node in enumerate(nodes):
        if node.is_question and len(node.options) < FEWEST_OPTIONS:
            yield Problem(number, _("A question needs at least two answers; with fewer it is a dead end."), "text")
        signs = set()
        for place, option in enumerate(node.options):
            if option.sign in signs:
                yield Problem(number, _("Another answer to this question has the same words."), "label", place)
            signs.add(option.sign)


def _targets(nodes):
    places = _by_name(nodes)
    for number, node in enumerate(nodes):
        for place, option in enumerate(node.options):
            if name_of(option.leads_to) not in places:
                message = _("This answer is a dead end: no question or result has the short name “%(name)s”.")
                yield Problem(number, message % {"name": option.leads_to}, "leads_to", place)


def _steps(nodes, places, number):
    """(number of the option, number of the node it leads to) for the options of one node."""
    return [
        (place, places[name_of(option.leads_to)])
        for place, option in enumerate(nodes[number].options)
        if name_of(option.leads_to) in places
    ]


def _circles(nodes):
    """The answers that close a circle: each leads to a question from which the reader has just come."""
    places, done = _by_name(nodes), set()
    for start in range(len(nodes)):
        yield from _circles_from(nodes, places, start, [], done)


def _circles_from(nodes, places, number, way, done):
    if number in done:
        return
    for place, target in _steps(nodes, places, number):
        if target in (*way, number):
            message = _("This answer leads back to “%(name)s”: the reader would go in circles.")
            yield Problem(number, message % {"name": nodes[target].key}, "leads_to", place)
        else:
            yield from _circles_from(nodes, places, target, [*way, number], done)
    done.add(number)


def _unreached(nodes):
    places, seen, waiting = _by_name(nodes), set(), [0] if nodes else []
    while waiting:
        number = waiting.pop()
        if number not in seen:
            seen.add(number)
            waiting += [target for _place, target in _steps(nodes, places, number)]
    for number in range(len(nodes)):
        if number not in seen:
            yield Problem(number, _("No answer leads here. Lead one here by this short name, or delete the block."))
