"""The order in which the demo community is loaded."""

from home.demo import news, pages, people, places, settings

LOADERS = (places.load, people.load, settings.load, pages.load, news.load)
