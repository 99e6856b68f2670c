"""What an editor publishes."""

from .alerts import Alert, Severity
from .base import BasePage
from .incoming import ImportedItem, ServiceSheet
from .mobile import HomeVisitCategory, MobileIndexPage, MobileRoute, MobileStop, MobileVisit, VisitState
from .news import NewsChange, NewsIndexPage, NewsPage, NewsPageTag, NewsRelated
from .paper import (
    DistributionPoint,
    LeafletPlace,
    LeafletRun,
    NoticeForSubscribersState,
    PointKind,
    RunState,
    ServiceKit,
    SubscriberNotice,
)
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
from .sample_parts import SampleField, SampleTopic
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
    "ContentTag",
    "DailyViews",
    "DistributionPoint",
    "FeeRow",
    "HomeVisitCategory",
    "ImportedItem",
    "IntervalKind",
    "LeafletPlace",
    "LeafletRun",
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
    "NoticeForSubscribersState",
    "NoticeState",
    "OpeningException",
    "OpeningInterval",
    "PlaceIndexPage",
    "PlaceKind",
    "PlacePage",
    "PlacePhone",
    "PointKind",
    "Receiving",
    "ReceptionHours",
    "RefusalGround",
    "RequiredDocument",
    "ReviewedPage",
    "RunState",
    "SampleField",
    "SampleIndexPage",
    "SamplePage",
    "SampleTopic",
    "ServiceIndexPage",
    "ServiceKit",
    "ServiceNotice",
    "ServicePage",
    "ServicePageTag",
    "ServiceProvider",
    "ServiceSheet",
    "Severity",
    "SiteSettings",
    "SituationIndexPage",
    "SituationOrder",
    "SituationPage",
    "SocialLink",
    "StandardPage",
    "SubscriberNotice",
    "TermRow",
    "VisitState",
    "YesNoUnknown",
]
