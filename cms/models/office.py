"""People in office: posts, who holds them and since when, and what each person allowed the site to show."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from cms.slugs import page_slug
from cms.translated import in_language
from core.uploads import StoredFile

SHOWABLE = ("name", "photo", "phone", "story")


class ConsentWay(models.TextChoices):
    """How a consent reached us."""

    PAPER = "paper", _("signed on paper")
    SIGNED = "signed", _("with an electronic signature")
    EMAIL = "email", _("by e-mail")
    ACCOUNT = "account", _("in a personal account")


class ConsentQuerySet(models.QuerySet):
    """Sentences about consents."""

    def valid(self, today=None):
        """Given by today and not withdrawn."""
        return self.filter(given_on__lte=today or timezone.localdate(), withdrawn_on=None)

    def to(self, what):
        """Those that cover `what`, one of SHOWABLE."""
        return self.filter(**{f"covers_{what}": True})


class Person(models.Model):
    """Somebody who holds a post or tells a story. Nothing of a person is shown without a consent.

    The site history keeps what `str()` gave long after a consent is withdrawn, so a person is called there by a number.
    """

    full_name = models.CharField(_("full name"), max_length=160)
    bio = models.TextField(
        _("about the person"),
        max_length=1500,
        blank=True,
        help_text=_("Shown together with the name, never without it."),
    )
    phone = models.CharField(
        _("own phone"),
        max_length=40,
        blank=True,
        help_text=_("Shown only with a consent. The phone of the office belongs to the post."),
    )

    class Meta:
        ordering = ["full_name", "pk"]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self):
        return str(_("Person %(number)s") % {"number": self.pk or "–"})

    def allows(self, what, today=None):
        """Whether a valid consent covers `what` (name, photo, phone, story); reads prefetched consents."""
        today = today or timezone.localdate()
        return any(record.is_valid(today) and getattr(record, f"covers_{what}") for record in self.consents.all())

    @property
    def public_name(self):
        """The name for readers, or an empty string."""
        return self.full_name if self.allows("name") else ""

    @property
    def consents_said(self):
        """What valid consents cover, in words."""
        today = timezone.localdate()
        said = [text for record in self.consents.all() if record.is_valid(today) for text in record.covered()]
        return ", ".join(dict.fromkeys(said)) or str(pgettext_lazy("may be shown", "nothing"))


class PersonPhoto(StoredFile):
    """The photo of a person. It has no address of its own: a view hands it out while the consent lasts."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="photo")

    class Meta:
        verbose_name = _("photo of a person")
        verbose_name_plural = _("photos of people")

    def can_read(self, user):
        """Everybody while the consent lasts, staff always."""
        return self.person.allows("photo") or user.has_perm("cms.view_person")


