"""What the demo pictures show. Each function draws one flat scene of the invented community and returns its canvas."""

from .canvas import (
    CLOTHES,
    DOOR,
    DUSK,
    FIELD,
    GLASS,
    GRASS,
    INK,
    LAMP,
    PAPER,
    ROAD,
    ROOF,
    SKY,
    STONE,
    SUN,
    WALL,
    WALL_SHADE,
    Canvas,
)


def _centre(canvas, glass=GLASS):
    """The building of the centre, used by several scenes."""
    canvas.box(38, 30, 122, 68, WALL)
    canvas.box(34, 26, 126, 31, ROOF)
    canvas.box(68, 36, 92, 41, ROOF, radius=1)
    canvas.windows(43, 40, 2, 2, colour=glass)
    canvas.windows(98, 40, 2, 2, colour=glass)
    canvas.box(71, 46, 89, 68, WALL_SHADE)
    canvas.box(73, 48, 87, 68, DOOR)
    canvas.box(74.5, 50, 79.2, 66, glass)
    canvas.box(80.8, 50, 85.5, 66, glass)


def _flag(canvas, x, top):
    canvas.line([(x, top), (x, top + 36)], INK, 0.8)
    canvas.box(x, top, x + 13, top + 4, ROOF)
    canvas.box(x, top + 4, x + 13, top + 8, SUN)


def office():
    """The starosta's office with a flag."""
    canvas = Canvas()
    canvas.cloud(30, 18)
    canvas.cloud(132, 14, 0.8)
    canvas.house(48, 112, 42, 70)
    canvas.windows(54, 48, 2, 1, step=11)
    canvas.windows(89, 48, 2, 1, step=11)
    canvas.box(74, 50, 86, 70, DOOR, radius=1)
    canvas.box(70, 70, 90, 73, STONE)
    _flag(canvas, 122, 36)
    canvas.tree(28, 72, 1.1)
    canvas.tree(142, 72, 0.8)
    return canvas


def ramp():
    """The entrance with a ramp and two handrails."""
    canvas = Canvas(horizon=68)
    canvas.cloud(24, 14)
    _centre(canvas)
    canvas.box(66, 68, 94, 72, STONE)
    canvas.shape([(94, 68), (94, 78), (140, 78)], STONE)
    for height in (6, 10):
        canvas.line([(94, 68 - height), (140, 78 - height)], INK, 0.7)
    for x in (94, 109, 124, 140):
        foot = 68 + (x - 94) * 10 / 46
        canvas.line([(x, foot - 10), (x, foot)], INK, 0.7)
    canvas.tree(22, 74, 1.1)
    canvas.circle(63, 60, 1.6, SUN)
    return canvas


def evening():
    """The centre at night with light in its windows."""
    canvas = Canvas(sky=DUSK, ground="#26412f", horizon=68)
    for x, y in ((20, 14), (46, 8), (70, 16), (104, 9), (128, 20), (150, 10), (12, 34)):
        canvas.circle(x, y, 0.5, PAPER)
    canvas.circle(138, 16, 6, LAMP)
    canvas.circle(135.5, 14.5, 5.4, DUSK)
    _centre(canvas, glass=LAMP)
    canvas.shape([(73, 68), (87, 68), (98, 88), (62, 88)], "#5d6b46")
    canvas.line([(20, 40), (20, 74)], STONE, 1)
    canvas.circle(20, 39, 2.4, LAMP)
    canvas.person(102, 78, 15, CLOTHES[1])
    return canvas


