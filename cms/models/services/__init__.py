"""Administrative services (адміністративні послуги): the information card as fields, the algorithm as steps."""

from .facts import FeeRow, LegalActRow, RefusalGround, RequiredDocument, TermRow
from .notices import NoticeState, ServiceNotice
from .pages import Receiving, ServiceIndexPage, ServicePage, ServicePageTag
from .providers import Audience, ServiceProvider

__all__ = [
    "Audience",
    "FeeRow",
    "LegalActRow",
    "NoticeState",
    "Receiving",
    "RefusalGround",
    "RequiredDocument",
    "ServiceIndexPage",
    "ServiceNotice",
    "ServicePage",
    "ServicePageTag",
    "ServiceProvider",
    "TermRow",
]
