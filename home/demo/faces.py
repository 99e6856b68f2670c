"""Drawn portraits: invented people have no photographs."""

from io import BytesIO

from PIL import Image, ImageDraw

from .canvas import SKIN, TRUNK

SIDE = 480


def portrait_of(colour):
    """A flat portrait of somebody in clothes of `colour` (#rrggbb), as an open file."""
    image = Image.new("RGB", (SIDE, SIDE), "#eef3f8")
    draw = ImageDraw.Draw(image)
    draw.ellipse((60, 330, 420, 760), fill=colour)
    draw.rectangle((205, 280, 275, 360), fill=SKIN)
    draw.ellipse((140, 80, 340, 320), fill=TRUNK)
    draw.ellipse((155, 115, 325, 320), fill=SKIN)
    for x in (205, 275):
        draw.ellipse((x - 9, 205, x + 9, 223), fill="#22344f")
    draw.arc((205, 225, 275, 280), 20, 160, fill="#22344f", width=6)
    stream = BytesIO()
    image.save(stream, "PNG")
    stream.seek(0)
    return stream
