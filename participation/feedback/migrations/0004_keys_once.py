from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0003_a_key_for_every_theme"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.UniqueConstraint(fields=("theme", "key"), name="feedback_measure_once"),
        ),
        migrations.AddConstraint(
            model_name="theme",
            constraint=models.UniqueConstraint(fields=("summary", "key"), name="feedback_theme_once"),
        ),
    ]