def _bus(canvas, left, top, length, colour, stripe):
    canvas.box(left, top, left + length, top + 22, colour, radius=3)
    canvas.box(left, top + 14, left + length, top + 17, stripe)
    for number in range(int(length // 13)):
        canvas.box(left + 4 + number * 12.5, top + 4, left + 13 + number * 12.5, top + 11.5, GLASS, radius=1)
    canvas.box(left + length - 2.4, top + 17.5, left + length, top + 20, SUN, radius=0.6)
    canvas.wheel(left + 12, top + 22)
    canvas.wheel(left + length - 12, top + 22)


def bus():
    """A bus at a stop among trees."""
    canvas = Canvas(horizon=60)
    canvas.cloud(40, 14)
    for x, size in ((14, 0.9), (36, 1.2), (146, 1.1)):
        canvas.tree(x, 62, size)
    canvas.box(0, 70, 160, 84, ROAD)
    for x in range(4, 160, 22):
        canvas.box(x, 76.4, x + 11, 77.6, PAPER)
    _bus(canvas, 44, 46, 70, ROOF, SUN)
    canvas.line([(130, 38), (130, 66)], INK, 0.9)
    canvas.box(125, 36, 135, 44, SUN, radius=1)
    canvas.person(124, 67, 15, CLOTHES[2])
    canvas.person(138, 67, 11, CLOTHES[1])
    return canvas


def van():
    """The mobile centre on a country road."""
    canvas = Canvas(ground=FIELD, horizon=56)
    canvas.circle(132, 20, 8, SUN)
    canvas.cloud(44, 16)
    canvas.shape([(0, 56), (40, 44), (86, 56)], GRASS)
    canvas.shape([(70, 56), (120, 47), (160, 56)], "#7db26f")
    canvas.shape([(0, 74), (160, 68), (160, 82), (0, 88)], ROAD)
    canvas.box(46, 42, 92, 70, PAPER, radius=3)
    canvas.shape([(90, 46), (102, 46), (110, 58), (110, 70), (90, 70)], PAPER)
    canvas.shape([(93, 49), (101, 49), (107, 58), (93, 58)], GLASS)
    canvas.box(46, 61, 110, 64, ROOF)
    canvas.box(46, 64, 110, 66, SUN)
    canvas.shape([(60, 55), (69, 48), (78, 55)], ROOF)
    canvas.box(63, 54, 75, 60, ROOF)
    canvas.wheel(58, 72, 5)
    canvas.wheel(98, 71, 5)
    canvas.tree(18, 66, 1)
    return canvas


def school():
    """A school and its yellow bus."""
    canvas = Canvas(horizon=64)
    canvas.cloud(126, 14)
    canvas.box(20, 28, 108, 66, WALL)
    canvas.box(17, 24, 111, 29, "#c0562b")
    canvas.shape([(52, 25), (64, 13), (76, 25)], "#c0562b")
    canvas.circle(64, 21.5, 2.4, PAPER)
    canvas.windows(25, 35, 2, 2)
    canvas.windows(85, 35, 2, 2)
    canvas.box(55, 44, 73, 66, DOOR, radius=1)
    canvas.box(0, 72, 160, 86, ROAD)
    _bus(canvas, 94, 50, 52, SUN, INK)
    canvas.person(38, 72, 11, CLOTHES[0])
    canvas.person(47, 72, 10, CLOTHES[3])
    return canvas


def family():
    """Parents and three children by their house."""
    canvas = Canvas()
    canvas.circle(136, 18, 7, SUN)
    canvas.cloud(42, 15)
    canvas.house(86, 140, 44, 68, roof="#c0562b")
    canvas.windows(92, 50, 1, 1)
    canvas.windows(126, 50, 1, 1)
    canvas.box(107, 50, 118, 68, DOOR, radius=1)
    canvas.tree(20, 70, 1.2)
    people = ((42, 30, 0), (56, 27, 1), (67, 18, 2), (75, 15, 3), (34, 12, 4))
    for x, height, colour in people:
        canvas.person(x, 80, height, CLOTHES[colour])
    return canvas


def home():
    """A house in winter, smoke from its chimney."""
    canvas = Canvas(sky="#b7c9dd", ground="#f4f7fb", horizon=64)
    for x, y, radius in ((103, 18, 3), (108, 12, 4), (116, 7, 5)):
        canvas.circle(x, y, radius, "#dfe6ee")
    canvas.box(98, 22, 105, 40, "#8d5a41")
    canvas.house(50, 114, 44, 70, roof="#8d3f2b")
    canvas.shape([(46, 44), (82, 28), (118, 44), (112, 44), (82, 31), (52, 44)], PAPER)
    canvas.windows(58, 51, 2, 1, step=12, colour=LAMP)
    canvas.box(90, 50, 102, 70, DOOR, radius=1)
    for x, y in ((14, 20), (30, 40), (36, 12), (132, 34), (148, 16), (140, 52), (22, 56), (70, 10)):
        canvas.circle(x, y, 0.8, PAPER)
    canvas.tree(28, 72, 0.9)
    return canvas


def letter():
    """A sheet of text and an envelope."""
    canvas = Canvas(sky="#e8f1fb", ground="#d5e4f5", horizon=74)
    canvas.box(36, 12, 92, 82, PAPER, radius=1.5)
    canvas.box(43, 20, 70, 24, ROOF)
    for number, end in enumerate((85, 82, 85, 76, 85, 80, 62)):
        canvas.box(43, 31 + number * 6, end, 33 + number * 6, STONE)
    canvas.line([(64, 75), (68, 71), (72, 76), (78, 72), (84, 75)], ROOF, 0.8)
    canvas.box(84, 42, 134, 74, "#ffe9a3", radius=1.5)
    canvas.shape([(84, 43), (134, 43), (109, 62)], SUN)
    canvas.line([(85, 43), (109, 62), (133, 43)], "#b58d00", 0.7)
    return canvas


def queue():
    """A telephone that shows a number in the queue."""
    canvas = Canvas(sky="#e8f1fb", ground="#cfe0f4", horizon=70)
    canvas.box(58, 8, 102, 84, INK, radius=5)
    canvas.box(61, 14, 99, 76, PAPER, radius=2)
    canvas.box(61, 14, 99, 24, ROOF, radius=1)
    canvas.circle(80, 42, 13, "#e8f1fb")
    canvas.line([(73, 42), (78, 47), (88, 36)], "#006b3c", 2.4)
    canvas.box(68, 61, 92, 64, STONE, radius=1)
    canvas.box(71, 67, 89, 70, STONE, radius=1)
    for x, colour in ((24, 1), (38, 2), (122, 3), (136, 4)):
        canvas.person(x, 82, 22, CLOTHES[colour])
    return canvas


def desk():
    """The administrator's desk with two chairs."""
    canvas = Canvas(sky="#f3ecdd", ground="#d9c9a8", horizon=70)
    canvas.box(14, 12, 58, 42, SKY, radius=1)
    canvas.line([(36, 12), (36, 42)], PAPER, 1)
    canvas.tree(26, 42, 0.8)
    canvas.box(104, 14, 140, 40, PAPER, radius=1)
    for row in range(4):
        canvas.box(109, 19 + row * 5, 135 - row * 4, 21 + row * 5, STONE)
    canvas.box(48, 54, 118, 58, "#8a6a45", radius=1)
    canvas.box(52, 58, 114, 78, "#a98658")
    canvas.box(86, 38, 106, 51, INK, radius=1)
    canvas.box(94, 51, 98, 54, INK)
    canvas.person(70, 54, 24, CLOTHES[0])
    canvas.box(48, 54, 118, 58, "#8a6a45", radius=1)
    for x in (26, 132):
        canvas.box(x - 7, 58, x + 7, 61, ROOF, radius=1)
        canvas.line([(x - 5, 61), (x - 5, 80)], INK, 1)
        canvas.line([(x + 5, 61), (x + 5, 80)], INK, 1)
    return canvas


def people():
    """Five people around a table."""
    canvas = Canvas(sky="#eef3f8", ground="#cdd9e6", horizon=64)
    canvas.box(56, 10, 104, 30, PAPER, radius=1)
    for number, height in enumerate((8, 13, 6, 11)):
        canvas.box(64 + number * 9, 26 - height, 69 + number * 9, 26, CLOTHES[number])
    for x, height, colour in ((46, 34, 1), (80, 36, 0), (114, 34, 2)):
        canvas.person(x, 70, height, CLOTHES[colour])
    canvas.shape([(34, 58), (126, 58), (140, 72), (20, 72)], "#b98d5a")
    canvas.box(20, 72, 140, 75, "#8a6a45")
    for x in (58, 82, 104):
        canvas.box(x - 5, 62, x + 4, 67, PAPER)
    canvas.person(28, 88, 34, CLOTHES[3])
    canvas.person(132, 88, 34, CLOTHES[4])
    return canvas


SCENES = {
    scene.__name__: scene
    for scene in (office, ramp, evening, bus, van, school, family, home, letter, queue, desk, people)
}
