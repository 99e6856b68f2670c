"""Template filter for articles of law."""

from django import template

from casework.citations import citation

register = template.Library()
register.filter("citation", citation)
