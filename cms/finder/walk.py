"""The way of one reader through the tree: the answers given so far and where they lead."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.http import urlencode

from cms.finder.rules import Option, name_of


def address_of(answers):
    """The query string of a way."""
    return "?" + urlencode([("a", answer) for answer in answers]) if answers else "?"


@dataclass(frozen=True)
class Answer:
    """A question that was answered; `change_url` asks it again."""

    question: str
    label: str
    change_url: str


class Walk:
    """`tree` is the value of the page's StreamField, `signs` the answers from the address, cleaned but not yet believed."""

    def __init__(self, tree, signs=()):
        self.nodes = [(block.block_type, block.value) for block in tree]
        self._by_name = {}
        for node in self.nodes:
            self._by_name.setdefault(name_of(node[1]["key"]), node)
        self.signs, self.answers, self.is_lost = [], [], False
        self.node = self.nodes[0] if self.nodes else None
        self._go(signs)

    def _go(self, signs):
        for sign in signs:
            option = next((option for option in self.options if option.sign == sign), None)
            target = self._by_name.get(name_of(option.leads_to)) if option else None
            if target is None or len(self.signs) >= len(self.nodes):
                self.is_lost = True
                return
            self.answers.append(Answer(self.value["text"], option.label, address_of(self.signs)))
            self.signs.append(sign)
            self.node = target

    @property
    def value(self):
        """The fields of the node that was reached."""
        return self.node[1]

    @property
    def is_question(self):
        """True while there is something to ask."""
        return self.node is not None and self.node[0] == "question"

    @property
    def options(self):
        """The answers to the question that was reached."""
        if not self.is_question:
            return []
        return [Option(row["label"], row["leads_to"]) for row in self.value["options"]]

    @property
    def number(self):
        """The number of the question: one more than there are answers."""
        return len(self.signs) + 1

    @cached_property
    def address(self):
        """The query string that leads exactly here."""
        return address_of(self.signs)

    @property
    def back(self):
        """The query string of the question before."""
        return address_of(self.signs[:-1])
