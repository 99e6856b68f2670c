"""Projects: percent between the baseline and the target, both ways; stages, money, partners; the list of partners."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from cms.models import BudgetRow, Partner, ProjectGoal, ProjectPartner, ProjectStage, StageState
from cms.progress import amount, share

from .make import file, partner, project, text

NUMBERS = st.decimals(min_value=-10_000, max_value=10_000, places=2)


@pytest.mark.parametrize(
    ("baseline", "target", "value", "percent"),
    [
        (0, 10, 5, 50),
        (1, 5, 4, 75),
        (95, 30, 52, 66),  # less is better
        (0, 10, 12, 100),
        (0, 10, -3, 0),
        (0, 1000, 997, 99),  # not a hundred before it is reached
        (0, 1000, 999.9, 99),
        (5, 5, 5, 100),
        (5, 5, 4, 0),
    ],
)
def test_percent_of_the_way(baseline, target, value, percent):
    assert share(baseline, target, str(value)) == percent


@given(NUMBERS, NUMBERS, NUMBERS)
def test_percent_stays_between_nothing_and_all(baseline, target, value):
    found = share(baseline, target, value)
    assert 0 <= found <= 100
    if baseline != target:
        reached = value >= target if target > baseline else value <= target
        assert (found == 100) == reached


@pytest.mark.parametrize(
    ("value", "unit", "said"), [("4.00", "", "4"), ("12.50", "%", "12,5 %"), ("25000", "осіб", "25 000 осіб")]
)
def test_numbers_are_said_without_useless_noughts(value, unit, said):
    with translation.override("uk"):
        assert amount(Decimal(value), unit).replace("\u00a0", " ").replace("\u202f", " ") == said


@pytest.mark.django_db
def test_the_page_tells_goals_stages_money_partners_and_files(client, clock):
    page = project("Послуги ближче", goals=[(0, 10, [2, 5]), (0, 4, [4]), (0, 7, [])])
    page.stages = [
        ProjectStage(title="Ремонт", state=StageState.DONE),
        ProjectStage(title="Навчання", ends_on=date(2026, 11, 22), state=StageState.UNDER_WAY),
    ]
    page.budget = [
        BudgetRow(source="Бюджет громади", amount=150_000),
        BudgetRow(source="Донор", amount=50_000, spent=1),
    ]
    page.project_partners = [
        ProjectPartner(partner=partner("Фонд «Опора»")),
        ProjectPartner(partner=partner("Таємний партнер", is_public=False)),
    ]
    page.files.create(document=file("zvit.txt"), title="Звіт")
    page.save()
    shown = text(client, page.get_url()).replace("\u00a0", " ")
    for words in ("50 %", "100 %", "ще не виміряно", "відстає від плану", "200 000", "Фонд «Опора»", "Звіт", "TXT"):
        assert words in shown, words
    assert "Таємний партнер" not in shown
    assert 'aria-label="Виконано: 50 %"' in shown  # the whole: (50 + 100 + 0) / 3
    assert "Те саме таблицею" in shown
    assert "Востаннє виміряно 2 січня 2026" in shown


@pytest.mark.django_db
def test_a_goal_goes_somewhere():
    with pytest.raises(ValidationError):
        ProjectGoal(text="Мета", indicator="показник", baseline=3, target=3).full_clean(exclude=["project"])


@pytest.mark.django_db
def test_projects_are_chosen_by_state(client):
    project("Наш ремонт", state="finished")
    project("Наші плани", state="planned")
    assert "Наші плани" not in text(client, "/proiekty/", state="finished")
    assert "Наш ремонт" in text(client, "/proiekty/", state="finished")
    assert "Наш ремонт" in text(client, "/proiekty/", state="<script>")


@pytest.mark.django_db
def test_the_list_costs_the_same_for_many_projects(client, constant_queries):
    def make(number):
        for _number in range(number):
            project(goals=[(0, 10, [1, 2]), (5, 1, [3])])
        text(client, "/proiekty/")

    assert constant_queries(lambda: text(client, "/proiekty/"), make, few=13, more=13) < 30


@pytest.mark.django_db
def test_partners_stand_by_kind_and_are_found_by_words(client):
    partner("Фонд розвитку", kind="donor", name_en="Growth Fund", memorandum=file("uhoda.txt"))
    partner("Пекарня", kind="business", together="Печемо хліб для заходів")
    partner("Колишній", is_public=False)
    shown = text(client, "/partnery/")
    assert shown.index("Донори") < shown.index("Фонд розвитку") < shown.index("Бізнес") < shown.index("Пекарня")
    assert "Колишній" not in shown
    assert "TXT" in shown
    assert "Пекарня" in text(client, "/partnery/", q="ХЛІБ")
    assert "Фонд розвитку" not in text(client, "/partnery/", q="ХЛІБ")
    assert "Пекарня" not in text(client, "/partnery/", kind="donor")
    assert "Growth Fund" in text(client, "/en/partnery/")


@pytest.mark.django_db
def test_the_list_of_partners_costs_the_same_for_many(client, constant_queries):
    def make(number):
        Partner.objects.bulk_create(Partner(name=f"Партнер {row}", together=".", kind="ngo") for row in range(number))

    assert constant_queries(lambda: text(client, "/partnery/"), make) < 30
