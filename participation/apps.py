from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ParticipationConfig(AppConfig):
    name = "participation"
    verbose_name = _("Participation")

    def ready(self):
        from core import site

        site.register_navigation(30, _("Participation"), "participation:hub")
        site.register_footer(20, _("Participation"), _("Decide together"), "participation:hub")
        site.register_footer(21, _("Participation"), _("You said, we did"), "feedback:list")
