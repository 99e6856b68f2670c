"""Photos of measures: drawn anew, shown to everybody only after another than the owner verified."""

import io
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from PIL import Image

from accounts.roles import Role
from participation.feedback import services
from participation.feedback.models import Evidence, Measure
from participation.feedback.rules import NotAllowed
from participation.feedback.services.proving import MOST_PHOTOS, why_not_verify
from tests import factories
from tests.participation.feedback.making import corrected, measure_of, published
from tests.support.files import photo_with_place, picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def work(clock):
    """A published promise of an official of the composing unit, done, with one photo after."""

    class Work:
        unit = factories.unit()
        composer = factories.official(unit=unit)
        owner = factories.official(position="Майстер")
        head = factories.head(position="Начальниця")

        def __init__(self):
            self.summary, theme, _cases = published(5, composer=self.composer)
            self.measure = measure_of(theme, self.owner)
            services.record_update(self.measure, actor=self.owner, state="done", text="Зроблено.")

        def show(self, moment="after", actor=None, data=None):
            photo = ContentFile(data or photo_with_place(), name="photo.jpg")
            actor = actor or self.owner
            return services.add_evidence(self.measure, actor=actor, moment=moment, photo=photo, alt="Табло на стіні")

        def verify(self, actor=None):
            self.measure = services.verify(self.measure, actor=actor or self.head)

        def address(self, name="photos", *more):
            theme = self.measure.theme_id
            return reverse(f"feedback_staff:{name}", args=[self.summary.pk, theme, self.measure.pk, *more])

    return Work()


def test_a_photo_is_drawn_anew(work):
    evidence = work.show()
    kept = Image.open(io.BytesIO(evidence.file.read()))
    assert not kept.getexif()
    assert evidence.content_type == "image/jpeg"


@pytest.mark.parametrize("data", [b"%PDF-1.4\n%%EOF", b"<svg onload=alert(1)>", b"\xff\xd8\xff broken"])
def test_what_is_no_photo_is_refused(work, data):
    with pytest.raises(ValidationError):
        work.show(data=data)
    assert not Evidence.objects.exists()


def test_everybody_sees_photos_only_when_another_verified(work, client, signed_in):
    photo = reverse("feedback:photo", args=[work.show().pk])
    page = reverse("feedback:detail", args=[work.summary.slug])
    assert client.get(photo).status_code == 404
    assert signed_in(factories.resident()).get(photo).status_code == 404
    assert photo not in client.get(page).content.decode()
    for insider in (work.owner, work.composer, work.head):
        assert signed_in(insider).get(photo).status_code == 200
    work.verify()
    answer = client.get(photo)
    assert answer["Content-Type"] == "image/jpeg"
    shown = client.get(page).content.decode()
    assert photo in shown
    assert "Начальниця" in shown


@pytest.mark.parametrize("role", [*Role.values, "resident"])
def test_who_may_verify(work, role):
    work.show()
    user = factories.resident() if role == "resident" else factories.in_role(Role(role))
    if role in (Role.HEAD, Role.PRESS_OFFICER):
        work.verify(user)
        assert work.measure.is_verified
    else:
        with pytest.raises(NotAllowed):
            work.verify(user)


def test_the_owner_never_verifies_in_whatever_role(work):
    for owner in (factories.head(), factories.superuser()):
        Measure.objects.filter(pk=work.measure.pk).update(owner=owner)
        work.measure.refresh_from_db()
        if not work.measure.evidence.exists():
            work.show(actor=owner)
        with pytest.raises(NotAllowed):
            work.verify(owner)


def test_the_database_refuses_a_verifying_owner_and_an_unfinished_measure(work):
    measures = Measure.objects.filter(pk=work.measure.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        measures.update(verified_by=work.owner)
    with pytest.raises(IntegrityError), transaction.atomic():
        measures.update(verified_by=work.head, state="started")


def test_what_must_be_there_first(work):
    assert why_not_verify(Measure.objects.get(), work.head)  # no photo at all
    work.show("before")
    assert why_not_verify(Measure.objects.get(), work.head)
    work.show("after", actor=work.head)
    assert why_not_verify(Measure.objects.get(), work.head)  # added a photo
    services.record_update(work.measure, actor=work.owner, state="started", text="Переробляємо.")
    assert why_not_verify(Measure.objects.get(), work.composer)


def test_a_new_photo_or_another_state_asks_for_a_new_look(work):
    first = work.show()
    work.verify()
    second = work.show()
    assert not Measure.objects.get().is_verified
    work.verify()
    services.drop_evidence(second, actor=work.owner)
    assert not Measure.objects.get().is_verified
    work.verify()
    services.record_update(work.measure, actor=work.owner, state="started", text="Зламалося.")
    assert not Measure.objects.get().is_verified
    assert first.file.storage.exists(first.file.name)


def test_strangers_add_and_take_away_nothing(work):
    evidence = work.show()
    with pytest.raises(NotAllowed):
        work.show(actor=factories.official())
    with pytest.raises(NotAllowed):
        services.drop_evidence(evidence, actor=factories.official())
    for _more in range(MOST_PHOTOS - 1):
        work.show(data=picture())
    with pytest.raises(NotAllowed):
        work.show()


def test_a_corrected_version_keeps_photos_and_verification_of_the_same_promise(
    work, django_capture_on_commit_callbacks
):
    evidence = work.show()
    work.verify()
    new = corrected(work.summary, work.composer, change=lambda draft: None)
    copy = Measure.objects.get(theme__summary=new)
    assert copy.is_verified
    assert copy.verified_by == work.head
    assert [photo.file.name for photo in copy.evidence.all()] == [evidence.file.name]
    with django_capture_on_commit_callbacks(execute=True):
        services.drop_evidence(copy.evidence.get(), actor=work.owner)
    assert evidence.file.storage.exists(evidence.file.name)  # the version before shows it still


def test_another_promise_is_not_verified_by_the_word_on_the_former(work):
    work.show()
    work.verify()

    def promise_more(draft):
        Measure.objects.filter(theme__summary=draft).update(text="Поставити два табло", due_on=date(2026, 12, 20))

    new = corrected(work.summary, work.composer, change=promise_more)
    assert not Measure.objects.get(theme__summary=new).is_verified


def test_the_screens(work, signed_in, client):
    owner, boss = signed_in(work.owner), signed_in(work.head)
    assert 'name="photo"' in owner.get(work.address()).content.decode()
    sent = {"moment": "after", "alt": "Табло", "photo": ContentFile(picture(), name="p.jpg")}
    assert owner.post(work.address(), {**sent, "photo": ""}).status_code == 422
    assert owner.post(work.address(), sent).status_code == 302
    assert owner.post(work.address("verify"), follow=True).status_code == 200
    assert not Measure.objects.get().is_verified
    assert boss.get(work.address("verify")).status_code == 405
    boss.post(work.address("verify"))
    assert Measure.objects.get().is_verified
    photo = Evidence.objects.get()
    owner.post(work.address("photo_drop", photo.pk))
    assert not Evidence.objects.exists()
    assert signed_in(factories.official()).get(work.address()).status_code == 404
    assert client.get(reverse("feedback:photo", args=[2**70])).status_code == 404
