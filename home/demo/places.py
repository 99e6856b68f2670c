"""Six settlements, three starosta districts, seven units."""

from accounts.models import Settlement, SettlementKind, StarostaDistrict, Unit

# name, kind, district, population
SETTLEMENTS = [
    ("Зразкове", SettlementKind.TOWNSHIP, None, 4820),
    ("Вербівка", SettlementKind.VILLAGE, "Вербівський старостинський округ", 1340),
    ("Липове", SettlementKind.VILLAGE, "Вербівський старостинський округ", 415),
    ("Ковалівка", SettlementKind.VILLAGE, "Ковалівський старостинський округ", 980),
    ("Степове", SettlementKind.VILLAGE, "Ковалівський старостинський округ", 262),
    ("Озерне", SettlementKind.VILLAGE, "Озернянський старостинський округ", 701),
]
CENTRE = "Відділ «Центр надання адміністративних послуг»"
LAND = "Відділ земельних відносин та архітектури"
WELFARE = "Відділ соціального захисту населення"
UTILITIES = "Відділ житлово-комунального господарства та благоустрою"
UNITS = [
    (CENTRE, "ЦНАП", "cnap"),
    (LAND, "Земельні відносини", "land"),
    (WELFARE, "Соціальний захист", "welfare"),
    (UTILITIES, "ЖКГ та благоустрій", "utilities"),
    ("Фінансовий відділ", "Фінанси", "finance"),
    ("Служба у справах дітей", "Справи дітей", "children"),
    ("Загальний відділ", "Канцелярія", "office"),
]


def load():
    """Make the places and the units."""
    districts = {}
    for order, (name, kind, district, population) in enumerate(SETTLEMENTS, 1):
        if district and district not in districts:
            districts[district] = StarostaDistrict.objects.get_or_create(name=district)[0]
        Settlement.objects.get_or_create(
            name=name,
            kind=kind,
            defaults={"district": districts.get(district), "population": population, "order": order * 10},
        )
    for order, (name, short, mailbox) in enumerate(UNITS, 1):
        Unit.objects.get_or_create(
            name=name, defaults={"short_name": short, "email": f"{mailbox}@example.org", "order": order * 10}
        )
