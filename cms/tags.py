"""Tags that are the same tag when their romanised addresses are the same.

Databases compare Cyrillic letters of either case differently (SQLite folds only ASCII), so the address decides:
“Субсидія”, “субсидія” and “субсидія ” are one tag on every database.
"""

from modelcluster.contrib.taggit import ClusterTaggableManager, _ClusterTaggableManager

from cms.slugs import page_slug
from core.text import clean_text


def tags_named(model, tags):
    """Turn names into tags of `model`, each once, one query for all that exist; tags given as objects pass through."""
    names = {}
    for tag in tags:
        if isinstance(tag, str):
            names.setdefault(page_slug(tag), clean_text(tag, single_line=True))
    known = {tag.slug: tag for tag in model.objects.filter(slug__in=names)}
    result = []
    for tag in tags:
        if isinstance(tag, str):
            slug = page_slug(tag)
            if slug not in known:
                known[slug] = model.objects.get_or_create(slug=slug, defaults={"name": names[slug]})[0]
            tag = known[slug]
        if tag not in result:
            result.append(tag)
    return result


class _RomanisedTagsManager(_ClusterTaggableManager):
    def _to_tag_model_instances(self, tags, tag_kwargs):
        return tags_named(self.through.tag_model(), tags)


class RomanisedTagsField(ClusterTaggableManager):
    """django-taggit's field with the rule above."""

    def __get__(self, instance, model):
        """Return the manager of this instance's tags."""
        return _RomanisedTagsManager(
            through=self.through, model=model, instance=instance, prefetch_cache_name=self.name
        )
