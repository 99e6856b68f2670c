"""The order in which the demo community is loaded."""

from home.demo import cases, centres, news, pages, people, places, settings, summaries, visits

LOADERS = (
    places.load,
    people.load,
    settings.load,
    pages.load,
    news.load,
    centres.load,
    visits.load,
    cases.load,
    summaries.load,
    cases.hold_letters,
)
