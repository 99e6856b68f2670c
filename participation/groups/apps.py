from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GroupsConfig(AppConfig):
    name = "participation.groups"
    label = "groups"
    verbose_name = _("Working groups")

    def ready(self):
        from participation.groups import ready

        ready.register()
