"""The list of projects as a reader asked for it."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from core.query import PageField, QueryForm, paginate

PER_PAGE = 12


class ProjectQuery(QueryForm):
    """State."""

    state = forms.ChoiceField(label=_("State"), required=False)
    page = PageField(widget=forms.HiddenInput)

    def __init__(self, *args, states, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = [("", _("All")), *states.choices]


class ProjectListing:
    """The form and one page of the projects found."""

    def __init__(self, projects, states, data):
        """`projects` is a sorted queryset, `states` the enumeration, `data` the query string."""
        self.form = ProjectQuery.read(data, states=states)
        self._states = states
        self._projects = projects

    @cached_property
    def page(self):
        """The page that was asked for."""
        state = self.form.values["state"]
        found = self._projects.filter(state=state) if state else self._projects
        return paginate(found.defer_streamfields().with_goals(), self.form, PER_PAGE)

    @cached_property
    def choices(self):
        """The states as links (for the row of choices)."""
        state = self.form.values["state"]
        rows = [("", _("All")), *self._states.choices]
        return [
            {"label": label, "url": f"?state={key}" if key else "?", "current": key == state} for key, label in rows
        ]

    @property
    def is_filtered(self):
        """Whether the reader chose a state."""
        return bool(self.form.values["state"])
