from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Machinery")

    def ready(self):
        from . import checks, housekeeping, sweeping, workdays  # noqa: F401 (checks and jobs register themselves)
        from .outbox import addresses

        workdays.signals.connect()
        addresses.connect()
