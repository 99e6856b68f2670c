from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ParticipationConfig(AppConfig):
    name = "participation"
    verbose_name = _("Participation")

    def ready(self):
        from core import site, sitemaps
        from participation.addresses import addresses

        site.register_navigation(30, _("Participation"), "participation:hub")
        site.register_footer(20, _("Participation"), _("Decide together"), "participation:hub")
        site.register_footer(21, _("Participation"), _("You said, we did"), "feedback:list")
        site.register_footer(22, _("Participation"), _("Calendar of participation"), "participation:calendar")
        site.register_footer(23, _("Participation"), _("By what rules"), "participation:rules")
        sitemaps.register("participation", addresses)
