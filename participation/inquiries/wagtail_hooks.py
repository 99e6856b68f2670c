from wagtail.snippets.models import register_snippet

from participation.inquiries.admin import InquiriesGroup

register_snippet(InquiriesGroup)
