"""The four grounds of refusal of Law 2939-VI and the state's caps on the cost of copying (a lawyer checks the (?) rows of docs/law.md)."""

from datetime import date

from django.db import migrations

IN_FORCE = date(2011, 5, 9)
GROUNDS = [
    (
        "art22-1",
        "п. 1 ч. 1 ст. 22 Закону № 2939-VI",
        "розпорядник інформації не володіє і не зобов’язаний відповідно до його компетенції, передбаченої законодавством, "
        "володіти інформацією, щодо якої зроблено запит",
        False,
    ),
    (
        "art22-2",
        "п. 2 ч. 1 ст. 22 Закону № 2939-VI",
        "інформація, що запитується, належить до категорії інформації з обмеженим доступом відповідно до частини другої "
        "статті 6 Закону",
        True,
    ),
    (
        "art22-3",
        "п. 3 ч. 1 ст. 22 Закону № 2939-VI",
        "особа, яка подала запит на інформацію, не оплатила передбачені статтею 21 Закону фактичні витрати, пов’язані з "
        "копіюванням або друком",
        False,
    ),
    (
        "art22-4",
        "п. 4 ч. 1 ст. 22 Закону № 2939-VI",
        "не дотримано вимог до запиту на інформацію, передбачених частиною п’ятою статті 19 Закону",
        False,
    ),
]
CAPS = {
    "act": "Постанова Кабінету Міністрів України від 13.07.2011 № 740 (зі змінами); Закон про Державний бюджет на 2026 рік",
    "subsistence_minimum": "3328.00",
    "a4": "0.200",
    "a3": "0.300",
    "a4_redacted": "0.300",
    "a3_redacted": "0.500",
    "scan": "0.100",
}


def write(apps, schema_editor):
    ground, cap = apps.get_model("inquiries", "RefusalGround"), apps.get_model("inquiries", "CopyingCap")
    for order, (code, article, text, needs_test) in enumerate(GROUNDS, start=1):
        values = {"article": article, "text": text, "needs_test": needs_test, "order": order}
        ground.objects.get_or_create(code=code, valid_from=IN_FORCE, defaults=values)
    cap.objects.get_or_create(valid_from=date(2026, 1, 1), defaults=CAPS)


class Migration(migrations.Migration):
    dependencies = [("inquiries", "0001_initial")]
    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
