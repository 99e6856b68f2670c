"""The order in which the demo community is loaded."""

from home.demo import cases, news, pages, people, places, samples, settings, summaries

LOADERS = (
    places.load,
    people.load,
    settings.load,
    pages.load,
    news.load,
    samples.load,
    cases.load,
    summaries.load,
    cases.hold_letters,
)
