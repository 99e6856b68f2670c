"""Download everything, erase me: nothing of the person remains, and what the law keeps stays nameless."""

import json
from datetime import date

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from accounts import mydata, services
from accounts.models import User
from core import outbox
from core.models import Letter, LetterState, MailAddress
from tests.accounts.conftest import add_totp, sign_in
from tests.factories import PASSWORD, desk_operator, head, settlement, superuser

pytestmark = pytest.mark.django_db
ERASE = "/kabinet/moi-dani/vydalyty/"
CANARIES = ["olena", "Олена", "олена", "Коваль", "коваль", "123 45 67", "671234567", "Садова"]


@pytest.fixture
def room(monkeypatch):
    """A room that takes part in "my data" for one test."""
    monkeypatch.setattr(mydata, "_parts", dict(mydata._parts))
    erased = []
    mydata.register(
        "room", export=lambda user: {"day": date(2026, 11, 23)}, erase=lambda user: erased.append(user.email)
    )
    return erased


def rows_with(words):
    """Every column of every table in which one of `words` still stands."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.local_concrete_fields:
            if not field.get_internal_type().endswith(
                ("CharField", "TextField", "EmailField", "JSONField", "SlugField")
            ):
                continue
            with connection.cursor() as cursor:
                quote = connection.ops.quote_name
                column, table = quote(field.column), quote(model._meta.db_table)
                cursor.execute(f"SELECT CAST({column} AS text) FROM {table} WHERE {column} IS NOT NULL")
                texts = [row[0] for row in cursor.fetchall()]
            found += [f"{model.__name__}.{field.name}" for text in texts if any(word in text for word in words)]
    return found


def test_everything_is_downloaded_as_json(signed_in, olena, room):
    answer = signed_in(olena).post("/kabinet/moi-dani/zavantazhyty/")
    assert answer["Content-Disposition"] == 'attachment; filename="my-data.json"'
    assert "no-store" in answer["Cache-Control"]
    data = json.loads(answer.content)
    assert next(iter(data)) == "account"
    assert data["account"]["name"] == "Олена Коваль"
    assert data["account"]["email_addresses"] == [{"email": "olena@example.org", "verified": True, "primary": True}]
    assert data["room"] == {"day": "2026-11-23"}
    assert "Олена" in answer.content.decode(), "letters stay readable in the file"


def test_the_file_holds_no_secret(signed_in, olena):
    secret = add_totp(olena)
    text = signed_in(olena).post("/kabinet/moi-dani/zavantazhyty/").content.decode()
    assert secret not in text
    assert olena.password not in text
    assert '"type": "totp"' in text


@pytest.mark.parametrize(
    "address", ["/kabinet/moi-dani/zavantazhyty/", ERASE, "/kabinet/moi-dani/", "/kabinet/profil/"]
)
def test_a_stranger_gets_nothing(client, address):
    for answer in (client.get(address), client.post(address)):
        assert answer.status_code in (302, 405)
        assert answer.status_code == 405 or "/login/" in answer.url


def test_nothing_is_downloaded_or_erased_by_a_link(signed_in, olena):
    client = signed_in(olena)
    assert client.get("/kabinet/moi-dani/zavantazhyty/").status_code == 405
    client.get(ERASE)
    assert User.objects.get(pk=olena.pk).email == "olena@example.org"


def fill(client, olena):
    """Leave traces of the person in every corner."""
    olena.postal_address = "вул. Садова, 1"
    olena.settlement = settlement()
    olena.save()
    add_totp(olena)
    client.post("/oblikovyi-zapys/login/", {"login": olena.email, "password": "wrong"})
    services.confirm_at_desk(olena, actor=desk_operator(name="Ганна"), document="id_card")
    log(olena, "wagtail.edit", user=None)
    outbox.write("accounts/totp_activated", event="e", recipient=olena.email, context={"timestamp": None, "ip": ""})
    sent = {
        "event": "case:1",
        "kind": "casework/received",
        "recipient": olena.email,
        "subject": "Олена",
        "text": "Коваль",
    }
    Letter.objects.create(**sent, html="Садова", message_id="<1@x>", state=LetterState.SENT)
    MailAddress.objects.create(email=olena.email, reason="olena@example.org bounced")


@pytest.mark.django_db(transaction=True)
def test_nothing_of_an_erased_person_remains(client, olena, room):
    fill(client, olena)
    other_browser = type(client)()
    other_browser.force_login(olena)
    client.force_login(olena)
    answer = client.post(ERASE, {"password": PASSWORD})
    assert answer.url == "/kabinet/moi-dani/vydaleno/"
    assert client.get(answer.url).status_code == 200
    assert rows_with(CANARIES) == []
    assert room == ["olena@example.org"], "rooms are asked first, while the address is still known"
    erased = User.objects.get(pk=olena.pk)
    assert (erased.email, erased.is_active) == (f"erased-{olena.pk}@invalid", False)
    assert erased.anonymised_at
    assert not erased.has_usable_password()
    assert not EmailAddress.objects.filter(user=erased).exists()
    assert not Authenticator.objects.filter(user=erased).exists()
    sessions = [session.get_decoded() for session in Session.objects.all()]
    assert not [data for data in sessions if str(olena.pk) == data.get("_auth_user_id")]
    assert other_browser.get("/kabinet/").status_code == 302
    assert ModelLogEntry.objects.filter(action="accounts.erased", object_id=str(olena.pk)).exists()


@pytest.mark.django_db(transaction=True)
def test_an_erased_person_cannot_come_back_but_may_sign_up_anew(client, olena):
    services.erase(olena)
    sign_in(client, olena)
    assert client.get("/kabinet/").status_code == 302
    client.post(
        "/oblikovyi-zapys/signup/", {"email": "olena@example.org", "password1": PASSWORD, "password2": PASSWORD}
    )
    assert User.objects.get(email="olena@example.org").pk != olena.pk


def test_a_letter_that_the_law_still_owes_goes_out(olena):
    waiting = {
        "event": "case:1",
        "kind": "casework/answer",
        "recipient": olena.email,
        "subject": "Відповідь",
        "text": "…",
    }
    Letter.objects.create(**waiting, message_id="<2@x>")
    services.erase(olena)
    assert Letter.objects.get(event="case:1").recipient == "olena@example.org"


@pytest.mark.parametrize("password", ["", "wrong", " " + PASSWORD, "x" * 5000, "\x00"])
def test_erasure_needs_the_password(signed_in, olena, password):
    answer = signed_in(olena).post(ERASE, {"password": password})
    assert answer.status_code == 200
    assert User.objects.get(pk=olena.pk).email == "olena@example.org"


def test_without_a_password_a_word_is_typed(signed_in, olena):
    olena.set_unusable_password()
    olena.save()
    client = signed_in(olena)
    assert client.post(ERASE, {"word": "щось"}).status_code == 200
    word = "стерти" if "СТЕРТИ" in client.get(ERASE).content.decode() else "erase"
    assert client.post(ERASE, {"word": word}).status_code == 302
    assert User.objects.get(pk=olena.pk).anonymised_at


@pytest.mark.parametrize("make", [head, superuser])
def test_staff_cannot_erase_themselves(signed_in, make):
    user = make()
    client = signed_in(user)
    assert client.post(ERASE, {"password": PASSWORD}).url == "/kabinet/moi-dani/"
    assert client.get("/kabinet/moi-dani/").status_code == 200
    with pytest.raises(services.MayNotEraseError):
        services.erase(user)
    assert User.objects.get(pk=user.pk).anonymised_at is None


def test_when_a_room_fails_nothing_is_erased(olena, monkeypatch):
    monkeypatch.setattr(mydata, "_parts", dict(mydata._parts))

    def fail(user):
        raise RuntimeError

    mydata.register("broken", export=lambda user: None, erase=fail)
    with pytest.raises(RuntimeError):
        services.erase(olena)
    assert User.objects.get(pk=olena.pk).name == "Олена Коваль"


def test_two_rooms_cannot_share_a_key(room):
    with pytest.raises(ValueError, match="room"):
        mydata.register("room", export=lambda user: 1, erase=lambda user: None)
