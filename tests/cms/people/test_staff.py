"""Staff screens: who may keep what, private files, no number of queries that grows."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from cms.models import ConsentRecord, ConsentScan, Person, PersonPhoto
from tests import factories
from tests.cms.people.test_directory import many

from .make import consent, person, photo, picture_file

pytestmark = pytest.mark.django_db
LISTS = ["post", "unitprofile", "person", "appointment", "consentrecord", "partner", "documentkind", "adoptingbody"]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_and_form_opens_for_an_editor(signed_in, name):
    many(3)
    client = signed_in(factories.editor())
    assert client.get(reverse(f"wagtailsnippets_cms_{name}:list")).status_code == 200
    assert client.get(reverse(f"wagtailsnippets_cms_{name}:add")).status_code == 200
    assert signed_in(factories.official()).get(reverse(f"wagtailsnippets_cms_{name}:list")).status_code == 302


def test_nobody_deletes_people_appointments_or_consents(signed_in):
    record = consent(person(), "name")
    client = signed_in(factories.head())
    for row, name in ((record, "consentrecord"), (record.person, "person")):
        assert client.post(reverse(f"wagtailsnippets_cms_{name}:delete", args=[row.pk])).status_code == 302
    assert ConsentRecord.objects.exists()
    assert Person.objects.exists()


@pytest.mark.parametrize("name", ["person", "appointment", "consentrecord", "post"])
def test_lists_cost_the_same_for_many_rows(signed_in, constant_queries, name):
    client = signed_in(factories.head())
    address = reverse(f"wagtailsnippets_cms_{name}:list")
    constant_queries(lambda: client.get(address), many, few=3, more=12)


def test_a_photo_is_drawn_anew_and_a_scan_is_private(signed_in):
    client = signed_in(factories.press_officer())
    form = {"full_name": "Ганна", "bio": "", "phone": "", "photo_file": picture_file()}
    client.post(reverse("wagtailsnippets_cms_person:add"), form)
    stored = PersonPhoto.objects.get()
    assert stored.content_type == "image/jpeg"
    assert b"canary" not in stored.file.read()
    who = Person.objects.get()
    form = {
        "person": who.pk,
        "covers_name": "on",
        "given_on": "2026-01-01",
        "way": "paper",
        "scan_file": picture_file("skan.png"),
    }
    client.post(reverse("wagtailsnippets_cms_consentrecord:add"), form)
    record = ConsentRecord.objects.get()
    address = reverse("cms_consent_scan", args=[record.pk])
    assert ConsentScan.objects.get().consent == record
    assert (
        "Прочитати скан"
        in client.get(reverse("wagtailsnippets_cms_consentrecord:edit", args=[record.pk])).content.decode()
    )
    assert client.get(address).status_code == 200
    assert signed_in(factories.official()).get(address).status_code == 404
    assert signed_in(factories.resident()).get(address).status_code in (302, 403)


def test_what_is_not_a_picture_is_refused(signed_in):
    client = signed_in(factories.head())

    form = {"full_name": "Ганна", "bio": "", "phone": "", "photo_file": SimpleUploadedFile("a.png", b"MZ\x90\x00")}
    answer = client.post(reverse("wagtailsnippets_cms_person:add"), form)
    assert answer.status_code == 200
    assert not Person.objects.exists()


def test_a_stored_photo_is_seen_by_staff_and_can_be_dropped(signed_in):
    who = person("Ганна")
    photo(who)
    client = signed_in(factories.editor())
    assert client.get(reverse("cms_person_photo", args=[who.pk])).status_code == 200
    assert signed_in(factories.official()).get(reverse("cms_person_photo", args=[who.pk])).status_code == 404
    form = {"full_name": "Ганна", "bio": "", "phone": "", "drop_photo": "on"}
    client.post(reverse("wagtailsnippets_cms_person:edit", args=[who.pk]), form)
    assert not PersonPhoto.objects.exists()
