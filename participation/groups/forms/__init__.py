"""Forms of the room: what residents send, what officials fill at each step."""
