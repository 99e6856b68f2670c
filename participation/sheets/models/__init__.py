"""Collections of voices, the voices, the paper sheets on which some of them come."""

from .collection import Collection
from .record import Record
from .sheet import Sheet, SheetRow, SheetScan

__all__ = ["Collection", "Record", "Sheet", "SheetRow", "SheetScan"]
