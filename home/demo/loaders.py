"""The order in which the demo community is loaded."""

from home.demo import cases, news, pages, paper, people, places, samples, settings, summaries
from home.demo.services import english as english_services
from home.demo.services import loader as services

LOADERS = (
    places.load,
    people.load,
    settings.load,
    pages.load,
    services.load,
    english_services.load,
    news.load,
    paper.load,
    samples.load,
    cases.load,
    summaries.load,
    cases.hold_letters,
)
