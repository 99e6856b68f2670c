"""Ukrainian words without their endings, good enough to see that two letters speak of one thing.

Not a dictionary: endings of nouns, adjectives and verbs are cut off, the longest first, as long as three letters are left.
«лавка», «лавку», «лавками» become one stem; rarely two words meet by mistake, and an official always has the last word.
"""

import re
from functools import lru_cache

from core.text import fold

SHORTEST_STEM = 3
SHORTEST_WORD = 4
WORD = re.compile(r"[a-zа-яґєії]+")
ENDINGS_OF_WORDS = """
ами ями ові еві єві ою ею єю ям ам ом ем єм ах ях ів їв ей ьми и і ї а я у ю е є о ь й
ого ому ої ій ими іми их іх ий ії ість істю ості остей остям остями остях
ати яти ити іти їти увати ювати ає яє ує ює иться ється яться уться ються ться тися тись
ав ала али ало яв яла яли яло ив ила или ило ів іла іли іло
ують юють ають яють ить ять уть ють емо ємо имо ете єте ите уйте юйте айте яйте іть йте
ення ання іння єння енню анню інню енням анням інням еннями аннями
ний на не ні ного ному ної ній них ним ними ну ною ськ ський ська ське ські ського ському ської ських ським ську
"""
ENDINGS = sorted(ENDINGS_OF_WORDS.split(), key=len, reverse=True)
SAME_VOWELS = str.maketrans({"і": "о", "ї": "е", "є": "е"})  # ніч–ночі, стіл–стола: the vowel of the root changes
IN_EVERY_LETTER = """
будь ласка буде були було бути біля вона вони воно всіх всім дуже для його йому коли кого лише мене можна може можете
мені мого моєї навіть наша наше наші нашої нашому нема немає ніколи один одна перед після потрібен потрібна потрібно
потрібні прошу просимо просить себе своє свої також такий така таке такі тому треба тільки через хоча хотіли хочемо
цього цьому цієї чому щоби щодо якби який яка яке які якщо добрий день дякую вулиця
"""
STOP_WORDS = frozenset(IN_EVERY_LETTER.split())


@lru_cache(maxsize=50_000)
def stem(word):
    """The stem of one folded word."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            word = word[: -len(ending)]
            break
    return word[:1] + word[1:].translate(SAME_VOWELS)


def stems(text):
    """The set of stems of a text, without words that every letter has."""
    words = WORD.findall(fold(text))
    return frozenset(stem(word) for word in words if len(word) >= SHORTEST_WORD and word not in STOP_WORDS)
