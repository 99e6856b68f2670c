"""A person may take everything with them, and be forgotten; the public record stays."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts import mydata
from casework.actors import Actor
from casework.people import erase_expired
from casework.services import fire, submit
from participation.inquiries.models import InformationRequest
from tests import factories
from tests.participation.inquiries import making

pytestmark = pytest.mark.django_db


def own_request(user):
    receipt = submit(
        "request",
        actor=Actor.person(user),
        idempotency_key="own",
        applicant={"name": user.name, "email": user.email},
        text=making.CANARY,
        document_details=f"{making.CANARY} деталі",
        urgent_reason=f"{making.CANARY} терміново",
    )
    return InformationRequest.objects.get(pk=receipt.case.pk)


def originals(case):
    fresh = InformationRequest.objects.get(pk=case.pk)
    return fresh.text + fresh.document_details + fresh.urgent_reason


def test_the_download_holds_the_details_too(office):
    user = factories.resident()
    own_request(user)
    assert f"{making.CANARY} деталі" in str(mydata.export(user)["inquiries"])


def test_erasing_empties_every_original_of_a_closed_request(office):
    user = factories.resident()
    case = own_request(user)
    mydata.erase(user)
    assert making.CANARY in originals(case)  # open: it must still be answered
    fire(case, "withdraw", actor=Actor.person(user))
    erase_expired(timezone.now() + timedelta(days=1))
    assert originals(case) == ""
