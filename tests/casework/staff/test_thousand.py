"""An inbox of a thousand cases asks the database as often as one of ten; 400 give every tab something to show."""

from itertools import count

import pytest
from django.utils import timezone

from bench.inbox import case_row
from casework.models import Applicant, Case
from casework.procedure import procedure
from tests.factories import head, official, settlement

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("few", "tabs"), [(10, ["all"]), (400, ["unassigned", "soon", "overdue", "all"])])
def test_a_thousand_cases_cost_what_few_cost(signed_in, constant_queries, clock, few, tabs):
    handler, place, numbers = official(), settlement(), count(1)
    client = signed_in(head())

    def make(many):
        rows = [
            case_row(next(numbers), procedure("request"), [handler.unit], [handler], [place], timezone.now())
            for _case in range(many)
        ]
        Applicant.objects.bulk_create(Applicant(case=row, name="Олена") for row in Case.objects.bulk_create(rows))

    def read():
        for tab in tabs:
            assert client.get(f"/admin/vkhidni/?tab={tab}").status_code == 200

    constant_queries(read, make, few=few, more=1000 - few)
