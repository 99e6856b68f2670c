"""The user: e-mail is the login."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class VerificationLevel(models.TextChoices):
    """How sure we are that a resident is who they say."""

    NONE = "none", _("not verified")
    EMAIL = "email", _("by e-mail")
    DESK = "desk", _("at the desk, by a document")


class UserManager(BaseUserManager):
    """Makes users by e-mail."""

    use_in_migrations = True

    def create_user(self, email, password=None, **fields):
        """Make a user; `email` is stored in lower case. Raises ValueError without one."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """Make a user who may do everything, the Django admin included."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        """Find by e-mail, whatever its case."""
        return self.get(email=(email or "").strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """A resident or a member of staff."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("full name"), max_length=200, blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    postal_address = models.CharField(_("postal address"), max_length=300, blank=True)
    settlement = models.ForeignKey(
        "accounts.Settlement", models.PROTECT, null=True, blank=True, verbose_name=_("settlement")
    )
    language = models.CharField(_("language"), max_length=8, default="uk")
    verification = models.CharField(
        _("verification"), max_length=10, choices=VerificationLevel.choices, default=VerificationLevel.NONE
    )
    verified_at = models.DateTimeField(_("verified"), null=True, blank=True)
    verified_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    unit = models.ForeignKey(
        "accounts.Unit", models.PROTECT, null=True, blank=True, related_name="people", verbose_name=_("unit")
    )
    position = models.CharField(_("position"), max_length=200, blank=True, help_text=_("Printed under answers."))
    is_staff = models.BooleanField(_("may enter the Django admin"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(_("joined"), default=timezone.now)
    anonymised_at = models.DateTimeField(_("erased"), null=True, blank=True, editable=False)

    objects = UserManager()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        ordering = ["name", "email"]
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="accounts_user_email_once"),
        ]

    def __str__(self):
        return self.name or _("User %(number)s") % {"number": self.pk}

    def get_full_name(self):
        """The full name, or nothing."""
        return self.name

    def get_short_name(self):
        """The first word of the name, or nothing."""
        return self.name.split(" ")[0] if self.name else ""

    def clean(self):
        """Fold the e-mail to lower case."""
        super().clean()
        self.email = self.email.strip().lower()
