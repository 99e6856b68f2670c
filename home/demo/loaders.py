"""The order in which the demo community is loaded."""

from home.demo import cases, handbook, news, pages, people, places, settings, situations, summaries

LOADERS = (
    places.load,
    people.load,
    settings.load,
    pages.load,
    news.load,
    situations.load,
    handbook.load,
    cases.load,
    summaries.load,
    cases.hold_letters,
)
