"""Leaflets of the demo community: only where its services are, once, one run outdated."""

import pytest

from cms.models import DistributionPoint, LeafletPlace, LeafletRun
from home.demo import paper, places
from tests.cms.paper.make import service

pytestmark = pytest.mark.django_db


def test_without_the_demo_services_nothing_is_made():
    paper.load()
    assert not LeafletRun.objects.exists()


def test_one_run_is_outdated_and_hangs_somewhere(clock):
    places.load()
    service("Реєстрація місця проживання", slug=paper.SERVICE)
    paper.load()
    paper.load()
    assert DistributionPoint.objects.count() == len(paper.POINTS)
    assert LeafletRun.objects.count() == 4
    assert LeafletRun.objects.outdated().count() == 1
    assert LeafletPlace.objects.outdated().count() == 2
    assert LeafletRun.objects.drafts().count() == 1
