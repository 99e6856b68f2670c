from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CaseworkConfig(AppConfig):
    name = "casework"
    verbose_name = _("The register")

    def ready(self):
        from accounts import cabinet, mydata
        from casework import jobs, mail, people, rights, rules, triggers  # noqa: F401
        from core import site

        mail.declare_letters()
        jobs.register()
        rights.grant_rights()
        cabinet.register(10, people.cabinet_section)
        mydata.register("cases", export=people.export_cases, erase=people.erase_cases)
        post_migrate.connect(triggers.install, dispatch_uid="casework.triggers", sender=self)
        site.register_navigation(45, _("Where is my case?"), "casework:track")
        site.register_footer(13, _("Inquiries"), _("Where is my case?"), "casework:track")
