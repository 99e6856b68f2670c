"""Filing on a person's behalf: the same form as on the site, with the desk's own fields, and the printed slip."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.generic import FormView

from casework.actors import Actor
from casework.intake import desk_form_of, file_case
from casework.procedure import UnknownProcedure, all_procedures
from casework.procedure import procedure as procedure_by_key
from casework.public.slip import slip
from casework.services.tracking import case_by_token, tracking_token
from casework.staff.access import channels_for


def procedures_at_the_desk():
    """The procedures that have a form."""
    return [row for row in all_procedures() if row.intake_form]


@require_safe
@never_cache
def reception(request):
    """«Прийом заявника»: what may be filed here."""
    if not channels_for(request.user):
        raise PermissionDenied
    return render(request, "casework/staff/reception.html", {"procedures": procedures_at_the_desk()})


@method_decorator(never_cache, name="dispatch")
class DeskView(FormView):
    """The form of one procedure, filled by staff for a person."""

    template_name = "casework/staff/desk.html"

    def dispatch(self, request, *args, **kwargs):
        """Let in only who files for others, to a procedure that has a form."""
        if not channels_for(request.user):
            raise PermissionDenied
        if self.procedure not in procedures_at_the_desk():
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def procedure(self):
        """The procedure of the address, or None."""
        try:
            return procedure_by_key(self.kwargs["procedure"])
        except UnknownProcedure:
            return None

    def get_form_class(self):
        """The public form with the desk's fields after it."""
        return desk_form_of(self.procedure)

    def get_form(self, form_class=None):
        """Offer the channels of this person's role."""
        form = super().get_form(form_class)
        allowed = channels_for(self.request.user)
        field = form.fields["channel"]
        field.choices = [(value, label) for value, label in field.choices if value in allowed]
        if field.initial not in allowed:
            field.initial = allowed[0]
        return form

    def get_context_data(self, **kwargs):
        """Add the procedure's words."""
        return super().get_context_data(procedure=self.procedure, **kwargs)

    def form_valid(self, form):
        """Enter the case, once however often the form is sent, and show the slip."""
        receipt = file_case(self.procedure.key, form, actor=Actor.person(self.request.user))
        return redirect("casework_staff:slip", token=tracking_token(receipt.case))

    def form_invalid(self, form):
        """Show the messages; 422 tells programs that nothing was filed."""
        return self.render_to_response(self.get_context_data(form=form), status=422)


@require_safe
@never_cache
def slip_view(request, token):
    """The printed slip, for whoever filed the case or works with it; the secret code is nobody else's."""
    if not channels_for(request.user):
        raise PermissionDenied
    case = case_by_token(token)
    if case is None or not (case.filed_by_id == request.user.pk or case.is_staffed_by(request.user)):
        raise Http404
    template = "casework/staff/slip_print.html" if "druk" in request.GET else "casework/staff/slip.html"
    works = case.is_staffed_by(request.user)
    return render(request, template, {"case": case, "slip": slip(case), "works": works, "rules": case.rules})
