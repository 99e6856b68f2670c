"""What an editor publishes."""

from .alerts import Alert, AlertPage, Severity
from .base import BasePage
from .findings import LinkFinding, Problem
from .mobile import HomeVisitCategory, MobileIndexPage, MobileRoute, MobileStop, MobileVisit, VisitState
from .news import NewsChange, NewsIndexPage, NewsPage, NewsPageTag, NewsRelated
from .opinions import PageOpinion
from .places import (
    Amenity,
    Booking,
    IntervalKind,
    OpeningException,
    OpeningInterval,
    PlaceIndexPage,
    PlaceKind,
    PlacePage,
    PlacePhone,
    YesNoUnknown,
)
from .previews import PreviewLink
from .reviewed import ReviewedPage
from .samples import SampleIndexPage, SamplePage
from .services import (
    Audience,
    FeeRow,
    LegalActRow,
    NoticeState,
    Receiving,
    RefusalGround,
    RequiredDocument,
    ServiceIndexPage,
    ServiceNotice,
    ServicePage,
    ServicePageTag,
    ServiceProvider,
    TermRow,
)
from .settings import ReceptionHours, SiteSettings, SocialLink
from .situations import SituationIndexPage, SituationOrder, SituationPage
from .standard import StandardPage
from .tagging import PageTagging
from .topics import ContentTag, NewsTopic
from .views import DailyViews

__all__ = [
    "Alert",
    "AlertPage",
    "Amenity",
    "Audience",
    "BasePage",
    "Booking",
    "ContentTag",
    "DailyViews",
    "FeeRow",
    "HomeVisitCategory",
    "IntervalKind",
    "LegalActRow",
    "LinkFinding",
    "MobileIndexPage",
    "MobileRoute",
    "MobileStop",
    "MobileVisit",
    "NewsChange",
    "NewsIndexPage",
    "NewsPage",
    "NewsPageTag",
    "NewsRelated",
    "NewsTopic",
    "NoticeState",
    "OpeningException",
    "OpeningInterval",
    "PageOpinion",
    "PageTagging",
    "PlaceIndexPage",
    "PlaceKind",
    "PlacePage",
    "PlacePhone",
    "PreviewLink",
    "Problem",
    "Receiving",
    "ReceptionHours",
    "RefusalGround",
    "RequiredDocument",
    "ReviewedPage",
    "SampleIndexPage",
    "SamplePage",
    "ServiceIndexPage",
    "ServiceNotice",
    "ServicePage",
    "ServicePageTag",
    "ServiceProvider",
    "Severity",
    "SiteSettings",
    "SituationIndexPage",
    "SituationOrder",
    "SituationPage",
    "SocialLink",
    "StandardPage",
    "TermRow",
    "VisitState",
    "YesNoUnknown",
]
