"""Ukrainian words in Latin letters, folded and cleaned."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text import clean_text, fold, slugify_uk

# The examples of resolution 55 of 27.01.2010, in the order of its table, then addresses as editors need them.
OFFICIAL = [
    ("Алушта", "alushta"),
    ("Андрій", "andrii"),
    ("Борщагівка", "borshchahivka"),
    ("Борисенко", "borysenko"),
    ("Вінниця", "vinnytsia"),
    ("Володимир", "volodymyr"),
    ("Гадяч", "hadiach"),
    ("Богдан", "bohdan"),
    ("Згурський", "zghurskyi"),
    ("Ґалаґан", "galagan"),
    ("Ґорґани", "gorgany"),
    ("Донецьк", "donetsk"),
    ("Дмитро", "dmytro"),
    ("Рівне", "rivne"),
    ("Олег", "oleh"),
    ("Есмань", "esman"),
    ("Єнакієве", "yenakiieve"),
    ("Гаєвич", "haievych"),
    ("Короп’є", "koropie"),
    ("Житомир", "zhytomyr"),
    ("Жанна", "zhanna"),
    ("Жежелів", "zhezheliv"),
    ("Закарпаття", "zakarpattia"),
    ("Казимирчук", "kazymyrchuk"),
    ("Медвин", "medvyn"),
    ("Михайленко", "mykhailenko"),
    ("Іванків", "ivankiv"),
    ("Іващенко", "ivashchenko"),
    ("Їжакевич", "yizhakevych"),
    ("Кадиївка", "kadyivka"),
    ("Мар’їне", "marine"),
    ("Йосипівка", "yosypivka"),
    ("Стрий", "stryi"),
    ("Олексій", "oleksii"),
    ("Київ", "kyiv"),
    ("Коваленко", "kovalenko"),
    ("Лебедин", "lebedyn"),
    ("Миколаїв", "mykolaiv"),
    ("Маринич", "marynych"),
    ("Ніжин", "nizhyn"),
    ("Наталія", "nataliia"),
    ("Одеса", "odesa"),
    ("Полтава", "poltava"),
    ("Решетилівка", "reshetylivka"),
    ("Суми", "sumy"),
    ("Тернопіль", "ternopil"),
    ("Ужгород", "uzhhorod"),
    ("Фастів", "fastiv"),
    ("Харків", "kharkiv"),
    ("Біла Церква", "bila-tserkva"),
    ("Стеценко", "stetsenko"),
    ("Чернівці", "chernivtsi"),
    ("Шостка", "shostka"),
    ("Щербухи", "shcherbukhy"),
    ("Гоща", "hoshcha"),
    ("Гаращенко", "harashchenko"),
    ("Юрій", "yurii"),
    ("Корюківка", "koriukivka"),
    ("Яготин", "yahotyn"),
    ("Ярошенко", "yaroshenko"),
    ("Костянтин", "kostiantyn"),
    ("Знам’янка", "znamianka"),
    ("Феодосія", "feodosiia"),
    ("Розгон", "rozghon"),
    ("Згорани", "zghorany"),
]


@pytest.mark.parametrize(("word", "latin"), OFFICIAL)
def test_words_of_the_resolution(word, latin):
    assert slugify_uk(word) == latin


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Реєстрація місця проживання", "reiestratsiia-mistsia-prozhyvannia"),
        ("  Об’єкт № 7:  їдальня — «Юність»!  ", "obiekt-7-yidalnia-yunist"),
        ("ЗГОДА", "zghoda"),
        ("Café ЦНАП 2026", "cafe-tsnap-2026"),
        ("п'ять пʼять п`ять", "piat-piat-piat"),
        ("漢字 🎉", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_titles_become_addresses(title, slug):
    assert slugify_uk(title) == slug


def test_a_long_address_is_cut_at_a_word():
    assert slugify_uk("громадські слухання щодо бюджету", max_length=20) == "hromadski-slukhannia"
    assert slugify_uk("громадські слухання щодо бюджету", max_length=19) == "hromadski"
    assert slugify_uk("Щ" * 50, max_length=10) == "shchshchsh"


@given(st.text())
def test_an_address_part_is_always_plain_latin(text):
    slug = slugify_uk(text, max_length=50)
    assert len(slug) <= 50
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not slug.startswith("-")
    assert not slug.endswith("-")


@pytest.mark.parametrize(
    "spelling", ["Субсидія", "СУБСИДІЯ", "субсиді\u0301я", "  субсидія ", "суб\u00adсидія", "с\u200bубсидія"]
)
def test_spellings_fold_to_one(spelling):
    assert fold(spelling) == "субсидія"


def test_every_apostrophe_folds_alike():
    assert {fold(f"Об{sign}єкт") for sign in "'’ʼ‘`´′＇"} == {"обєкт"}


def test_folding_keeps_the_letters_of_ukrainian_apart():
    assert len({fold(letter) for letter in "гґиіїйеє"}) == 8


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("  Добрий день \r\n друже\r", "Добрий день \n друже"),
        ("а\x00б\x07в\x1bг\x7f", "абвг"),
        ("файл\u202efdp.exe", "файлfdp.exe"),
        ("и\u0306", "й"),
        ("\ud800самотня половина", "самотня половина"),
        ("\ufeffпочаток", "початок"),
        ("таблиця\tстовпець", "таблиця\tстовпець"),
        ("👩\u200d👧", "👩\u200d👧"),
        (None, ""),
        (42, "42"),
    ],
)
def test_pasted_text_is_cleaned(pasted, kept):
    assert clean_text(pasted) == kept


def test_a_single_line_has_no_breaks():
    assert clean_text("вулиця\n\n Центральна,\t 1", single_line=True) == "вулиця Центральна, 1"


@given(st.text(st.characters()))
def test_clean_text_can_always_be_stored(text):
    clean = clean_text(text)
    clean.encode("utf-8")
    assert "\x00" not in clean
    assert unicodedata.is_normalized("NFC", clean)
    assert clean_text(clean) == clean


def test_a_megabyte_of_piled_accents_takes_no_minutes():
    pile = "a" + "\u0301\u0323" * 500_000
    began = time.perf_counter()
    assert len(clean_text(pile)) < 20
    assert time.perf_counter() - began < 5
