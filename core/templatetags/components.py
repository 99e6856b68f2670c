"""Tags of the house: wrappers, icons, charts, pages, dates that run out. Built in, so no `{% load %}` is needed.

Parameters and an example of each component stand in templates/components/README.md.
"""

from django import template
from django.http import QueryDict
from django.templatetags.static import static
from django.urls import translate_url
from django.utils import timezone, translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from core import chart, deadline, styles
from core.forms import SummaryLine, first_input_id

register = template.Library()
FRONT_PAGES = {"uk": "/", "en": "/en/"}


@register.simple_block_tag(takes_context=True)
def component(context, content, name, **parameters):
    """Wrap what stands between the tags into `components/<name>.html`, which prints it as `{{ content }}`."""
    found = context.template.engine.get_template(f"components/{name}.html")
    inner = context.new({**parameters, "content": mark_safe(content.strip())})
    for key in ("csrf_token", "request", "is_print"):
        if key in context:
            inner[key] = context[key]
    return found.render(inner)


@register.simple_tag
def icon(name, label=""):
    """Draw a picture from static/icons.svg; without a label it is decoration and hidden from screen readers."""
    address = f"{static('icons.svg')}#{name}"
    if label:
        return format_html(
            '<svg class="icon" viewBox="0 0 24 24" role="img" aria-label="{}"><use href="{}"></use></svg>',
            label,
            address,
        )
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><use href="{}"></use></svg>',
        address,
    )


@register.simple_tag(takes_context=True)
def query_string(context, **changes):
    """Give `?…` with the current query changed: a value sets, None takes out; the page is dropped unless set."""
    request = context.get("request")
    query = request.GET.copy() if request else QueryDict(mutable=True)
    query.pop("page", None)
    for key, value in changes.items():
        if value is None:
            query.pop(key, None)
        elif isinstance(value, list | tuple):
            query.setlist(key, value)
        else:
            query[key] = value
    return f"?{query.urlencode()}" if query else "?"


@register.inclusion_tag("components/breadcrumbs.html", takes_context=True)
def breadcrumbs(context, *parts):
    """Draw the way here: label, address, label, address, …, label of this page. The front page comes first by itself."""
    trail = [{"label": parts[i], "url": parts[i + 1] if i + 1 < len(parts) else ""} for i in range(0, len(parts), 2)]
    return {"trail": trail, "home": front_page()}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context, page, parameter="page"):
    """Draw links to the pages of a Django `Page`, keeping the rest of the query."""
    entries = []
    if page.paginator.num_pages > 1:
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1):
            is_number = isinstance(number, int)
            url = query_string(context, **{parameter: number}) if is_number else ""
            entries.append({"number": number, "url": url, "current": number == page.number})
    around = {
        "previous": query_string(context, **{parameter: page.number - 1}) if page.has_previous() else "",
        "next": query_string(context, **{parameter: page.number + 1}) if page.has_next() else "",
    }
    return {"page": page, "entries": entries, **around}


@register.inclusion_tag("components/deadline.html", name="deadline")
def deadline_chip(due, days=None, done=False, now=None):
    """Say how much time is left until `due` (date or aware datetime); `days` = working days left, when already counted."""
    return deadline.describe(due, days=days, done=done, now=now or timezone.now())


@register.inclusion_tag("components/bar_chart.html")
def bar_chart(rows, title="", value_label="", label_heading="", open_table=False):
    """Draw rows of (label, number or None, display) as bars with a table beside them."""
    return {
        **chart.bars(rows, title=title),
        "value_label": value_label,
        "label_heading": label_heading,
        "open_table": open_table,
    }


@register.inclusion_tag("components/stacked_chart.html")
def stacked_chart(rows, series, title="", label_heading="", open_table=False):
    """Draw rows of (label, [number, …]) as stacked bars; `series` names the parts in the same order."""
    return {
        **chart.stacks(rows, series, title=title),
        "label_heading": label_heading,
        "open_table": open_table,
    }


@register.simple_tag
def front_page():
    """The address of the front page in the reader's language."""
    return "/en/" if (translation.get_language() or "").startswith("en") else "/"


@register.inclusion_tag("components/language_switch.html", takes_context=True)
def language_switch(context):
    """Offer the other language at the same place; a page knows its own twin (`address_in(language, request)`)."""
    request = context.get("request")
    here = (translation.get_language() or "uk").split("-")[0]
    other = "en" if here == "uk" else "uk"
    find = getattr(context.get("page"), "address_in", None)
    url = find(other, request) if find else translate_url(request.get_full_path() if request else "/", other)
    return {"language": other, "url": url or FRONT_PAGES[other]}


@register.filter
def iso(moment):
    """An aware datetime or a date for `<time datetime>`."""
    return timezone.localtime(moment).isoformat(timespec="minutes") if hasattr(moment, "hour") else moment.isoformat()


@register.filter
def pairs(mapping):
    """The items of a dict, or the pairs as they are."""
    return mapping.items() if hasattr(mapping, "items") else mapping


@register.simple_tag(takes_context=True)
def stylesheet(context):
    """The style sheets of a public page: the whole site's and its part's; see core/styles.py."""
    part = styles.part_of(context.get("request"))
    paths = ["css/site.css", *([f"css/{part}.css"] if part else [])]
    return format_html_join("\n    ", '<link rel="stylesheet" href="{}">', ((static(path),) for path in paths))


@register.filter
def error_lines(form):
    """The lines of the error summary of any form, ours or a package's."""
    if hasattr(form, "error_summary"):
        return form.error_summary
    lines = [SummaryLine("", "", message) for message in form.non_field_errors()]
    for bound in form:
        lines += [SummaryLine(first_input_id(bound), str(bound.label), text) for text in bound.errors]
    return lines


@register.filter
def unmarked(form):
    """The form without "(optional)" beside each field: in a filter nothing is required."""
    for field in form.fields.values() if form else ():
        field.hide_optional = True
    return form


@register.filter
def without_placeholders(form):
    """The form without the grey words that packages put inside inputs: the label says the same and stays."""
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
    return form
