"""What is read from a Word document."""

from dataclasses import dataclass, field

from participation.drafts.enums import ParagraphKind


class DocxProblemError(Exception):
    """The file cannot be taken in; the message is for the person who chose it."""


@dataclass
class Block:
    """A paragraph or a table as it will be stored: see `Paragraph`."""

    kind: str = ParagraphKind.TEXT
    text: str = ""
    level: int = 0
    marker: str = ""
    content: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Reading:
    """The blocks in the order of the text and the codes of what was left out (see `remarks.py`)."""

    blocks: tuple
    remarks: tuple = ()
