"""The library of samples as a reader asked for it."""

from django import forms
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from cms.models.sample_parts import SampleTopic
from core.query import PageField, QueryForm, SearchField, paginate
from core.text import fold

PER_PAGE = 30
FORMATS = {"docx": "blank_docx", "odt": "blank_odt", "pdf": "blank_pdf"}
WAYS = [("", _("Any format")), ("online", _("can be filled in online")), *((name, name.upper()) for name in FORMATS)]


class SampleFilterForm(QueryForm):
    """Words, a topic, a format or filling online."""

    q = SearchField(label=_("Words"))
    topic = forms.ModelChoiceField(
        None, to_field_name="slug", required=False, label=_("Topic"), empty_label=_("All topics")
    )
    way = forms.ChoiceField(choices=WAYS, required=False, label=_("Format"))
    page = PageField(widget=forms.HiddenInput)

    def __init__(self, data, **options):
        super().__init__(data, auto_id="samples-%s", **options)
        self.fields["topic"].queryset = SampleTopic.objects.all()


class SampleListing:
    """What the library prints: the form, the samples by topic, one page of them."""

    def __init__(self, samples, data):
        """`samples` is the queryset of all that this reader may see; `data` the raw query string."""
        self.samples = samples
        self.form = SampleFilterForm.read(data)
        self.chosen = {name: value for name, value in self.form.chosen.items() if name != "page"}

    @cached_property
    def found(self):
        """Those that fit, by topic and name."""
        rows = self.samples
        if "topic" in self.chosen:
            rows = rows.filter(topic=self.chosen["topic"])
        if way := self.chosen.get("way"):
            rows = rows.fillable() if way == "online" else rows.filter(**{f"{FORMATS[way]}__isnull": False})
        for stem in stems(self.chosen.get("q", "")):
            rows = rows.filter(Q(folded__contains=stem))
        return rows.select_related("topic").by_topic()

    @cached_property
    def page(self):
        """The page of the list that was asked for."""
        return paginate(self.found, self.form, PER_PAGE)

    @cached_property
    def groups(self):
        """The page's samples under their topics: [(topic or None, [sample, …]), …]."""
        groups = {}
        for sample in self.page.object_list:
            groups.setdefault(sample.topic_id, (sample.topic, []))[1].append(sample)
        return list(groups.values())

    @property
    def chips(self):
        """The chosen filters in words, each with the address of the list without it."""
        said = {**self.chosen, "way": dict(WAYS).get(self.chosen.get("way"))}
        return [(str(said[name]), f"?{self._query(without=name)}") for name in self.chosen]

    def _query(self, without):
        return urlencode([(key, getattr(value, "slug", value)) for key, value in self.chosen.items() if key != without])


def stems(words):
    """Beginnings of the words as the search column keeps them: endings of Ukrainian words change, so long ones lose theirs."""
    return [word[: len(word) - (2 if len(word) > 6 else 1 if len(word) > 4 else 0)] for word in fold(words).split()]
