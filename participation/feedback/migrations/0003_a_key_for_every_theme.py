"""Give every theme a key of its own: adding the column gave all of them the same."""

import uuid

from django.db import migrations


def give_keys(apps, schema_editor):
    """Write a fresh key into every theme."""
    themes = apps.get_model("feedback", "Theme").objects.all()
    for theme in themes:
        theme.key = uuid.uuid4()
    themes.model.objects.bulk_update(themes, ["key"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0002_keys_and_position"),
    ]

    operations = [migrations.RunPython(give_keys, migrations.RunPython.noop)]