class ConsentRecord(models.Model):
    """One consent: to what, when and how it was given, when it was withdrawn (Law 2297-VI, Art. 8 and 11)."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents", verbose_name=_("person"))
    covers_name = models.BooleanField(pgettext_lazy("of a person", "name"), default=False)
    covers_photo = models.BooleanField(_("photo"), default=False)
    covers_phone = models.BooleanField(_("own phone"), default=False)
    covers_story = models.BooleanField(_("story in the person’s words"), default=False)
    given_on = models.DateField(_("given on"), default=timezone.localdate)
    way = models.CharField(_("how it was given"), max_length=10, choices=ConsentWay, default=ConsentWay.PAPER)
    document = models.CharField(
        _("document"), max_length=200, blank=True, help_text=_("Number or place in the archive. Readers never see it.")
    )
    withdrawn_on = models.DateField(
        _("withdrawn on"),
        null=True,
        blank=True,
        help_text=_("As soon as it is filled in, everything that this consent allowed disappears from the site."),
    )

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-pk"]
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("given_on")),
                name="cms_consent_days_in_order",
                violation_error_message=_("A consent cannot be withdrawn before it was given."),
            ),
            models.CheckConstraint(
                condition=Q(covers_name=True) | Q(covers_photo=True) | Q(covers_phone=True) | Q(covers_story=True),
                name="cms_consent_covers_something",
                violation_error_message=_("Tick at least one thing that the person allowed."),
            ),
        ]

    def __str__(self):
        return str(_("Consent %(number)s of %(day)s") % {"number": self.pk or "–", "day": f"{self.given_on:%d.%m.%Y}"})

    def clean(self):
        """A day that has not come yet is a slip of the pen."""
        super().clean()
        today = timezone.localdate()
        errors = {
            name: _("This day has not come yet.")
            for name in ("given_on", "withdrawn_on")
            if getattr(self, name) and getattr(self, name) > today
        }
        if errors:
            raise ValidationError(errors)

    def is_valid(self, today):
        """The twin of `valid` for one consent."""
        return self.withdrawn_on is None and self.given_on <= today

    def covered(self):
        """What it covers, in words."""
        return [
            str(self._meta.get_field(f"covers_{what}").verbose_name)
            for what in SHOWABLE
            if getattr(self, f"covers_{what}")
        ]

    @property
    def covered_said(self):
        """The same in one line."""
        return ", ".join(self.covered())


class ConsentScan(StoredFile):
    """The signed paper; only staff who keep consents may read it."""

    consent = models.OneToOneField(ConsentRecord, models.CASCADE, related_name="scan")

    class Meta:
        verbose_name = _("scan of a consent")
        verbose_name_plural = _("scans of consents")

    def can_read(self, user):
        """Those who keep consents."""
        return user.has_perm("cms.change_consentrecord")


class Post(ClusterableModel):
    """A post (посада) in a unit, or of the leadership when it has no unit. Links lead to posts, never to people."""

    unit = models.ForeignKey(
        "accounts.Unit",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name=_("unit"),
        help_text=_("Leave empty for the head of the community and the deputies."),
    )
    title = models.CharField(_("post"), max_length=200)
    title_en = models.CharField(_("post in English"), max_length=200, blank=True)
    slug = models.SlugField(
        _("address"), max_length=120, unique=True, blank=True, help_text=_("Made from the name when left empty.")
    )
    is_head = models.BooleanField(_("heads the unit"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    duties = models.TextField(_("what this post answers for"), max_length=1500, blank=True)
    phone = models.CharField(_("phone of the office"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail of the office"), blank=True)
    room = models.CharField(_("room"), max_length=40, blank=True)

    panels = [
        MultiFieldPanel([FieldPanel("title"), FieldPanel("title_en"), FieldPanel("unit")], heading=_("Post")),
        FieldRowPanel([FieldPanel("is_head"), FieldPanel("order"), FieldPanel("slug")]),
        FieldPanel("duties"),
        FieldRowPanel(
            [FieldPanel("phone"), FieldPanel("email"), FieldPanel("room")], heading=_("Contacts of the office")
        ),
        InlinePanel("receptions", label=_("reception"), heading=_("Reception of citizens")),
        InlinePanel(
            "reception_dates",
            label=_("date"),
            heading=_("Extra and cancelled receptions"),
            help_text=_("Dates that differ from the rules above."),
        ),
    ]

    class Meta:
        ordering = ["-is_head", "order", "title", "pk"]
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        constraints = [
            models.UniqueConstraint(
                fields=["unit"],
                condition=Q(is_head=True),
                name="cms_post_one_head_per_unit",
                violation_error_message=_("This unit has a head already."),
            ),
            models.UniqueConstraint(
                fields=["is_head"],
                condition=Q(is_head=True, unit=None),
                name="cms_post_one_head_of_community",
                violation_error_message=_("The community has a head already: choose the unit of this post."),
            ),
        ]

    def __str__(self):
        return self.title

    def clean(self):
        """Make the address from the name before uniqueness is asked."""
        super().clean()
        self.slug = self.slug or self.free_slug()

    def save(self, *args, **kwargs):
        """Never store an empty address."""
        self.slug = self.slug or self.free_slug()
        super().save(*args, **kwargs)

    def free_slug(self):
        """An address that no other post has; equal titles get a number."""
        base = page_slug(self.title)[:100]
        taken = set(Post.objects.filter(slug__startswith=base).exclude(pk=self.pk).values_list("slug", flat=True))
        number, slug = 1, base
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        return slug

    @property
    def name(self):
        """The title in the reader's language."""
        return in_language(self, "title")


class AppointmentQuerySet(models.QuerySet):
    """Sentences about holding a post."""

    def current(self, today=None):
        """Those who hold their posts today."""
        today = today or timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gte=today), since__lte=today)


class Appointment(models.Model):
    """A person holds a post from one day to another. Leaving fills in the last day; nothing is deleted."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="appointments", verbose_name=_("post"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments", verbose_name=_("person"))
    since = models.DateField(_("since"))
    until = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The last day in office. Empty while it lasts.")
    )
    is_acting = models.BooleanField(
        _("acting"), default=False, help_text=_("Replaces the holder of the post or fills a vacancy for a time.")
    )
    ground = models.CharField(_("act"), max_length=200, blank=True, help_text=_("Number and date of the order."))

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="cms_appointment_days_in_order",
                violation_error_message=_("The last day is before the first one."),
            ),
            models.UniqueConstraint(
                fields=["post"],
                condition=Q(until=None, is_acting=False),
                name="cms_appointment_one_holder",
                violation_error_message=_(
                    "Somebody holds this post. End that appointment first, or mark this one as acting."
                ),
            ),
        ]

    def __str__(self):
        return str(_("%(post)s, since %(day)s") % {"post": self.post, "day": f"{self.since:%d.%m.%Y}"})

    def save(self, *args, **kwargs):
        """Ask the rule again under a lock on the post: two forms may have been sent at once. Raises ValidationError."""
        with transaction.atomic():
            Post.objects.select_for_update().filter(pk=self.post_id).first()
            if self.meets_another():
                raise ValidationError(
                    _("Somebody else holds this post on some of these days. Mark one of the two as acting.")
                )
            super().save(*args, **kwargs)

    def clean(self):
        """Nobody else holds the post on the same days."""
        super().clean()
        if self.post_id and self.since and self.meets_another():
            raise ValidationError(
                {"since": _("Somebody else holds this post on some of these days. Mark one of the two as acting.")}
            )

    def meets_another(self):
        """Whether another appointment to this post that is not acting shares a day with this one."""
        if self.is_acting:
            return False
        others = Appointment.objects.filter(post_id=self.post_id, is_acting=False).exclude(pk=self.pk)
        if self.until is not None:
            others = others.filter(since__lte=self.until)
        return others.filter(Q(until=None) | Q(until__gte=self.since)).exists()

    def is_current(self, today):
        """The twin of `current` for one appointment."""
        return self.since <= today and (self.until is None or self.until >= today)
