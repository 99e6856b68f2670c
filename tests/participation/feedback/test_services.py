"""A summary is composed, approved by another person, published with frozen figures, and told to everyone who wrote."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from accounts.roles import Role
from core.models import Letter
from participation.feedback import rules, services
from participation.feedback.figures import count
from participation.feedback.mail import write_letters
from participation.feedback.models import MeasureUpdate, Summary
from participation.feedback.rules import NotAllowed, NotReady
from tests.casework.making import make_suggestion
from tests.conftest import KYIV
from tests.factories import head, in_role, official, resident, settlement
from tests.participation.feedback.making import draft_over, measure_of, published

pytestmark = pytest.mark.django_db


def test_residents_and_editors_may_not_compose(clock):
    for person in (resident(), in_role(Role.EDITOR), in_role(Role.ADMINISTRATOR)):
        with pytest.raises(NotAllowed):
            services.start_summary(
                actor=person, title="Підсумок", period_from=date(2026, 10, 1), period_to=date(2026, 10, 31)
            )


def test_an_incomplete_draft_is_told_everything_that_is_missing(clock):
    summary, theme, _cases = draft_over(2)
    theme.position, theme.reason = "rejected", ""
    theme.save()
    summary.themes.create(title="Порожня", said="…")
    with pytest.raises(NotReady) as refused:
        services.submit(summary, actor=head())
    problems = " ".join(refused.value.problems)
    for words in ("Черга", "Порожня"):
        assert words in problems
    assert len(refused.value.problems) == 5


def test_whoever_composed_it_cannot_approve_it(clock):
    boss = head()
    summary, _theme, _cases = draft_over(2, actor=boss)
    summary = services.submit(summary, actor=boss)
    with pytest.raises(NotAllowed):
        services.approve(summary, actor=boss)
    assert services.approve(summary, actor=head()).state == "approved"


def test_the_database_itself_demands_four_eyes(clock):
    summary, _theme, _cases = draft_over(1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Summary.objects.filter(pk=summary.pk).update(approved_by=summary.composed_by)


def test_returning_needs_a_reason_and_reopens_the_draft(clock):
    composer, boss = official(), head()
    summary, _theme, _cases = draft_over(2, actor=composer)
    summary = services.submit(summary, actor=composer)
    with pytest.raises(NotAllowed):
        services.send_back(summary, actor=boss, reason=" ")
    summary = services.send_back(summary, actor=boss, reason="Додайте строк.")
    assert (summary.state, summary.return_reason) == ("draft", "Додайте строк.")


def test_only_a_draft_changes(clock):
    summary, theme, cases = published()
    with pytest.raises(NotAllowed):
        services.add_cases(summary, [make_suggestion().case.pk], actor=head())
    with pytest.raises(NotAllowed):
        services.place_cases(summary, theme, [cases[0].pk], actor=head(), remove=True)


def test_figures_are_frozen_at_publication(clock):
    summary, theme, cases = published(6)
    assert summary.figures["chosen"] == 6
    theme.voices.filter(case=cases[0].pk).delete()
    summary.refresh_from_db()
    assert summary.figures["themes"][0]["voices"] == 6
    assert count(summary)["themes"][0]["voices"] == 5


def test_coverage_counts_answered_of_chosen(clock):
    summary, theme, cases = draft_over(5)
    services.place_cases(summary, theme, [cases[0].pk], actor=head(), remove=True)
    figures = count(summary)
    assert (figures["chosen"], figures["answered"]) == (5, 4)


def test_voices_are_counted_by_channel_and_settlement(clock):
    village = settlement("Вербівка")
    summary, _theme, _cases = draft_over(3, settlement=village)
    theme = count(summary)["themes"][0]
    assert theme["channels"] == {"web": 3}
    assert theme["settlements"] == {"Вербівка": 3}


def test_every_submitter_gets_one_letter_with_their_line(clock):
    _summary, _theme, cases = published(4, email="voice{}@example.org")
    letters = Letter.objects.filter(kind="feedback/your_line")
    assert letters.count() == 4
    for place, case in enumerate(cases):
        letter = letters.get(recipient=f"voice{place}@example.org")
        assert case.number in letter.subject + letter.text
        assert "Поставимо табло." in letter.text


def test_a_person_who_wrote_twice_gets_one_letter_with_both_numbers(clock):
    _summary, _theme, cases = published(2, email="same@example.org")
    letter = Letter.objects.get(kind="feedback/your_line")
    assert all(case.number in letter.text for case in cases)


def test_writing_to_many_costs_as_much_as_writing_to_few(clock, django_assert_max_num_queries):
    summary, _theme, _cases = published(60, email="voice{}@example.org")
    Letter.objects.all().delete()
    with django_assert_max_num_queries(20):
        write_letters(summary)
    assert Letter.objects.count() == 60


def test_whose_contribution_a_correction_leaves_out_is_told(clock):
    composer = official()
    summary, _theme, cases = published(2, composer=composer, email="voice{}@example.org")
    draft = services.correct(summary, actor=composer, reason="Це про інше.")
    services.place_cases(draft, draft.themes.get(), [cases[0].pk], actor=head(), remove=True)
    draft = services.approve(services.submit(draft, actor=composer), actor=head())
    services.publish(draft, actor=head())
    letters = Letter.objects.filter(kind="feedback/your_line", recipient="voice0@example.org").order_by("pk")
    assert len(letters) == 2
    assert "більше не віднесено до жодної теми" in letters[1].text


def test_who_left_no_address_gets_no_letter_but_finds_the_line_by_the_code(client, clock):
    published(2)
    assert not Letter.objects.filter(kind="feedback/your_line").exists()
    receipt = make_suggestion()
    summary, theme, _cases = draft_over(1)
    services.add_cases(summary, [receipt.case.pk], actor=head())
    services.place_cases(summary, theme, [receipt.case.pk], actor=head())
    Summary.objects.filter(pk=summary.pk).update(state="published", approved_by=head())
    page = client.post("/sprava/", {"number": receipt.case.number, "code": receipt.code}, follow=True)
    assert "Поставимо табло." in page.content.decode()


def test_a_correction_is_a_new_version_and_only_changed_lines_are_told(clock):
    composer, boss = official(), head()
    summary, _theme, _cases = published(2, composer=composer, email="voice{}@example.org")
    draft = services.correct(summary, actor=composer, reason="Помилка у строку.")
    assert (draft.version, draft.state) == (2, "draft")
    assert Summary.objects.get(pk=summary.pk).state == "published"
    other = draft.themes.create(title="Друга", said="…", position="accepted", reason="Так.")
    services.place_cases(draft, other, [draft.chosen.first().case_id], actor=head())
    draft = services.approve(services.submit(draft, actor=composer), actor=boss)
    services.publish(draft, actor=boss)
    assert Summary.objects.get(pk=summary.pk).state == "corrected"
    assert Letter.objects.filter(kind="feedback/your_line").count() == 3
    with pytest.raises(NotAllowed):
        services.correct(summary, actor=composer, reason="Ще раз")


def test_only_one_correction_is_prepared_at_a_time(clock):
    summary, _theme, _cases = published(2)
    services.correct(summary, actor=head(), reason="Перша")
    assert rules.why_not(summary, "correct", head())


def test_measures_are_updated_in_public_by_their_owner(clock):
    owner = official()
    _summary, theme, _cases = published(2)
    measure = measure_of(theme, owner)
    with pytest.raises(NotAllowed):
        services.record_update(measure, actor=official(), state="done", text="Готово")
    services.record_update(measure, actor=owner, state="done", text="Табло працює.")
    measure.refresh_from_db()
    assert (measure.state, measure.done_on) == ("done", date(2026, 11, 23))
    assert MeasureUpdate.objects.get(measure=measure).text == "Табло працює."


def test_owners_are_reminded_each_time_once(clock):
    owner = official()
    _summary, theme, _cases = published(2)
    measure_of(theme, owner, due_on=date(2026, 12, 1))
    clock.move_to(datetime(2026, 11, 24, 9, tzinfo=KYIV))
    services.remind_owners()
    services.remind_owners()
    reminders = Letter.objects.filter(kind="feedback/measure_due", recipient=owner.email)
    assert reminders.count() == 1
    clock.move_to(datetime(2026, 12, 1, 9, tzinfo=KYIV))
    services.remind_owners()
    clock.shift(timedelta(days=8))
    services.remind_owners()
    assert reminders.count() == 3


def test_foreign_cases_are_not_taken_in(clock):
    person = official()
    own = make_suggestion(unit=person.unit).case
    foreign = make_suggestion().case
    summary = services.start_summary(
        actor=person, title="Свої", period_from=date(2026, 10, 1), period_to=date(2026, 11, 30)
    )
    assert services.add_cases(summary, [own.pk, foreign.pk], actor=person) == 1
    assert list(summary.chosen.values_list("case_id", flat=True)) == [own.pk]
