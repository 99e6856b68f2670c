"""The user: e-mail is the login."""

import re

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.text import fold

from .roles import GROUP_NAMES, ROLE_BY_GROUP_NAME, Role


class VerificationLevel(models.TextChoices):
    """How sure we are that a resident is who they say."""

    NONE = "none", _("not verified")
    EMAIL = "email", _("by e-mail")
    DESK = "desk", _("at the desk, by a document")


def digits(match):
    """Return the last nine digits of a phone number, which are the same however its country code is written."""
    return re.sub(r"\D", "", match[0])[-9:]


class UserQuerySet(models.QuerySet):
    """Sentences about people."""

    def with_role(self, *roles):
        """Active people who have any of `roles` (values of Role)."""
        names = [GROUP_NAMES[Role(role)] for role in roles]
        return self.filter(is_active=True, groups__name__in=names).distinct()

    def found_by(self, question):
        """People whose name, e-mail or phone number holds every word of `question`; nobody for an empty one."""
        words = [re.sub(r"^\+?[\d()-]{7,}$", digits, word) for word in fold(question).split()]
        found = self if words else self.none()
        for word in words:
            found = found.filter(search_text__contains=word)
        return found

    def residents(self):
        """People who have no role and are not superusers, the erased left out."""
        staff = self.model._default_manager.filter(groups__name__in=ROLE_BY_GROUP_NAME).values("pk")
        return self.filter(is_superuser=False, anonymised_at=None).exclude(pk__in=staff)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
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
    position = models.CharField(
        pgettext_lazy("of an employee", "position"), max_length=200, blank=True, help_text=_("Printed under answers.")
    )
    is_staff = models.BooleanField(_("may enter the Django admin"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    date_joined = models.DateTimeField(_("joined"), default=timezone.now)
    search_text = models.CharField(max_length=600, blank=True, editable=False)
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
        permissions = [("verify_resident", _("Can check a resident’s document at the desk"))]

    def __str__(self):
        return self.name or _("User %(number)s") % {"number": self.pk}

    def save(self, *args, **kwargs):
        """Save, with the column that the search of people looks into."""
        phone = re.sub(r"\D", "", self.phone)[-9:]
        self.search_text = fold(f"{self.name} {self.email} {phone}")[:600]
        fields = kwargs.get("update_fields")
        if fields is not None:
            kwargs["update_fields"] = {*fields, "search_text"}
        super().save(*args, **kwargs)

    @cached_property
    def roles_given(self):
        """The frozenset of the roles' values, also of someone who left. Read once per instance."""
        if not self.pk:
            return frozenset()
        names = self.groups.filter(name__in=ROLE_BY_GROUP_NAME).values_list("name", flat=True)
        return frozenset(ROLE_BY_GROUP_NAME[name].value for name in names)

    @property
    def role_set(self):
        """The frozenset of the roles' values that count now: none for an inactive user."""
        return self.roles_given if self.is_active else frozenset()

    def has_role(self, *roles):
        """Whether the user has any of `roles`. A superuser has only the roles given to them."""
        return not self.role_set.isdisjoint(Role(role).value for role in roles)

    @property
    def is_official_staff(self):
        """Whether the user works here: has any role, or is a superuser."""
        return self.is_active and (self.is_superuser or bool(self.role_set))

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
