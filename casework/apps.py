from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CaseworkConfig(AppConfig):
    name = "casework"
    verbose_name = _("The register")

    def ready(self):
        from casework import jobs, mail, rules, triggers  # noqa: F401

        mail.declare_letters()
        jobs.register()
        post_migrate.connect(triggers.install, dispatch_uid="casework.triggers", sender=self)
