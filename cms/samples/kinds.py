"""Words of the fields of a form that fills in a sample."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class FieldKind(models.TextChoices):
    """What is asked for."""

    TEXT = "text", _("one line")
    LONG = "long", _("several lines")
    DATE = "date", _("date")
    CHOICE = "choice", _("one of several")
    EMAIL = "email", _("e-mail")
    PHONE = "phone", _("telephone")


class Autocomplete(models.TextChoices):
    """What the browser of the person may offer by itself (WCAG 1.3.5)."""

    NAME = "name", _("full name")
    FAMILY_NAME = "family-name", _("family name")
    GIVEN_NAME = "given-name", _("given name")
    ADDITIONAL_NAME = "additional-name", _("patronymic")
    BIRTHDAY = "bday", _("date of birth")
    ADDRESS = "street-address", _("address")
    POST_CODE = "postal-code", _("post code")
    SETTLEMENT = "address-level2", _("settlement")
    ORGANISATION = "organization", _("organisation")
    POSITION = "organization-title", pgettext_lazy("of an employee", "position")
    EMAIL = "email", _("e-mail")
    PHONE = "tel", _("telephone")


class SampleLanguage(models.TextChoices):
    """A language in which the blank may be filled in."""

    UKRAINIAN = "uk", _("Ukrainian")
    ENGLISH = "en", _("English")
    CRIMEAN_TATAR = "crh", _("Crimean Tatar")
    HUNGARIAN = "hu", _("Hungarian")
    ROMANIAN = "ro", _("Romanian")
    POLISH = "pl", _("Polish")
    BULGARIAN = "bg", _("Bulgarian")


class SamplePurpose(models.TextChoices):
    """A sample that other pages of the site lead to: the forms of requests and appeals."""

    REQUEST_PERSON = "request_person", _("request for public information, individual")
    REQUEST_COMPANY = "request_company", _("request for public information, legal entity")
    PROPOSAL = "proposal", _("appeal: proposal or remark")
    APPLICATION = "application", _("appeal: application or petition")
    COMPLAINT = "complaint", _("appeal: complaint")


REQUESTS = (SamplePurpose.REQUEST_PERSON, SamplePurpose.REQUEST_COMPANY)
APPEALS = (SamplePurpose.PROPOSAL, SamplePurpose.APPLICATION, SamplePurpose.COMPLAINT)
