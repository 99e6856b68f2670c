"""Pages of life situations, “find my service” and the handbook, for the table of tests.browser.pages."""

from cms.finder.rules import Option
from cms.models import FinderPage, GuidePage, ProblemGuidePage, SituationPage


def public():
    """Each kind of page once or more, from the demo community."""
    situations = SituationPage.objects.live().order_by("path")
    guides = GuidePage.objects.live().order_by("path")
    guide, problems = guides.first(), ProblemGuidePage.objects.live().order_by("path")
    finder = FinderPage.objects.get(locale__language_code="uk")
    options = finder.tree[0].value["options"]
    first, last = (Option(options[place]["label"], "").sign for place in (0, len(options) - 1))
    return {
        "situations": "/zhyttievi-sytuatsii/",
        "situations in English": "/en/zhyttievi-sytuatsii/",
        **{f"situation, {page.slug} {page.locale_id}": page.get_url() for page in situations[:3]},
        "finder": finder.get_url(),
        "finder, nothing chosen": f"{finder.get_url()}?n=1",
        "finder, second question": f"{finder.get_url()}?a={first}",
        "finder, result": f"{finder.get_url()}?a={last}",
        "handbook": "/dovidnyk/",
        "phones": "/dovidnyk/telefony/",
        "phones, nothing found": "/dovidnyk/telefony/?q=нічогісінько",
        "guide": guide.get_url(),
        "part of a guide": guide.parts()[1].get_url(),
        "the whole guide": f"{guide.get_url()}drukuvaty/",
        **{f"problem, {page.slug}": page.get_url() for page in problems[:2]},
    }


def staff():
    """Lists of staff."""
    return {
        "situations of staff": "/admin/zhyttievi-sytuatsii/",
        "guides of staff": "/admin/posibnyky/",
        "phones of staff": "/admin/snippets/cms/usefulphone/",
    }
