from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Machinery")

    def ready(self):
        from . import checks, workdays  # noqa: F401 (the checks register themselves)

        workdays.signals.connect()
