"""What a life situation lists: tasks, groups of the editor, and services tagged with it that no group names."""

from dataclasses import dataclass

from cms.chosen_pages import by_alphabet, links_to


@dataclass(frozen=True)
class Task:
    """One of the first things to do or to know."""

    label: str
    url: str
    is_action: bool
    lang: str = ""
    is_elsewhere: bool = False


@dataclass(frozen=True)
class Group:
    """Pages under one heading."""

    heading: str
    links: list


@dataclass(frozen=True)
class Contents:
    """Everything that the page prints below its lead."""

    tasks: list
    groups: list
    others: list

    @property
    def is_empty(self):
        """True when there is nothing to list yet."""
        return not (self.tasks or self.groups or self.others)


def contents_of(page, request=None):
    """Gather the lists of a situation in a constant number of queries."""
    tasks = [block.value for block in page.top_tasks]
    groups = [block.value for block in page.groups]
    tagged = list(tagged_services(page))
    chosen = [task["page"] for task in tasks] + [other for group in groups for other in group["pages"]]
    links = links_to([*chosen, *tagged], page, request)
    shown = [Group(group["heading"], _links(group["pages"], links)) for group in groups]
    shown = [group for group in shown if group.links]
    all_tagged = _links(tagged, links)
    if page.ordering == "alphabetical":
        whole = by_alphabet([*(link for group in shown for link in group.links), *all_tagged])
        shown, others = [], whole
    else:
        named = {link.pk for group in shown for link in group.links}
        others = by_alphabet(link for link in all_tagged if link.pk not in named)
    return Contents(_tasks(tasks, links), shown, others)


def tagged_services(page):
    """Services that name this situation, in whichever language they were tagged."""
    return (
        page.services.model.objects.filter(situations__translation_key=page.translation_key)
        .only("pk", "translation_key")
        .order_by("pk")
        .distinct()
    )


def _links(pages, links):
    once = {links[page.pk].pk: links[page.pk] for page in pages if page is not None and page.pk in links}
    return list(once.values())


def _tasks(tasks, links):
    shown = []
    for task in tasks:
        is_action = task["kind"] == "action"
        if task["url"]:
            shown.append(Task(task["label"], task["url"], is_action, is_elsewhere=True))
        elif task["page"] is not None and task["page"].pk in links:
            link = links[task["page"].pk]
            shown.append(Task(task["label"], link.url, is_action, lang=link.lang))
    return shown
