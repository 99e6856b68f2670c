"""The catalogue of services as a reader asked for it: the query string is a stranger, so a form meets it."""

from itertools import groupby

from django import forms
from django.core.paginator import Paginator
from django.db.models.functions import Substr
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from cms.alphabet import NUMBERS, sort_key
from cms.models.services.providers import Audience, ServiceProvider
from cms.models.situations import SituationPage
from core.query import PageField, QueryForm, SearchField

PER_PAGE = 30
STEP = 4  # length of one part of the path of a page in the tree
APPLICANTS = {"people": _("Individuals"), "sole-traders": _("Sole traders"), "companies": _("Legal entities")}
COLUMNS = {"people": "for_people", "sole-traders": "for_sole_traders", "companies": "for_companies"}
WAYS = {"online": _("Can be done online"), "in-person": _("Only in person")}


class CatalogueQuery(QueryForm):
    """Words, life situation, audience, provider, letter, online or not, page. Unknown values are errors, never exceptions."""

    q = SearchField(label=_("Name, code or everyday word"))
    situation = forms.ModelChoiceField(
        None, to_field_name="slug", required=False, label=_("Life situation"), empty_label=_("All")
    )
    audience = forms.ChoiceField(required=False, label=_("For whom"))
    provider = forms.ModelChoiceField(
        None, to_field_name="slug", required=False, label=_("Provider"), empty_label=_("All")
    )
    way = forms.ChoiceField(required=False, label=_("How"), choices=[("", _("All")), *WAYS.items()])
    letter = forms.CharField(required=False, max_length=1, widget=forms.HiddenInput)
    page = PageField(widget=forms.HiddenInput)

    def __init__(self, data, *, catalogue, **options):
        """`catalogue` gives the values that lead somewhere."""
        super().__init__(data, auto_id="services-%s", **options)
        self.fields["situation"].queryset = catalogue.situations
        self.fields["provider"].queryset = catalogue.providers
        groups = [(audience.slug, str(audience)) for audience in catalogue.audiences]
        self.fields["audience"].choices = [
            ("", _("All")),
            (_("Applicants"), list(APPLICANTS.items())),
            *([(_("Groups of people"), groups)] if groups else []),
        ]
        for field in self.fields.values():
            field.error_messages["invalid_choice"] = _("Choose one from the list.")


class Catalogue:
    """What the index page prints: the form, the services found, one page of them by letters, and the ways in."""

    def __init__(self, index, data, services):
        """`data` is the raw query string (QueryDict); `services` all services and variants that this reader may see."""
        self.index = index
        self.data = data
        self.services = services.order_by()
        self.form = CatalogueQuery.read(data, catalogue=self)

    @cached_property
    def situations(self):
        """Life situations in the reader's language that some service belongs to."""
        keys = SituationPage.objects.filter(services__in=self.services).values("translation_key")
        return (
            SituationPage.objects.filter(translation_key__in=keys, locale=self.index.locale)
            .live()
            .order_by("title", "pk")
        )

    @cached_property
    def providers(self):
        """Providers of some service here."""
        return ServiceProvider.objects.filter(pk__in=self.services.values("provider"))

    @cached_property
    def audiences(self):
        """Audiences of some service here, as a list."""
        return list(Audience.objects.filter(services__in=self.services).distinct())

    @cached_property
    def address(self):
        """The whole catalogue."""
        return self.index.get_url()

    @property
    def asked(self):
        """A usable value for every field of the form."""
        return self.form.values

    @cached_property
    def _matching(self):
        """Services and variants that the filters other than the letter let through, or None when nothing was asked."""
        asked, found = self.asked, self.services
        if asked["q"]:
            found = found.found_by(asked["q"])
        if asked["situation"]:
            found = found.filter(situations__translation_key=asked["situation"].translation_key)
        if asked["audience"] in COLUMNS:
            found = found.filter(**{COLUMNS[asked["audience"]]: True})
        elif asked["audience"]:
            found = found.filter(audiences__slug=asked["audience"])
        if asked["provider"]:
            found = found.filter(provider=asked["provider"])
        if asked["way"]:
            found = found.exclude(online_url="") if asked["way"] == "online" else found.filter(online_url="")
        return None if found is self.services else found

    @cached_property
    def _heads(self):
        """Services of the list: those that stand directly below the index and match, or whose variant matches."""
        heads = self.services.filter(depth=self.index.depth + 1)
        if self._matching is None:
            return heads
        # Two short questions: databases without fresh statistics plan the nested one as a loop in a loop.
        width = len(self.index.path) + STEP
        beginnings = {path[:width] for path in self._matching.order_by().values_list("path", flat=True)}
        return heads.filter(path__in=beginnings)

    @cached_property
    def found(self):
        """The list without its pages, А to Я; nothing when a filter is not understood."""
        if self.form.errors:
            return self.services.none()
        letter = self.asked["letter"].upper()
        heads = self._heads.filter(letter=letter) if letter else self._heads
        return heads.select_related("provider").defer_streamfields().by_name()

    @cached_property
    def page(self):
        """The page of the list that was asked for; a wrong number gives the first or the last."""
        page = Paginator(self.found, PER_PAGE).get_page(self.asked["page"])
        page.object_list = list(page.object_list)
        self._bring_variants(page.object_list)
        return page

    def _bring_variants(self, heads):
        """Give each service of a page its `shown_variants`: one query."""
        width = len(self.index.path) + STEP
        below = self.services.filter(depth__gt=self.index.depth + 1) if any(head.numchild for head in heads) else None
        variants = {head.path: [] for head in heads}
        if below is not None:
            below = below.annotate(head=Substr("path", 1, width)).filter(head__in=list(variants))
            for variant in below.defer_streamfields().order_by("path"):
                variants[variant.head].append(variant)
        for head in heads:
            head.shown_variants = variants[head.path]

    @cached_property
    def groups(self):
        """The page of the list by letters: [(letter, [service, …]), …]."""
        return [
            (letter, list(services)) for letter, services in groupby(self.page.object_list, lambda page: page.letter)
        ]

    @cached_property
    def letters(self):
        """Letters under which the other filters find something: dicts (label, url, current) in the order of the alphabet."""
        found = [] if self.form.errors else set(self._heads.values_list("letter", flat=True).distinct())
        chosen = self.asked["letter"].upper()
        return [
            {
                "label": "0–9" if letter == NUMBERS else letter,
                "url": self._query(letter=letter),
                "current": letter == chosen,
            }
            for letter in sorted(found, key=sort_key)
        ]

    @cached_property
    def chosen(self):
        """The filters that the reader chose, by name."""
        return {name: value for name, value in self.form.chosen.items() if name != "page"}

    @cached_property
    def chips(self):
        """The chosen filters in words, each with the address of the list without it."""
        names = {**APPLICANTS, **WAYS, **{audience.slug: str(audience) for audience in self.audiences}}
        said = {
            name: names.get(value, value) if isinstance(value, str) else value for name, value in self.chosen.items()
        }
        said |= {"q": f"«{said['q']}»"} if "q" in said else {}
        return [(str(value), self._query(**{name: None})) for name, value in said.items()]

    @cached_property
    def ways_in(self):
        """Applicants and audiences: pairs (label, address)."""
        pairs = [*APPLICANTS.items(), *((audience.slug, str(audience)) for audience in self.audiences)]
        return [(label, f"?{urlencode({'audience': key})}") for key, label in pairs]

    def _query(self, **changes):
        values = {name: getattr(value, "slug", value) for name, value in self.chosen.items()} | changes
        return f"?{urlencode([(name, value) for name, value in values.items() if value])}"
