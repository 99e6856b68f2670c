from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HearingsConfig(AppConfig):
    name = "participation.hearings"
    label = "hearings"
    verbose_name = _("Public hearings")

    def ready(self):
        from participation.hearings import ready

        ready.register()
