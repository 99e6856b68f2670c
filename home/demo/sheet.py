"""A picture of a blank's page and the places of its lines, for the explanations of a demo sample."""

import io
from decimal import Decimal

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1240, 1754  # A4 at 150 dots an inch
LEFT, RIGHT, TOP = 148, 1152, 130
ASIDE = 650
SIZE, STEP = 25, 38
INK, PAPER, GREY = "#1a1a1a", "#ffffff", "#8a8f98"
FACES = {"": "DejaVuSerif.ttf", "^": "DejaVuSerif-Bold.ttf", ">": "DejaVuSerif.ttf", "/": "DejaVuSerif.ttf"}
ROOM = 8  # pixels around the words in a frame


class Sheet:
    """Draws lines one under another and remembers where those of each note stand."""

    def __init__(self):
        self.image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        self.draw = ImageDraw.Draw(self.image)
        self.y = TOP
        self.frames = {}

    def write(self, line):
        """Draw one `papers.Written` line, wrapped to its column."""
        left = ASIDE if line.place == ">" else LEFT
        self.y += 26 if line.place == "^" or line.note not in self.frames else 0
        top, right = self.y, left
        for words in self._wrapped(line, RIGHT - left):
            right = max(right, self._draw(line, left, words))
            self.y += STEP if line.place != "/" else STEP * 0.8
        if line.note:
            self._remember(line.note, left, top, right)
        self.y += 22 if line.place == "^" else 8

    def webp(self):
        """The picture as bytes, without the empty end of the page."""
        target = io.BytesIO()
        self.image.crop((0, 0, WIDTH, self.height)).save(target, "WEBP", quality=80)
        return target.getvalue()

    @property
    def height(self):
        """Where the text ends, with a margin."""
        return min(HEIGHT, int(self.y) + TOP)

    def area(self, note):
        """The frame of a note in percent: a dict of left, top, width, height."""
        left, top, right, bottom = self.frames[note]
        across, down = 100 / WIDTH, 100 / self.height
        return {
            "left": tenth(left * across),
            "top": tenth(top * down),
            "width": tenth((right - left) * across),
            "height": tenth((bottom - top) * down),
        }

    def _draw(self, line, left, words):
        font = face(line.place)
        length = width_of(words, font)
        if line.place == "^":
            left = (WIDTH - length) / 2
        if font is None:  # no font of ours here: a grey bar stands for the words
            self.draw.rounded_rectangle([left, self.y + 8, left + length, self.y + 24], 5, fill=GREY)
        else:
            self.draw.text((left, self.y), words, font=font, fill=GREY if line.place == "/" else INK)
        return left + length

    def _wrapped(self, line, room):
        font, row = face(line.place), ""
        if width_of(line.text, font) <= room:
            yield line.text
            return
        for word in line.text.split(" "):
            longer = f"{row} {word}".strip()
            if row and width_of(longer, font) > room:
                yield row
                longer = word
            row = longer
        yield row

    def _remember(self, note, left, top, right):
        known = self.frames.get(note, (left, top, right, self.y))
        self.frames[note] = (
            min(known[0], left - ROOM),
            min(known[1], top - ROOM),
            max(known[2], right + ROOM),
            max(known[3], self.y + 4),
        )


def face(place):
    """The font of a place, or None when the machine has none with Ukrainian letters."""
    try:
        return ImageFont.truetype(FACES[place], 19 if place == "/" else SIZE)
    except OSError:
        return None


def tenth(number):
    """One digit after the point, as the block keeps it."""
    return Decimal(str(round(number, 1)))


def width_of(words, font):
    """The length of the words in pixels."""
    return len(words) * SIZE * 0.52 if font is None else font.getlength(words)


def picture(lines):
    """Draw the lines; return the `Sheet`."""
    sheet = Sheet()
    for line in lines:
        sheet.write(line)
    return sheet
