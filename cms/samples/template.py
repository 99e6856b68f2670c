"""A DOCX template with named fields: read, checked, filled in.

A template may hold nothing but `{{ name }}`. Whatever else Jinja knows (attributes, calls, filters, loops, conditions) is
refused when the page is saved and once more before filling, for the file in the library may have been replaced since. What
is left runs in a sandbox without globals, filters and loaders, with every value escaped.
"""

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

from django.utils.translation import gettext as _
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, nodes
from jinja2.sandbox import SandboxedEnvironment

from core.uploads.archives import DangerousArchiveError, inspect_archive

MAX_BYTES = 2 * 1024 * 1024
MAX_TEXT = 3 * 1024 * 1024  # bytes of one part when unpacked
MAX_FIELDS = 60
MAX_USES = 300
MAX_KEY = 40
KEY = re.compile(r"[a-zа-щьюяєіїґ][a-zа-щьюяєіїґ0-9_]*\Z")
RESERVED = {"self", "loop", "true", "false", "none", "not", "and", "or", "if", "else", "is", "in", "varargs", "kwargs"}
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
_HOLE = re.compile(r"\{[{%#]")
_FIELD = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_TAG = re.compile(r"<[^>]*>")
_COMMAND = re.compile(r"\{%|\{\{[-+]?\s*(?:p|r|tr|tc)\s+\S")  # what docxtpl itself understands
_DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_PLAIN = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name)


class TemplateProblemError(Exception):
    """The file cannot serve as a template; the message is for the editor."""


@dataclass(frozen=True)
class Reading:
    """What a template asks for: names of fields in the order of the text; problems in words, empty for a good one."""

    keys: tuple = ()
    problems: tuple = ()


def environment():
    """A sandbox in which there is nothing but the values."""
    sandbox = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    sandbox.globals.clear()
    sandbox.filters.clear()
    sandbox.tests.clear()
    return sandbox


def is_key(text):
    """May a field be called so? Small Ukrainian or Latin letters, digits, underscores; a letter first."""
    return len(text) <= MAX_KEY and bool(KEY.match(text)) and text not in RESERVED


def read(file):
    """Return the `Reading` of an open DOCX file; never raises for what a file may hold."""
    try:
        _check_archive(file)
        return _read(_opened(file))
    except TemplateProblemError as problem:
        return Reading(problems=(str(problem),))


def fill(file, values):
    """Return the bytes of the document with `values` ({key: text}) in place of the names.

    Raises TemplateProblemError when the template holds anything but names, or a name without a value.
    """
    reading = read(file)
    missing = [key for key in reading.keys if key not in values]
    if reading.problems or missing:
        raise TemplateProblemError(" ".join([*reading.problems, *missing]))
    template = _opened(file)
    target = BytesIO()
    _leave_out(template, values)
    try:
        template.render({key: str(values[key]) for key in reading.keys}, environment())
        template.save(target)
    except (TemplateError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise TemplateProblemError(_("The file cannot be filled in.")) from error
    return target.getvalue()


def _leave_out(template, values):
    """Take out the paragraphs of the text all of whose fields are empty: nobody signs under “Telephone:” without one."""
    for paragraph in template.docx.paragraphs:
        keys = _FIELD.findall(paragraph.text)
        if keys and not any(values[key] for key in keys):
            paragraph._p.getparent().remove(paragraph._p)


def _opened(file):
    file.seek(0)
    template = DocxTemplate(BytesIO(file.read()))
    try:
        template.init_docx()
    except Exception as error:  # python-docx raises whatever its XML parser meets
        raise TemplateProblemError(_("Word could not read this file. Save it again as DOCX.")) from error
    return template


def _check_archive(file):
    """Refuse what is not a plain, small Word document."""
    file.seek(0, 2)
    if file.tell() > MAX_BYTES:
        raise TemplateProblemError(_("The template is larger than 2 MB: take out pictures."))
    file.seek(0)
    if file.read(2) != b"PK":
        raise TemplateProblemError(_("The template must be a Word document (DOCX)."))
    try:
        kind, active = inspect_archive(file)
    except DangerousArchiveError as danger:
        raise TemplateProblemError(str(danger.message) % {"name": _("template")}) from danger
    if kind != "docx":
        raise TemplateProblemError(_("The template must be a Word document (DOCX)."))
    if active:
        raise TemplateProblemError(_("The template holds embedded objects or a link to another file. Take them out."))
    file.seek(0)
    with zipfile.ZipFile(file) as archive:
        for entry in archive.infolist():
            if entry.filename.endswith((".xml", ".rels")):
                _check_part(archive, entry)


def _check_part(archive, entry):
    if entry.file_size > MAX_TEXT:
        raise TemplateProblemError(_("The text of the template is too long."))
    if _DECLARATION.search(archive.read(entry)):
        raise TemplateProblemError(_("The template is built in an unsafe way. Make it anew in a word processor."))


def _read(template):
    problems, uses = [], []
    for xml in _parts(template):
        if _COMMAND.search(_TAG.sub("", xml)):
            problems.append(_only_names())
        try:
            tree = environment().parse(template.patch_xml(xml))
        except (TemplateError, RecursionError):
            problems.append(_("A pair of braces is not closed or holds something else than a name."))
            continue
        uses += _names(tree, problems)
    if any(_HOLE.search(getattr(template.docx.core_properties, name) or "") for name in PROPERTIES):
        problems.append(_("Braces stand in the properties of the file (title, author). Take them out."))
    return Reading(tuple(dict.fromkeys(uses)), tuple(dict.fromkeys([*problems, *_excess(uses)])))


def _parts(template):
    """The XML of every part that is filled in: text, headers, footers, footnotes."""
    yield template.get_xml()
    for kind in (template.HEADER_URI, template.FOOTER_URI):
        for _key, part in template.get_headers_footers(kind):
            yield template.get_part_xml(part)
    for part in template.docx.part.package.parts:
        if part.content_type == FOOTNOTES:
            yield part.blob.decode("utf-8", "replace")


def _names(tree, problems):
    """Names used in a parsed part; whatever is not a name is added to `problems`."""
    found = []
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _PLAIN):
            problems.append(_only_names())
        elif isinstance(node, nodes.Name):
            if not is_key(node.name):
                words = _("The name “%(name)s” will not do: small letters, digits and underscores, a letter first.")
                problems.append(words % {"name": node.name[:MAX_KEY]})
            found.append(node.name)
    return found


def _only_names():
    return _("Only names may stand in double braces: {{ name }}. Commands, dots and signs may not.")


def _excess(uses):
    if len(set(uses)) > MAX_FIELDS or len(uses) > MAX_USES:
        return [_("There are too many fields in the template: at most %(number)d.") % {"number": MAX_FIELDS}]
    return [] if uses else [_("There is no field in the template. Write for example {{ name }} where the name goes.")]
