"""What the database itself refuses: rewriting an event, a state that the procedure lacks."""

from django.db import connections

from casework.procedure import all_procedures

APPEND_ONLY = "An event of the register is never changed or deleted."
UNKNOWN_STATE = "The procedure has no such state."

SQLITE = f"""
CREATE TRIGGER IF NOT EXISTS casework_event_no_update BEFORE UPDATE ON casework_caseevent
BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END;
CREATE TRIGGER IF NOT EXISTS casework_event_no_delete BEFORE DELETE ON casework_caseevent
BEGIN SELECT RAISE(ABORT, '{APPEND_ONLY}'); END;
CREATE TRIGGER IF NOT EXISTS casework_case_state_insert BEFORE INSERT ON casework_case
WHEN NOT EXISTS (SELECT 1 FROM casework_procedurestate s WHERE s.procedure = NEW.procedure AND s.state = NEW.state)
BEGIN SELECT RAISE(ABORT, '{UNKNOWN_STATE}'); END;
CREATE TRIGGER IF NOT EXISTS casework_case_state_update BEFORE UPDATE OF procedure, state ON casework_case
WHEN NOT EXISTS (SELECT 1 FROM casework_procedurestate s WHERE s.procedure = NEW.procedure AND s.state = NEW.state)
BEGIN SELECT RAISE(ABORT, '{UNKNOWN_STATE}'); END;
"""

POSTGRESQL = f"""
CREATE OR REPLACE FUNCTION casework_event_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{APPEND_ONLY}' USING ERRCODE = 'restrict_violation'; END $$;
CREATE OR REPLACE TRIGGER casework_event_append_only BEFORE UPDATE OR DELETE ON casework_caseevent
FOR EACH ROW EXECUTE FUNCTION casework_event_append_only();
CREATE OR REPLACE FUNCTION casework_case_state_known() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
IF NOT EXISTS (SELECT 1 FROM casework_procedurestate s WHERE s.procedure = NEW.procedure AND s.state = NEW.state) THEN
RAISE EXCEPTION '{UNKNOWN_STATE}' USING ERRCODE = 'check_violation';
END IF;
RETURN NEW;
END $$;
CREATE OR REPLACE TRIGGER casework_case_state_known BEFORE INSERT OR UPDATE OF procedure, state ON casework_case
FOR EACH ROW EXECUTE FUNCTION casework_case_state_known();
"""


def install(using="default", apps=None, **kwargs):
    """Write the procedures' states and (re)create the triggers; runs after every `migrate` and flush, any number of times."""
    connection = connections[using]
    tables = connection.introspection.table_names()
    if not {"casework_caseevent", "casework_case", "casework_procedurestate"} <= set(tables):
        return
    _write_states(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRESQL)
        else:
            for statement in SQLITE.split("END;"):
                if statement.strip():
                    cursor.execute(statement + "END;")


def _write_states(connection):
    """Add states that the tables know and the database does not; old ones stay for old cases."""
    wanted = {(procedure.key, state.key) for procedure in all_procedures() for state in procedure.states}
    with connection.cursor() as cursor:
        cursor.execute("SELECT procedure, state FROM casework_procedurestate")
        missing = sorted(wanted - set(cursor.fetchall()))
        cursor.executemany("INSERT INTO casework_procedurestate (procedure, state) VALUES (%s, %s)", missing)
