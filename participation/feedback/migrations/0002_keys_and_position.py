import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="summary",
            name="approved_position",
            field=models.CharField(blank=True, max_length=200, verbose_name="position of who approved"),
        ),
        migrations.AddField(
            model_name="theme",
            name="key",
            field=models.UUIDField(default=uuid.uuid4, editable=False),
        ),
    ]
