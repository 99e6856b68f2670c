from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SheetsConfig(AppConfig):
    name = "participation.sheets"
    label = "sheets"
    verbose_name = _("Signatures and attendance")

    def ready(self):
        from participation.sheets import ready

        ready.register()
