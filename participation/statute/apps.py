from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StatuteConfig(AppConfig):
    name = "participation.statute"
    label = "statute"
    verbose_name = _("Statute parameters")

    def ready(self):
        from participation.statute import ready

        ready.register()
