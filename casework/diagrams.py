"""A procedure's table as words and as a diagram."""

from django.utils import translation

from casework.procedure import MeetClock, ReplaceClock, SetClock, StartClock


def describe_clock(action):
    """One clock action in words."""
    rule = getattr(action, "rule", "")
    rule = f" {rule}" if isinstance(rule, str) and rule else ""
    verbs = {StartClock: "start", ReplaceClock: "replace by", SetClock: "set to a date by", MeetClock: "meet"}
    return f"{verbs.get(type(action), 'drop')} {action.name}{rule}".replace("replace by", "replace", 1)


def as_text(procedure):
    """The table in plain words, one transition a line."""
    lines = [f"{procedure.key} ({procedure.prefix}): {procedure.label}", f"  law: {procedure.law}"]
    for row in procedure.transitions:
        target = row.target or "="
        clocks = "; ".join(describe_clock(action) for action in row.clocks)
        lines.append(
            f"  {row.event}: {', '.join(row.sources)} -> {target} [{', '.join(map(str, row.by))}]"
            + (f" {{{clocks}}}" if clocks else "")
            + (f" ({row.law})" if row.law else "")
        )
    return "\n".join(lines)


def as_mermaid(procedure):
    """The table as a Mermaid state diagram; rows that keep the state are left out of the picture."""
    lines = ["stateDiagram-v2", f"    [*] --> {procedure.initial}"]
    lines += [f"    {state.key}: {state.label}" for state in procedure.states]
    for row in procedure.transitions:
        if row.target:
            lines += [f"    {source} --> {row.target}: {row.event}" for source in row.sources]
    lines += [f"    {state.key} --> [*]" for state in procedure.states if state.is_final]
    return "\n".join(lines)


def document(procedures, language="uk"):
    """The page `docs/procedures.md`: every procedure's diagram and table."""
    with translation.override(language):
        parts = [
            "# Procedures",
            "",
            "Made by `make procedures` from the tables in the code; a test fails when they differ.",
        ]
        for procedure in procedures:
            parts += ["", f"## {procedure.label}", "", f"`{procedure.key}`, {procedure.law}", "", "```mermaid"]
            parts += [
                as_mermaid(procedure),
                "```",
                "",
                "| Event | From | To | Who | Clocks | Law |",
                "|---|---|---|---|---|---|",
            ]
            parts += [_table_row(row) for row in procedure.transitions]
        return "\n".join(parts) + "\n"


def _table_row(row):
    """One line of the table."""
    cells = (
        f"`{row.event}` {row.label}",
        ", ".join(row.sources),
        row.target or "=",
        ", ".join(map(str, row.by)),
        "; ".join(describe_clock(action) for action in row.clocks),
        row.law,
    )
    return "| " + " | ".join(cells) + " |"
