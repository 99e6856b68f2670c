"""Pages and staff screens of the directory, partners, stories, projects and documents."""

from django.urls import reverse

from accounts.models import Unit
from cms.models import CommunityDocumentPage, ConsentRecord, Person, Post, ProjectPage, StoryPage


def people_pages():
    """One of every kind and state that looks different."""
    head, vacant = Post.objects.get(slug="holova-hromady"), Post.objects.get(slug="nachalnyk-sluzhby-u-spravakh-ditei")
    documents = ("rehlament-tsnap-2021", "proiekt-pravyl-blahoustroiu")
    return {
        "staff list": "/kontakty/pratsivnyky/",
        "staff list, nothing found": "/kontakty/pratsivnyky/?q=нічогісінько",
        "phone list": "/kontakty/telefony/",
        "post": f"/kontakty/posada/{head.slug}/",
        "vacant post": f"/kontakty/posada/{vacant.slug}/",
        "unit": f"/kontakty/pidrozdil/{Unit.objects.order_by('order', 'pk').first().pk}/",
        "contacts in English": "/en/kontakty/",
        "partners": "/partnery/",
        "stories": "/istorii/",
        "story": StoryPage.objects.live().order_by("pk").first().get_url(),
        "projects": "/proiekty/",
        **{f"project, {page.slug}": page.get_url() for page in ProjectPage.objects.live().order_by("pk")[:2]},
        "documents": "/dokumenty/",
        "documents, nothing found": "/dokumenty/?q=нічогісінько",
        **{f"document, {slug}": CommunityDocumentPage.objects.get(slug=slug).get_url() for slug in documents},
    }


def people_screens():
    """The lists and forms that differ from plain snippets."""
    person, record = Person.objects.order_by("pk").first(), ConsentRecord.objects.order_by("pk").first()
    post = Post.objects.order_by("pk").first()
    return {
        "posts": reverse("wagtailsnippets_cms_post:list"),
        "post with receptions": reverse("wagtailsnippets_cms_post:edit", args=[post.pk]),
        "people": reverse("wagtailsnippets_cms_person:list"),
        "person": reverse("wagtailsnippets_cms_person:edit", args=[person.pk]),
        "new appointment": reverse("wagtailsnippets_cms_appointment:add"),
        "consent": reverse("wagtailsnippets_cms_consentrecord:edit", args=[record.pk]),
    }
