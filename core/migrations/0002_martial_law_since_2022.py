"""The open-ended period of martial law, recorded once."""

from django.db import migrations

from core.workdays.defaults import record_martial_law


def record(apps, schema_editor):
    record_martial_law(apps.get_model("core", "MartialLawPeriod"))


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]

    operations = [migrations.RunPython(record, migrations.RunPython.noop)]
