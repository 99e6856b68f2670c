"""A small drawing board for flat pictures: coordinates from 0 to 160 across and 0 to 90 down, drawn twice as large and shrunk."""

from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1280, 720
SCALE = 16  # 160 × 90 units become 2560 × 1440 pixels, then half of it

SKY, DUSK, SUN = "#cfe3f7", "#1d2f52", "#ffd700"
GRASS, FIELD, LEAF, TRUNK = "#8fbf7f", "#e3c766", "#4f9466", "#7a5a3c"
WALL, WALL_SHADE, ROOF, DOOR = "#fbf6ea", "#e9dfc9", "#0057b7", "#7a4d00"
GLASS, LAMP, ROAD, STONE = "#9cc3ea", "#ffe08a", "#5b6470", "#c9ced6"
INK, PAPER, SKIN = "#22344f", "#ffffff", "#e8b98f"
CLOTHES = ("#0057b7", "#c0562b", "#006b3c", "#8a4f9e", "#d99a1c")


class Canvas:
    """Shapes in units, colours as #rrggbb."""

    def __init__(self, sky=SKY, ground=GRASS, horizon=66):
        self.image = Image.new("RGB", (160 * SCALE, 90 * SCALE), sky)
        self.draw = ImageDraw.Draw(self.image)
        self.box(0, horizon, 160, 90, ground)

    def box(self, left, top, right, bottom, colour, radius=0):
        """A rectangle, with round corners when `radius` is given."""
        place = [side * SCALE for side in (left, top, right, bottom)]
        self.draw.rounded_rectangle(place, radius * SCALE, fill=colour)

    def circle(self, x, y, radius, colour):
        """A disc."""
        self.draw.ellipse([side * SCALE for side in (x - radius, y - radius, x + radius, y + radius)], fill=colour)

    def shape(self, points, colour):
        """A polygon of (x, y) points."""
        self.draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def line(self, points, colour, width=1):
        """A line through (x, y) points with round joints."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.draw.line(scaled, fill=colour, width=int(width * SCALE), joint="curve")

    def tree(self, x, ground, size=1):
        """A round tree."""
        self.box(x - size, ground - 12 * size, x + size, ground, TRUNK)
        for shift, height, radius in ((-4, 15, 5), (4, 15, 5), (0, 20, 7)):
            self.circle(x + shift * size, ground - height * size, radius * size, LEAF)

    def cloud(self, x, y, size=1):
        """A cloud."""
        for shift, radius in ((-6, 4), (0, 6), (6, 4)):
            self.circle(x + shift * size, y, radius * size, PAPER)
        self.box(x - 9 * size, y, x + 9 * size, y + 4 * size, PAPER, radius=2)

    def windows(self, left, top, columns, rows, step=12, colour=GLASS):
        """Rows of windows 7 units wide."""
        for column in range(columns):
            for row in range(rows):
                x, y = left + column * step, top + row * 13
                self.box(x, y, x + 7, y + 8, colour, radius=0.6)
                self.line([(x + 3.5, y), (x + 3.5, y + 8)], WALL, 0.5)

    def house(self, left, right, top, ground, wall=WALL, roof=ROOF):
        """A house with a gable roof."""
        middle = (left + right) / 2
        self.box(left, top, right, ground, wall)
        self.shape([(left - 4, top), (middle, top - 16), (right + 4, top)], roof)

    def person(self, x, ground, height=16, colour=CLOTHES[0]):
        """Somebody who stands."""
        head = height * 0.16
        self.box(x - head * 1.4, ground - height * 0.68, x + head * 1.4, ground, colour, radius=head * 1.3)
        self.circle(x, ground - height * 0.84, head, SKIN)

    def wheel(self, x, y, radius=4):
        """A wheel."""
        self.circle(x, y, radius, INK)
        self.circle(x, y, radius * 0.45, STONE)

    def webp(self):
        """The finished picture as bytes."""
        stream = BytesIO()
        self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS).save(stream, "WEBP", quality=88)
        return stream.getvalue()
