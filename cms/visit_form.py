"""The form of a visit: stops in order, one visit of a route a day; a change of a promised visit says why and is kept."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from cms.visit_rules import problems_of_stops, words_of_visit

WRITTEN_BY_VERBS = ("state", "reason", "moved_to", "version")


class VisitForm(WagtailAdminModelForm):
    """Day and route of a promised visit are moved by the button “Move”, not here."""

    change_reason = forms.CharField(
        label=_("why it changes"),
        max_length=250,
        required=False,
        help_text=_("Needed when the visit is confirmed: readers see what changed, when and why."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._offer_services()
        self.is_promised = bool(self.instance.pk) and self.instance.is_published
        if self.is_promised:
            as_stored = type(self.instance).objects.get(pk=self.instance.pk)
            self.before, self.settlements_before = words_of_visit(as_stored), _settlements(as_stored)
            for name in ("route", "day"):
                if name in self.fields:
                    self.fields[name].disabled = True
        elif "change_reason" in self.fields:
            self.fields["change_reason"].widget = forms.HiddenInput()

    def _offer_services(self):
        """Only services of visits, in the language of the community, and those that are ticked already."""
        field = self.fields.get("not_available")
        if field is not None:
            chosen = [page.pk for page in self.instance.not_available.all()] if self.instance.pk else []
            offered = Q(on_mobile_visits=True, live=True, locale__language_code="uk") | Q(pk__in=chosen)
            field.queryset = field.queryset.filter(offered).order_by("title", "pk")

    def clean(self):
        """Look at the stops together; ask why a promised visit changes; refuse what a reader saw end."""
        cleaned = super().clean()
        problems = problems_of_stops(self._stops())
        if problems:
            raise ValidationError(problems)
        if not self.is_promised and self._is_taken(cleaned.get("route"), cleaned.get("day")):
            self.add_error("day", _("The route already has a visit on this day."))
        if self.is_promised and not self.instance.is_standing:
            raise ValidationError(_("The visit was moved or cancelled. Restore it before you change it."))
        if self.is_promised and not cleaned.get("change_reason") and self._has_changed():
            self.add_error("change_reason", _("Say why: readers of the schedule will see it."))
        return cleaned

    def _is_taken(self, route, day):
        others = type(self.instance).objects.standing().filter(route=route, day=day).exclude(pk=self.instance.pk)
        return bool(route and day) and others.exists()

    def _has_changed(self):
        return self.has_changed() or any(formset.has_changed() for formset in self.formsets.values())

    def _stops(self):
        formset = self.formsets.get("stops")
        if formset is None or not formset.is_valid():
            return []
        kept = [form for form in formset.forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]
        kept.sort(key=lambda form: form.cleaned_data.get("ORDER") or 0)
        rows = [form.instance for form in kept]
        return [row for row in rows if row.arrives is not None and row.leaves is not None]

    def save(self, commit=True):
        """Keep what changed about a promised visit in the same transaction; never touch what the verbs write."""
        with transaction.atomic():
            if self.instance.pk:
                row = type(self.instance).objects.select_for_update().get(pk=self.instance.pk)
                for name in WRITTEN_BY_VERBS:
                    setattr(self.instance, name, getattr(row, name))
            visit = super().save(commit)
            if commit and self.is_promised:
                self._keep(visit)
        return visit

    def _keep(self, visit):
        saved = type(visit).objects.get(pk=visit.pk)
        after = words_of_visit(saved)
        if after == self.before:
            return
        saved.version += 1
        saved.save(update_fields=["version", "updated_at"])
        visit.version = saved.version
        change = saved.changes.create(
            version=saved.version,
            kind="edited",
            actor=self.for_user,
            before=self.before,
            after=after,
            reason=self.cleaned_data["change_reason"],
        )
        change.settlements.set(self.settlements_before | _settlements(saved))


def _settlements(visit):
    return {stop.settlement_id for stop in visit.stops.all()}
