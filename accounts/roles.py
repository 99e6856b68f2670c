"""What each role may do. Rooms call `grant()` in `AppConfig.ready()`; `sync_roles()` writes it into groups.

The rights of the six groups are code, not data: after every `migrate` (and after a flush in tests) each group has
exactly the granted rights. A community that wants other rights makes another group.
"""

import logging
from collections import defaultdict

from django.apps import apps
from django.db import transaction
from django.db.models import Q

from .models.roles import GROUP_NAMES, ROLE_BY_GROUP_NAME, Role

__all__ = [
    "GROUP_NAMES",
    "ROLE_BY_GROUP_NAME",
    "Role",
    "grant",
    "grant_collections",
    "grant_pages",
    "granted",
    "group_of",
    "missing_permissions",
    "sync_roles",
]

logger = logging.getLogger(__name__)

_model_rights = defaultdict(set)
_page_rights = defaultdict(set)
_collection_rights = defaultdict(set)


def grant(role, *permission_codenames):
    """Let `role` have permissions named "app_label.codename" everywhere. Raises ValueError for a nameless app."""
    _remember(_model_rights, role, permission_codenames)


def grant_pages(role, *permission_types):
    """Let `role` do `permission_types` (add, change, publish, bulk_delete, lock, unlock) below every site's front page."""
    _remember(_page_rights, role, [f"wagtailcore.{kind}_page" for kind in permission_types])


def grant_collections(role, *permission_codenames):
    """Let `role` have permissions named "app_label.codename" in the root collection, hence in every collection."""
    _remember(_collection_rights, role, permission_codenames)


def granted(role):
    """Return the frozenset of "app_label.codename" that `role` has outside pages and collections."""
    return frozenset(_model_rights[Role(role)])


def group_of(role):
    """Return the group of `role`. Raises Group.DoesNotExist before the first `migrate`."""
    return apps.get_model("auth.Group").objects.get(name=GROUP_NAMES[Role(role)])


def missing_permissions():
    """Return the sorted granted codenames that no model declares: a slip of a room, or an app that is not migrated."""
    names = set().union(*_model_rights.values(), *_page_rights.values(), *_collection_rights.values())
    return sorted(names - set(_permissions(names)))


@transaction.atomic
def sync_roles(*, is_complete=True, **kwargs):
    """Make the groups and set exactly the granted rights; may run any number of times.

    While the tables are still being made (not `is_complete`) rights of models to come are passed over in silence.
    """
    group_model = apps.get_model("auth.Group")
    found = _permissions(set().union(*_model_rights.values(), *_page_rights.values(), *_collection_rights.values()))
    for role in Role:
        group, _created = group_model.objects.get_or_create(name=GROUP_NAMES[role])
        group.permissions.set(_of(found, _model_rights[role]))
        _set_exactly(group.page_permissions, "page_id", _front_pages(), _of(found, _page_rights[role]))
        _set_exactly(
            group.collection_permissions, "collection_id", _root_collections(), _of(found, _collection_rights[role])
        )
    for name in missing_permissions() if is_complete else ():
        logger.warning("A role is granted %s, which no migrated model declares.", name)


def _remember(rights, role, codenames):
    for codename in codenames:
        if "." not in codename:
            raise ValueError(f"{codename!r} must be named as app_label.codename.")
    rights[Role(role)].update(codenames)


def _permissions(names):
    """Return {"app.codename": Permission} of those among `names` that exist."""
    wanted = Q()
    for name in names:
        label, codename = name.split(".", 1)
        wanted |= Q(content_type__app_label=label, codename=codename)
    if not wanted:
        return {}
    rows = apps.get_model("auth.Permission").objects.filter(wanted).select_related("content_type")
    return {f"{row.content_type.app_label}.{row.codename}": row for row in rows}


def _of(found, names):
    return [found[name] for name in sorted(names) if name in found]


def _front_pages():
    """Return the keys of every site's front page and of its translations."""
    pages = apps.get_model("wagtailcore.Page").objects
    fronts = pages.filter(sites_rooted_here__isnull=False).values("translation_key")
    return list(pages.filter(translation_key__in=fronts).values_list("pk", flat=True))


def _root_collections():
    return list(apps.get_model("wagtailcore.Collection").objects.filter(depth=1).values_list("pk", flat=True))


def _set_exactly(relation, place, place_ids, permissions):
    """Leave in `relation` one row for every place and permission, and no other."""
    wanted = {(place_id, permission.pk) for place_id in place_ids for permission in permissions}
    present = {(getattr(row, place), row.permission_id): row for row in relation.all()}
    for key, row in present.items():
        if key not in wanted:
            row.delete()
    for place_id, permission_id in wanted - set(present):
        relation.create(**{place: place_id, "permission_id": permission_id})
