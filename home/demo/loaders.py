"""The order in which the demo community is loaded."""

from home.demo import (
    cases,
    centres,
    directory,
    documents,
    editors,
    handbook,
    news,
    pages,
    paper,
    people,
    places,
    projects,
    samples,
    settings,
    situations,
    stories_of_people,
    summaries,
    visits,
)
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
    directory.load,
    projects.load,
    stories_of_people.load,
    documents.load,
    editors.load,
    situations.load,
    handbook.load,
    centres.load,
    visits.load,
    cases.load,
    summaries.load,
    cases.hold_letters,
)
