"""Tools of participation as a reader sees them: with a link when its page can be opened."""

from dataclasses import dataclass

from cms.chosen_pages import links_to


@dataclass(frozen=True)
class ShownTool:
    """A name, what it is for, and where it is (an empty string when nowhere)."""

    name: str
    text: str
    url: str


def shown_tools(parts, request=None):
    """Give a list of tools for each part of a guide; pages are asked for together."""
    rows = [[block.value for block in part.tools] for part in parts]
    chosen = [value["page"] for values in rows for value in values if value["page"]]
    links = links_to(chosen, parts[0], request) if chosen else {}
    return [[_shown(value, links) for value in values] for values in rows]


def _shown(value, links):
    link = links.get(value["page"].pk) if value["page"] else None
    return ShownTool(value["name"], value["text"], link.url if link else value["address"] or "")
