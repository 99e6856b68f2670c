"""The measuring rod: a view that returns a constant page of 20 kB, without middleware."""

from django.http import HttpResponse
from django.urls import path

PAGE = b"<!doctype html><title>bare</title>" + b"<p>constant</p>\n" * 1250


def bare(request):
    """Return the constant page."""
    return HttpResponse(PAGE)


urlpatterns = [path("", bare)]
