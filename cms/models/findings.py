"""Links of published pages that lead nowhere."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

URL_LENGTH = 1000


class Problem(models.TextChoices):
    """What is wrong with a link."""

    GONE_PAGE = "gone_page", _("the page was deleted")
    HIDDEN_PAGE = "hidden_page", _("the page is not published")
    GONE_FILE = "gone_file", _("the document was deleted")
    NO_ADDRESS = "no_address", _("this site has no such address")
    NO_ANCHOR = "no_anchor", _("the page has no such part")
    NO_ANSWER = "no_answer", _("the other site does not answer")
    REFUSED = "refused", _("the other site says there is no such page")
    NOT_ASKED = "not_asked", _("the address must not be asked from here")


class LinkFinding(models.Model):
    """One broken link of one page; made anew at every check, so that a mended link disappears."""

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="broken_links", verbose_name=_("page"))
    target = models.CharField(_("leads to"), max_length=URL_LENGTH)
    words = models.CharField(_("words of the link"), max_length=200, blank=True)
    place = models.CharField(_("where in the page"), max_length=200, blank=True)
    problem = models.CharField(_("problem"), max_length=12, choices=Problem)
    is_external = models.BooleanField(_("on another site"), default=False)
    checked_at = models.DateTimeField(_("checked"), default=timezone.now)

    class Meta:
        ordering = ["page_id", "pk"]
        verbose_name = _("broken link")
        verbose_name_plural = _("broken links")
        constraints = [
            models.UniqueConstraint(fields=["page", "target", "place"], name="cms_finding_once"),
        ]

    def __str__(self):
        return self.target
