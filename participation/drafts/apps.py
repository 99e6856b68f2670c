from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DraftsConfig(AppConfig):
    name = "participation.drafts"
    label = "drafts"
    verbose_name = _("Draft documents")

    def ready(self):
        from participation.drafts import ready

        ready.register()
