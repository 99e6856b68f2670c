"""What the page of a case shows of an idea besides its words: for staff and for the author alike."""

from participation.ideas.similar import similar


def idea_panel(case):
    """Evaluations, milestones, official answers, earlier words, similar ideas; nothing for other cases."""
    if case.procedure != "idea":
        return None
    idea = case.specific
    return "ideas/parts/panel.html", {
        "idea": idea,
        "evaluation": idea.evaluations.select_related("unit").prefetch_related("checks").first(),
        "milestones": idea.milestones.all(),
        "answers": idea.official_answers.select_related("owner"),
        "versions": idea.versions.order_by("-number"),
        "co_authors": idea.co_authors.select_related("user"),
        "similar": similar(f"{idea.public_title} {idea.public_text[:600]}", besides=idea),
    }
