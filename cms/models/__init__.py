"""What an editor publishes."""

from .alerts import Alert, Severity
from .base import BasePage
from .mobile import (
    ChangeKind,
    HomeVisitCategory,
    MobileIndexPage,
    MobileRoute,
    MobileStop,
    MobileVisit,
    VisitChange,
    VisitState,
)
from .news import NewsChange, NewsIndexPage, NewsPage, NewsPageTag, NewsRelated
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
from .topics import ContentTag, NewsTopic
from .views import DailyViews

__all__ = [
    "Alert",
    "Amenity",
    "Audience",
    "BasePage",
    "Booking",
    "ChangeKind",
    "ContentTag",
    "DailyViews",
    "FeeRow",
    "HomeVisitCategory",
    "IntervalKind",
    "LegalActRow",
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
    "PlaceIndexPage",
    "PlaceKind",
    "PlacePage",
    "PlacePhone",
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
    "VisitChange",
    "VisitState",
    "YesNoUnknown",
]
