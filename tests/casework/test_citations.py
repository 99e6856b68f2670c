"""Articles of law read as a lawyer of the reader's language writes them."""

import pytest
from django.utils import translation

from casework.citations import citation
from casework.procedure import procedure
from core.workdays import all_rules


@pytest.mark.parametrize(
    ("code", "ukrainian"),
    [
        ("Law 2939-VI, Art. 20 p. 1", "ч. 1 ст. 20 Закону № 2939-VI"),
        ("Law 2939-VI, Art. 20 p. 1, 21 (?)", "ч. 1 ст. 20, ст. 21 Закону № 2939-VI"),
        ("Law 393/96-ВР, Art. 23-1 p. 6", "ч. 6 ст. 23-1 Закону № 393/96-ВР"),
        ("Law 2939-VI, Art. 20, 22", "ст. 20, ст. 22 Закону № 2939-VI"),
        ("Law 2939-VI, Art. 23; Law 393/96-ВР, Art. 20", "ст. 23 Закону № 2939-VI; ст. 20 Закону № 393/96-ВР"),
        ("Law 2939-VI", "Закон № 2939-VI"),
        ("", ""),
    ],
)
def test_articles_in_ukrainian(code, ukrainian):
    with translation.override("uk"):
        assert citation(code) == ukrainian


def test_english_keeps_the_short_form_without_doubts():
    with translation.override("en"):
        assert citation("Law 2939-VI, Art. 22 p. 3 (?)") == "Law 2939-VI, Art. 22 p. 3"


def test_no_citation_of_the_house_stays_english_in_ukrainian():
    tables = [procedure("request"), procedure("suggestion")]  # other tests register tables of their own
    laws = [rule.law for rule in all_rules() if not rule.key.startswith("test")]
    laws += [row.law for table in tables for row in table.transitions]
    with translation.override("uk"):
        left = [
            law for law in laws if any(word in citation(law) for word in ("Law", "Art", "p. ", "(?)", "PROCEDURES"))
        ]
    assert left == []
