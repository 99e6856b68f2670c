"""What an editor publishes."""

from .alerts import Alert, Severity
from .base import BasePage
from .news import NewsChange, NewsIndexPage, NewsPage, NewsPageTag, NewsRelated
from .settings import ReceptionHours, SiteSettings, SocialLink
from .standard import StandardPage
from .topics import ContentTag, NewsTopic
from .views import DailyViews

__all__ = [
    "Alert",
    "BasePage",
    "ContentTag",
    "DailyViews",
    "NewsChange",
    "NewsIndexPage",
    "NewsPage",
    "NewsPageTag",
    "NewsRelated",
    "NewsTopic",
    "ReceptionHours",
    "Severity",
    "SiteSettings",
    "SocialLink",
    "StandardPage",
]
