"""What happens to an idea between the states: editing, joining, co-authors, answers, files, moderation, letters."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from casework.actors import Actor
from casework.enums import AttachmentPurpose
from casework.errors import InvalidFields, Refused
from casework.models import Attachment
from casework.services import allowed
from core.models import Letter
from participation.comments.services import comment
from participation.follows.services import follow
from participation.ideas import services
from participation.ideas.models import Idea
from participation.ideas.similar import similar, stems
from participation.moderation import services as moderation
from participation.moderation.models import Contribution
from tests.factories import resident
from tests.participation.ideas import making
from tests.participation.ideas.making import step
from tests.support.files import PDF, photo_with_place

pytestmark = pytest.mark.django_db


def kinds_to(address):
    """The kinds of letters to one address."""
    return list(Letter.objects.filter(recipient=address).order_by("pk").values_list("kind", flat=True))


class TestPublication:
    def test_a_draft_is_nobody_elses(self, office):
        idea = making.draft(office)
        assert (idea.state, idea.visibility, idea.is_open, idea.number) == ("draft", "private", False, "ІДЕ-2026-00001")
        assert not Idea.objects.in_public_register().exists()

    def test_moderation_has_a_term_and_publication_begins_talk_and_support(self, office):
        idea = step(making.draft(office), "send", office.author)
        assert timezone.localdate(idea.due_at) == timezone.localdate() + timedelta(days=3)
        idea = step(idea, "publish", office.official)
        assert idea.is_in_public_register
        assert idea.thread.title == idea.collection.title == idea.public_title
        assert idea.contribution.author == office.author
        assert "Навіс на зупинці" in idea.contribution.text
        assert not idea.clocks.running().exists()

    def test_paper_is_registered_at_once_and_read_by_a_moderator(self, office):
        idea = making.draft(office, channel="desk", actor=Actor.person(office.desk))
        assert (idea.state, idea.filed_by, idea.submitter) == ("moderation", office.desk, None)
        idea = step(idea, "publish", office.desk)
        assert idea.contribution.author is None
        assert idea.contribution.author_name == "Ганна Коваленко"

    def test_a_call_may_publish_at_once_but_not_links_of_a_new_account_nor_words_of_nobody(self, office):
        office.call.review = "after"
        office.call.save()
        own = {row.event for row in allowed(making.draft(office), Actor.person(office.author))}
        assert "publish_own" in own
        assert "send" not in own
        for idea, actor in (
            (making.draft(office, text="Дивіться www.example.org"), Actor.person(office.author)),
            (making.draft(office, author=None), Actor.applicant()),
        ):
            events = {row.event for row in allowed(idea, actor)}
            assert "send" in events
            assert "publish_own" not in events

    def test_what_was_published_at_once_waits_for_a_moderator(self, office):
        office.call.review = "after"
        office.call.save()
        idea = step(making.draft(office), "publish_own", office.author)
        assert list(Contribution.objects.waiting()) == [idea.contribution]
        moderation.decide(idea.contribution, "keep", actor=office.head)
        assert not Contribution.objects.waiting().exists()

    def test_a_closed_call_takes_nothing_but_what_was_returned(self, office, clock):
        office.call.closes_on = making.days_ahead(2)
        office.call.save()
        late, returned = making.draft(office), making.in_state(office, "returned")
        clock.shift(60 * 60 * 24 * 3)
        with pytest.raises(Refused):
            step(late, "send", office.author)
        assert step(returned, "send", office.author).state == "moderation"

    def test_nobody_moderates_their_own_idea(self, office):
        idea = step(making.draft(office, author=office.head), "send", office.head)
        for event in ("publish", "return"):
            assert event not in {row.event for row in allowed(idea, Actor.person(office.head))}
        assert step(idea, "publish", office.official).state == "published"


class TestWords:
    def test_every_edit_keeps_the_words_before_it(self, office):
        idea = making.published(office)
        idea = step(idea, "edit", office.author, title="Навіс і ліхтар", text="Ще й ліхтар.", place="біля школи")
        version = idea.versions.get()
        assert (version.title, version.text) == ("Навіс на зупинці", making.TEXT)
        assert (idea.public_title, idea.public_text, idea.place) == ("Навіс і ліхтар", "Ще й ліхтар.", "біля школи")
        assert "Ще й ліхтар." in Idea.objects.get(pk=idea.pk).contribution.text

    def test_a_draft_changes_without_history(self, office):
        idea = step(making.draft(office), "edit", office.author, title="Інше", text="Інше", place="")
        assert not idea.versions.exists()

    def test_the_window_closes(self, office, clock):
        idea = making.published(office)
        clock.shift(60 * 60 * 24 * 3 - 60)
        step(idea, "edit", office.author, title="Ще можна", text="Ще можна", place="")
        clock.shift(120)
        with pytest.raises(Refused, match="26"):
            step(idea, "edit", office.author, title="Пізно", text="Пізно", place="")

    def test_links_do_not_come_in_by_an_edit(self, office):
        with pytest.raises(InvalidFields):
            step(making.published(office), "edit", office.author, title="Т", text="www.example.org", place="")

    def test_a_withdrawn_idea_stays_with_its_reason_and_talk_ends(self, office):
        idea = Idea.objects.get(pk=step(making.published(office), "withdraw", office.author, reason="Вже зробили").pk)
        assert idea.is_in_public_register
        assert idea.withdrawal_reason == "Вже зробили"
        assert not idea.thread.is_open
        assert idea.collection.closed_at


class TestSimilar:
    def test_forms_of_a_word_share_a_stem(self):
        assert stems("зупинка") == stems("зупинки") == stems("Зупинок") == ["зупин"]
        assert stems("Щоб вони це мали") == ["мали"]

    def test_similar_ideas_are_found_and_the_most_alike_stands_first(self, office):
        near = making.published(office, title="Накрити зупинку навісом", text="Поставити лавку.")
        making.published(office, title="Велодоріжка до озера", text="Асфальт і розмітка.")
        nearest = making.published(office, title="Навіс і лавка на зупинці в Ковалівці", text="Дах, лавка.")
        found = similar("Навіс та лавка на зупинці у Ковалівці")
        assert found == [nearest, near]
        assert similar("Навіс та лавка на зупинці", besides=nearest) == [near]
        assert similar("") == similar("що й як") == []

    def test_hidden_and_unpublished_ideas_are_not_shown(self, office):
        making.draft(office, title="Навіс на зупинці")
        assert similar("Навіс на зупинці") == []


class TestJoin:
    def test_a_join_links_and_changes_nothing_else(self, office):
        first, second = making.published(office, title="Перша"), making.published(office, title="Друга")
        services.support(second, user=office.neighbour)
        second = step(second, "join", office.desk, number=first.number.lower(), reason="Про те саме")
        assert (second.joined_to, second.state, second.supports) == (first, "published", 1)
        assert Idea.objects.get(pk=first.pk).supports == 0
        assert second.submitter == office.author
        second = step(second, "part", office.desk, reason="Помилка")
        assert second.joined_to is None

    def test_links_make_no_chains_and_no_rings(self, office):
        first, second, third = (making.published(office, title=name) for name in ("Перша", "Друга", "Третя"))
        step(second, "join", office.desk, number=first.number, reason="Те саме")
        for idea, other in ((third, second), (first, third), (third, third)):
            with pytest.raises(InvalidFields):
                step(idea, "join", office.desk, number=other.number, reason="Те саме")
        with pytest.raises(InvalidFields):
            step(third, "join", office.desk, number=making.draft(office).number, reason="Чернетка")


class TestCoAuthors:
    def test_a_person_is_shown_only_when_they_agree(self, office, client):
        idea, friend = making.published(office), resident(name="Марія Сова")
        services.invite(idea, user=office.author, email=friend.email.upper())
        services.invite(idea, user=office.author, email=friend.email)
        assert kinds_to(friend.email) == ["ideas/invitation"]
        assert "Марія Сова" not in client.get(idea.get_absolute_url()).text
        services.answer_invitation(idea, user=friend, agrees=True)
        assert "Марія Сова" in client.get(idea.get_absolute_url()).text
        services.answer_invitation(idea, user=friend, agrees=False)
        assert "Марія Сова" not in client.get(idea.get_absolute_url()).text

    def test_only_the_author_invites_and_only_the_invited_answer(self, office):
        idea = making.published(office)
        with pytest.raises(Refused):
            services.invite(idea, user=office.neighbour, email="a@example.org")
        with pytest.raises(Refused):
            services.invite(idea, user=office.author, email=office.author.email)
        with pytest.raises(Refused):
            services.answer_invitation(idea, user=office.neighbour, agrees=True)
        for number in range(10):
            services.invite(idea, user=office.author, email=f"friend{number}@example.org")
        with pytest.raises(Refused, match="10"):
            services.invite(idea, user=office.author, email="eleventh@example.org")

    def test_a_co_author_edits_and_does_not_decide(self, office, signed_in):
        idea = making.published(office)
        services.invite(idea, user=office.author, email=office.head.email)
        services.answer_invitation(idea, user=office.head, agrees=True)
        words = {"title": "Разом", "text": "Разом краще", "place": ""}
        signed_in(office.head).post(f"{idea.get_absolute_url()}redahuvaty/", words)
        assert Idea.objects.get(pk=idea.pk).public_title == "Разом"
        assert "evaluate" not in {row.event for row in allowed(idea, Actor.person(office.head))}


class TestDecision:
    def test_evaluation_keeps_the_checklist_as_it_was(self, office):
        idea = making.evaluated(office)
        office.call.checks.all().delete()
        evaluation = idea.evaluations.get()
        assert [(row.question, row.verdict, row.note) for row in evaluation.checks.all()] == [
            ("Земля належить громаді?", "yes", "Перевірено"),
            ("Чи є кошти?", "yes", "Перевірено"),
        ]
        assert str(evaluation.cost) == "12000.50"
        assert {clock.name for clock in idea.clocks.running()} == {"decision"}

    def test_every_question_is_answered(self, office):
        idea, given = making.in_evaluation(office), making.evaluation(office.call)
        given[f"check_{office.call.checks.first().pk}"] = ""
        with pytest.raises(InvalidFields):
            step(idea, "report", office.official, **given)

    def test_who_evaluated_does_not_decide(self, office):
        idea = step(making.in_evaluation(office), "report", office.head, **making.evaluation(office.call))
        assert not {"accept", "reject"} & {row.event for row in allowed(idea, Actor.person(office.head))}

    def test_milestones_run_a_clock_each_and_all_are_needed_to_finish(self, office):
        idea = making.in_implementation(office)
        assert {clock.name for clock in idea.clocks.running()} == {"update", "milestone"}
        idea = step(idea, "milestone", office.official, title="Поставити", due_on=making.days_ahead(10))
        running = idea.clocks.running().get(name="milestone")
        assert timezone.localdate(running.due_at) == making.days_ahead(10)
        assert "finish" not in {row.event for row in allowed(idea, Actor.person(office.official))}
        for milestone in idea.milestones.all():
            given = {"milestone": milestone, "done_on": making.days_ahead(0), "note": "Зроблено"}
            idea = step(idea, "reached", office.official, **given)
        idea = step(idea, "finish", office.official, text="Навіс стоїть.")
        assert (idea.state, idea.outcome, idea.is_open) == ("done", "accepted", False)
        assert not idea.clocks.running().exists()

    def test_nothing_is_promised_for_yesterday_nor_done_tomorrow(self, office):
        with pytest.raises(InvalidFields):
            step(
                making.evaluated(office),
                "accept",
                office.head,
                **making.acceptance(next_update_on=making.days_ahead(-1)),
            )
        idea = making.in_implementation(office)
        given = {"milestone": idea.milestones.get(), "done_on": making.days_ahead(1), "note": "Завтра"}
        with pytest.raises(InvalidFields):
            step(idea, "reached", office.official, **given)

    def test_answers_are_versions_with_an_owner_and_a_day(self, office):
        idea = making.published(office)
        for number, text in enumerate(("Розглядаємо", "Рахуємо"), 1):
            day = making.days_ahead(number * 7)
            idea = step(idea, "answer", office.official, text=text, owner=office.official, next_update_on=day)
        assert [(row.version, row.text) for row in idea.official_answers.all()] == [(2, "Рахуємо"), (1, "Розглядаємо")]
        assert idea.official_answers.first().owner_position == "Головний спеціаліст"
        assert idea.next_update_on == making.days_ahead(14)
        assert timezone.localdate(idea.clocks.running().get(name="update").due_at) == making.days_ahead(14)


class TestLetters:
    def test_the_author_co_authors_and_followers_are_told_each_once(self, office):
        idea, friend = making.evaluated(office), resident()
        services.invite(idea, user=office.author, email=friend.email)
        services.answer_invitation(idea, user=friend, agrees=True)
        for user in (office.neighbour, office.author, friend):
            follow(idea, user=user)
        step(idea, "accept", office.head, **making.acceptance())
        assert kinds_to("hanna@example.org")[-1] == "ideas/your_news"
        assert kinds_to(office.neighbour.email) == ["ideas/news"]
        assert kinds_to(friend.email) == ["ideas/invitation", "ideas/news"]
        assert kinds_to(office.author.email) == []
        text = Letter.objects.get(recipient=office.neighbour.email).text
        assert "Навіс потрібен усім." in text
        assert idea.get_absolute_url() in text

    @pytest.mark.parametrize(
        ("state", "words"), [("returned", "Без прізвищ"), ("rejected", "Немає землі"), ("done", "Навіс стоїть.")]
    )
    def test_the_letter_gives_the_reason(self, office, state, words):
        making.in_state(office, state)
        assert words in Letter.objects.filter(recipient="hanna@example.org").latest("pk").text


class TestFiles:
    def attached(self, idea, name, data):
        """Keep a file as it comes with the form."""
        return Attachment.take(ContentFile(data, name=name), case_id=idea.pk, purpose=AttachmentPurpose.APPLICANT)

    def test_a_picture_loses_the_place_where_it_was_taken(self, office, client):
        idea = making.draft(office)
        original = self.attached(idea, "foto.jpg", photo_with_place())
        document = self.attached(idea, "lyst.pdf", PDF)
        idea = step(step(idea, "send", office.author), "publish", office.head, files=[original])
        copy = idea.attachments.get(purpose=AttachmentPurpose.PUBLIC_COPY)
        with copy.file.open("rb") as file, Image.open(file) as picture:
            assert not picture.getexif()
        page = client.get(idea.get_absolute_url()).text
        address = f"{idea.get_absolute_url()}fail/{copy.pk}/"
        assert address in page
        assert client.get(address).status_code == 200
        for hidden in (original, document):
            assert client.get(f"{idea.get_absolute_url()}fail/{hidden.pk}/").status_code == 404

    def test_without_a_moderator_only_pictures_are_shown(self, office):
        office.call.review = "after"
        office.call.save()
        idea = making.draft(office)
        self.attached(idea, "foto.jpg", photo_with_place())
        self.attached(idea, "lyst.pdf", PDF)
        idea = step(idea, "publish_own", office.author)
        copies = idea.attachments.filter(purpose=AttachmentPurpose.PUBLIC_COPY)
        assert [copy.content_type for copy in copies] == ["image/jpeg"]


def test_a_hidden_idea_leaves_the_site_and_comes_back(office, client):
    idea = making.published(office)
    said = comment(idea.thread, actor=office.neighbour, text="Згодна, лавка потрібна.")
    talk = [reverse("comments:comment", args=[said.pk]), reverse("comments:csv", args=[idea.thread_id])]
    decision = moderation.decide(idea.contribution, "hide", actor=office.head, reason="insult")
    assert [client.get(address).status_code for address in (idea.get_absolute_url(), *talk)] == [404, 404, 404]
    assert not Idea.objects.listed().exists()
    moderation.undo(decision, actor=office.head)
    assert [client.get(address).status_code for address in (idea.get_absolute_url(), *talk)] == [200, 200, 200]
    assert Idea.objects.listed().get() == idea
