"""Pages by which people find their way: samples, life situations."""

from django.utils.translation import gettext_lazy as _

from cms.readiness import Requirement, declare

from .asking import any_filled, either, filled, has_blocks, has_rows


def register():
    """Declare what a sample and a situation are made of."""
    declare(
        "cms.SamplePage",
        Requirement(_("A blank: DOCX, ODT or PDF"), any_filled("blank_docx_id", "blank_odt_id", "blank_pdf_id")),
        Requirement(_("The date of the edition"), filled("edition_on")),
    )
    declare(
        "cms.SituationPage",
        Requirement(_("One or two sentences that say whom it is for"), filled("lead")),
        Requirement(
            _("Services or pages: a group, a top task, or a service that names this situation"),
            either(has_blocks("groups"), has_blocks("top_tasks"), is_named_by_services),
        ),
    )


def is_named_by_services(page):
    """Does a service name this situation?"""
    return has_rows("services")(page) if page.pk else False
