"""Values into the page in memory, and the page's own rules over it; every refusal is told at its row and column."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks.stream_block import StreamBlockValidationError

from cms.models import ServicePage

from .cells import Named, NamedMany
from .columns import SERVICES, STEPS


def blank(address, tree):
    """A service that does not exist yet."""
    return ServicePage(slug=address.rpartition("/")[2], locale=tree.catalogue.locale, live=False)


def build(planner, service, fields, lists):
    """Change `service.page` in memory and check what was changed."""
    for name, value in fields.items():
        _set(planner, service.page, SERVICES, service.row.number, name, value)
    if not service.row.is_broken:
        _check(planner, SERVICES, service.row.number, service.page, {column.field for column in SERVICES.values})
    for sheet, rows in lists.items():
        if sheet is STEPS:
            _set_steps(planner, service.page, rows)
        else:
            made = [_make(planner, sheet, row) for row in rows]
            setattr(service.page, sheet.relation, made)


def _make(planner, sheet, row):
    instance = sheet.model()
    for name, value in row.values.items():
        _set(planner, instance, sheet, row.number, name, value)
    if not row.is_broken:
        _check(planner, sheet, row.number, instance, {column.field for column in sheet.values}, whole=True)
    return instance


def _set(planner, instance, sheet, number, name, value):
    column = sheet.column(name)
    if isinstance(column.cells, NamedMany):
        setattr(instance, name, _found(planner, sheet, number, column, value))
    elif isinstance(column.cells, Named):
        found = _found(planner, sheet, number, column, [value] if value else [])
        setattr(instance, name, found[0] if found else None)
    elif value is None and not instance._meta.get_field(name).null:
        setattr(instance, name, instance._meta.get_field(name).get_default())
    else:
        setattr(instance, name, list(value) if isinstance(value, tuple) else value)


def _found(planner, sheet, number, column, names):
    """The rows that the cell names; complains of each that does not exist."""
    rows = []
    for name in names:
        row = planner.lookups.find(column.cells.lookup, name)
        if row is None:
            words = _("Nothing on the site is called «%(name)s».") % {"name": name[:120]}
            planner.complain(sheet, number, column, words)
        else:
            rows.append(row)
    return rows


def _check(planner, sheet, number, instance, names, *, whole=False):
    """The field's own rules for `names`; for a new row of a list its common rules and constraints too."""
    skipped = [field.name for field in instance._meta.get_fields() if field.name not in names]
    try:
        instance.clean_fields(exclude=skipped)
        if whole:
            instance.clean()
            instance.validate_constraints(exclude=["service"])
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            column = None if name == NON_FIELD_ERRORS else sheet.column(name)
            for message in messages:
                planner.complain(sheet, number, column, message)


def _set_steps(planner, page, rows):
    explanation = STEPS.column("body").cells
    page.algorithm = [("step", _step(row.values, explanation)) for row in rows]
    try:
        page.algorithm.stream_block.clean(page.algorithm)
    except StreamBlockValidationError as error:
        for position, fault in (error.block_errors or {}).items():
            _complain_of_step(planner, rows[position].number, fault)
        for message in getattr(error.non_block_errors, "as_data", list)() or ():
            planner.complain(STEPS, rows[0].number if rows else 1, None, " ".join(message.messages))


def _complain_of_step(planner, number, fault):
    inner = getattr(fault, "block_errors", None)
    if not inner:
        for message in fault.messages:
            planner.complain(STEPS, number, None, message)
        return
    for name, error in inner.items():
        for message in error.messages:
            planner.complain(STEPS, number, STEPS.column(name), message)


def _step(values, explanation):
    where = list(values.get("where", ()))
    body = explanation.markup(values.get("body", ""))
    return {"optional": False, "joins": "then", "takes": "", **values, "where": where, "body": body}
