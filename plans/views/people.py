"""Who has which role in a town; inviting, and ending a role."""

from smtplib import SMTPException

from allauth.decorators import rate_limit
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from plans import invitations
from plans.invitation_forms import InvitationForm
from plans.models import Membership, Territory
from plans.staffing import members_of, town_to_see, town_to_staff

NOT_ENDABLE = (
    "Tuto roli ukončit nemůžete. Vlastní roli, konzultanty a organizace z více měst spravuje správce "
    "nebo konzultant."
)
NOT_SENT = "E-mail se nepodařilo odeslat, pozvánka proto neplatí. Zkuste to prosím za chvíli znovu."


def people(request: HttpRequest, town_pk: int) -> HttpResponse:
    town = town_to_see(request.user, town_pk)
    context = {"town": town, "members": members_of(town, request.user)}
    if town.is_staffed:
        context["invitations"] = town.invitations.pending().select_related("organisation")
        context["ended_roles"] = _ended_roles(town)
    return render(request, "plans/people.html", context)


def _ended_roles(town: Territory) -> QuerySet:
    ended = Membership.history.filter(territory=town, history_type="-")
    return ended.select_related("user", "history_user").order_by("-history_date")[:20]


@rate_limit(action="invite")
def invite(request: HttpRequest, town_pk: int) -> HttpResponse:
    town = town_to_staff(request.user, town_pk)
    form = InvitationForm(request.POST or None, town=town, by=request.user)
    if request.method == "POST" and form.is_valid() and _sent(form, request):
        messages.success(request, f"Pozvánka odešla na {form.instance.email}.")
        return redirect("plans:people", town.pk)
    return render(request, "plans/invite.html", {"town": town, "form": form})


def _sent(form: InvitationForm, request: HttpRequest) -> bool:
    try:
        invitations.send(form.instance, request)
    except (SMTPException, OSError):
        form.add_error(None, NOT_SENT)
    return form.is_valid()


@require_POST
def withdraw_invitation(request: HttpRequest, town_pk: int, pk: int) -> HttpResponse:
    town = town_to_staff(request.user, town_pk)
    invitation = get_object_or_404(town.invitations.pending(), pk=pk)
    invitation.withdraw()
    messages.success(request, f"Pozvánka pro {invitation.email} je zrušená, odkaz už neplatí.")
    return redirect("plans:people", town.pk)


def end_role(request: HttpRequest, town_pk: int, pk: int) -> HttpResponse:
    town = town_to_staff(request.user, town_pk)
    membership = get_object_or_404(members_of(town, request.user), pk=pk)
    if not membership.can_end:
        raise PermissionDenied(NOT_ENDABLE)
    if request.method == "POST":
        membership.delete()
        messages.success(request, f"Role je ukončená: {membership}.")
        return redirect("plans:people", town.pk)
    return render(request, "plans/end_role.html", {"town": town, "membership": membership})
