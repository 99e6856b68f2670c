from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FeedbackConfig(AppConfig):
    name = "participation.feedback"
    label = "feedback"
    verbose_name = _("Summarised feedback")

    def ready(self):
        from participation.feedback import registrations

        registrations.register()
