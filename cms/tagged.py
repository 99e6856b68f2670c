"""Pages of all types by tag: the list of a tag, and pages that share tags with another."""

from collections import Counter

from wagtail.models import Page

from cms.models import ContentTag

RELATED = 5
SHARED_TAGS = 10  # tags of one page that are asked for related ones


def tag_models():
    """Every model that ties a tag to a page by the keys `tag` and `content_object`."""
    found = []
    for relation in ContentTag._meta.related_objects:
        names = {field.name: field for field in relation.related_model._meta.get_fields() if field.many_to_one}
        target = getattr(names.get("content_object"), "related_model", None)
        if target is not None and issubclass(target, Page) and relation.field.name == "tag":
            found.append(relation.related_model)
    return sorted(found, key=lambda model: model._meta.label)


def page_keys(**lookup):
    """Pairs (page key, tag key) of all tag models that match `tag`, `tag__in` or `content_object`."""
    pairs = set()
    for model in tag_models():
        pairs |= set(model.objects.filter(**lookup).order_by().values_list("content_object_id", "tag_id"))
    return pairs


def visible_pages(language):
    """Published, open pages of the language that editors keep in lists."""
    return Page.objects.live().public().filter(locale__language_code=language, depth__gt=1)


def pages_with(tag, language):
    """Pages of all types with this tag, newest first."""
    keys = {page for page, _tag in page_keys(tag=tag)}
    return listed(visible_pages(language).filter(pk__in=keys).order_by("-last_published_at", "-pk").specific())


def listed(pages):
    """Only those that editors did not take off the lists, as a list."""
    return [page for page in pages if getattr(page, "show_in_listing", True)]


def tags_of(page):
    """The tags of a page of any type, by name."""
    if page.pk is None:
        return []
    keys = {tag for _page, tag in page_keys(content_object=page.pk)}
    return list(ContentTag.objects.filter(pk__in=keys).order_by("name", "pk"))


def related_to(page, tags):
    """Published pages of the same language that share most tags with `page`, at most RELATED of them."""
    wanted = [tag.pk for tag in tags][:SHARED_TAGS]
    if not wanted:
        return []
    shared = Counter(key for key, _tag in page_keys(tag__in=wanted) if key != page.pk)
    best = sorted(shared, key=lambda key: (-shared[key], -key))[: RELATED * 4]
    found = visible_pages(page.locale.language_code).filter(pk__in=best).order_by("pk").specific(defer=True)
    return sorted(found, key=lambda other: (-shared[other.pk], -other.pk))[:RELATED]
