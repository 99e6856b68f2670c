"""The editor's way to readers: what an editor submits, the head approves (Wagtail's workflow)."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import GroupApprovalTask, Page, Task, Workflow, WorkflowPage, WorkflowTask

from accounts.roles import GROUP_NAMES, Role

NAME = "Редактор → керівник"
TASK = "Погодження керівником"
WAGTAILS_OWN = "Moderators approval"


@transaction.atomic
def ensure_workflow():
    """Make the workflow and give it to the whole tree, unless the community already has a workflow of its own.

    Workflows in Wagtail are switched off, never deleted, so an administrator's later change or refusal is respected.
    """
    if Workflow.objects.exclude(name=WAGTAILS_OWN).exists():
        return
    root = Page.get_first_root_node()
    if root is None:
        return
    workflow = Workflow.objects.create(name=NAME, active=True)
    task = GroupApprovalTask.objects.create(name=TASK, active=True)
    task.groups.add(Group.objects.get_or_create(name=GROUP_NAMES[Role.HEAD])[0])
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    Workflow.objects.filter(name=WAGTAILS_OWN).update(active=False)
    Task.objects.filter(name=WAGTAILS_OWN).update(active=False)
