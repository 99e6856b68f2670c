"""Where the room shows itself in the admin."""

from wagtail.snippets.models import register_snippet

from participation.inquiries.admin import InquiriesGroup

register_snippet(InquiriesGroup)
