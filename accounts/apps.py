from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("People and places")

    def ready(self):
        from . import letters, menu, personal, rights, signals

        rights.register()
        letters.declare()
        personal.register()
        signals.connect()
        menu.register()
