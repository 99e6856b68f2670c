"""The order in which the demo community is loaded."""

from home.demo import cases, editors, news, pages, people, places, settings, summaries

LOADERS = (
    places.load,
    people.load,
    settings.load,
    pages.load,
    news.load,
    editors.load,
    cases.load,
    summaries.load,
    cases.hold_letters,
)
