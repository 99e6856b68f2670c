"""The order in which the demo community is loaded."""

from home.demo import (
    cases,
    directory,
    documents,
    news,
    pages,
    people,
    places,
    projects,
    settings,
    stories_of_people,
    summaries,
)

LOADERS = (
    places.load,
    people.load,
    settings.load,
    pages.load,
    news.load,
    directory.load,
    projects.load,
    stories_of_people.load,
    documents.load,
    cases.load,
    summaries.load,
    cases.hold_letters,
)
