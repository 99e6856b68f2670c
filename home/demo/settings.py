"""Contacts, hours and social networks of the invented community."""

from datetime import time

from wagtail.models import Site

from cms.models import ReceptionHours, SiteSettings, SocialLink

FIELDS = {
    "name": "Зразкова громада",
    "name_genitive": "Зразкової громади",
    "name_en": "Zrazkova Community",
    "centre": "Центр надання адміністративних послуг",
    "centre_en": "Administrative Service Centre",
    "address": "вул. Центральна, 1, селище Зразкове",
    "address_en": "1 Tsentralna Street, Zrazkove",
    "phone": "+380 44 000 15 80",
    "email": "cnap@example.org",
    "hotline": "15-80",
    "head_name": "Сергій Довженко",
    "head_position": "Голова громади",
    "hours_note": "Без перерви на обід. В останню п’ятницю місяця прийом до 16:00.",
    "personal_data_note": (
        "Ми питаємо лише те, без чого не зможемо відповісти. Дані бачать працівники, які розглядають вашу справу; "
        "оприлюднюємо їх тільки з вашої згоди."
    ),
}
LONG_DAY = 3
SOCIAL = [("facebook", "https://social.example.org/zrazkova"), ("telegram", "https://messenger.example.org/zrazkova")]


def load():
    """Fill in the settings of the site once."""
    site = Site.objects.get(is_default_site=True)
    if SiteSettings.objects.filter(site=site).exists():
        return
    settings = SiteSettings(site=site, **FIELDS)
    settings.hours = [
        ReceptionHours(weekday=day, opens=time(8), closes=time(20 if day == LONG_DAY else 17)) for day in range(5)
    ]
    settings.social_links = [SocialLink(network=network, url=url) for network, url in SOCIAL]
    settings.save()
