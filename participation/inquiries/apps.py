from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InquiriesConfig(AppConfig):
    name = "participation.inquiries"
    label = "inquiries"
    verbose_name = _("Requests and suggestions")

    def ready(self):
        from participation.inquiries import ready

        ready.register()
