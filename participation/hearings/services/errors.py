"""Why a verb of the room was refused; the words may be shown to the person."""


class NotPossible(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """This cannot be done now."""


class AlreadyRegistered(NotPossible):
    """A registration with this e-mail stands; `registration` is it."""

    def __init__(self, registration, message):
        super().__init__(message)
        self.registration = registration
