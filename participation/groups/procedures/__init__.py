"""The three procedures of the room: a body, an application for a seat in it, a meeting of it."""
