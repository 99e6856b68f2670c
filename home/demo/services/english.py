"""English twins of three services."""

from wagtail.models import Locale

from cms.models import ServiceIndexPage, ServicePage
from cms.models.services import FeeRow, LegalActRow, RefusalGround, RequiredDocument, TermRow
from home.tree import ensure_tree

from .shorthand import (
    CENTRE,
    MOBILE,
    ONLINE,
    act,
    at_once,
    free,
    original,
    refusal,
    register,
    share,
    shown,
    step,
    working,
)

APPEAL = (
    "You may complain to the head of the provider or to a higher body within 30 calendar days (Law 2073-IX on "
    "Administrative Procedure, Art. 80), or go to court within six months (Code of Administrative Judicial Procedure, Art. 122)."
)
RESIDENCE_LAW = act(
    "Law of Ukraine on Declaring and Registering the Place of Residence in Ukraine",
    "1871-IX",
    None,
    "https://zakon.rada.gov.ua/laws/show/1871-20",
)
TWINS = {
    "reiestratsiia-mistsia-prozhyvannia": {
        "title": "Registering the place of residence",
        "lead": "Register at a new address: in a home of your own, with relatives or in a rented flat.",
        "who_may_apply": "A citizen of Ukraine, a foreigner or a stateless person who stays in Ukraine lawfully; in person or by proxy.",
        "result": "The address is entered into the register of the territorial community; you get an extract.",
        "online_note": "Opens the Diia portal: an electronic signature is needed",
        "documents": [
            shown("Passport or ID card"),
            shown("Proof of the right to live there: title, lease", "the home is not in the register of rights"),
            shown("Consent of the owner or of all co-owners", "you do not own the home"),
            shown("Military registration document", "you are liable for military service"),
            register("Ownership of the home"),
        ],
        "steps": [
            step("Find out who must consent", "If several people own the home, all of them do.", where=()),
            step(
                "Come to the centre with your documents",
                "We fill in the application from your words.",
                where=(CENTRE, MOBILE),
                takes="15 minutes",
            ),
            step(
                "Apply through the Diia portal", "The owner confirms in their own account.", where=(ONLINE,), joins="or"
            ),
            step("Pay the fee", "By card on the spot.", takes="3 minutes"),
            step("Take the extract", "The address is not printed on the ID card, so keep the extract."),
        ],
        "fees": [
            {
                **share("within 30 days after leaving the former address", "0.015", "Law 1871-IX, Art. 14"),
                "amount_note": "1.5 % of the subsistence minimum",
                "how_to_pay": "by card at the centre or through a bank",
            },
            {
                **share("later", "0.025", "Law 1871-IX, Art. 14"),
                "amount_note": "2.5 % of the subsistence minimum",
                "how_to_pay": "by card at the centre or through a bank",
            },
        ],
        "terms": [
            at_once("at the centre", "on the day of application"),
            working(1, "through Diia", "after the owner’s consent"),
        ],
        "refusal_grounds": [
            refusal("Documents are missing or untrue", "Law 1871-IX, Art. 12"),
            refusal("The applicant is under 14 or has no authority"),
        ],
        "legal_acts": [RESIDENCE_LAW],
    },
    "reiestratsiia-narodzhennia": {
        "title": "Registering a birth",
        "lead": "Get the birth certificate and have the birth entered into the register.",
        "who_may_apply": "The parents or one of them; if they cannot, relatives or the hospital.",
        "result": "A birth certificate.",
        "online_note": "Opens the Diia portal, the service eMaliatko",
        "documents": [
            original("Medical conclusion on the birth", "", "An electronic one need not be brought."),
            shown("Passports of the parents"),
            shown("Marriage certificate", "the parents are married and the register has no entry"),
            original("Joint statement recognising paternity", "the parents are not married"),
        ],
        "steps": [
            step("Get the medical conclusion at the hospital", where=()),
            step("Apply at the centre", "Within one month after the birth.", takes="20 minutes"),
            step(
                "Apply through eMaliatko",
                "Together with the birth allowance and residence.",
                where=(ONLINE,),
                joins="or",
            ),
            step("Take the certificate", "Check the spelling of the names first."),
        ],
        "fees": [free("everybody", "Law 2398-VI, Art. 13")],
        "terms": [at_once(note="on the day of application")],
        "refusal_grounds": [refusal("Documents are missing or untrue")],
        "legal_acts": [
            act(
                "Law of Ukraine on State Registration of Acts of Civil Status",
                "2398-VI",
                None,
                "https://zakon.rada.gov.ua/laws/show/2398-17",
            )
        ],
    },
    "dovidka-vpo": {
        "title": "Certificate of an internally displaced person",
        "lead": "Register as an internally displaced person and get the certificate.",
        "who_may_apply": "Anyone who had to leave home because of the war, occupation or violence.",
        "result": "A certificate of registration as an internally displaced person.",
        "online_note": "Opens the Diia portal",
        "documents": [
            shown("Passport or another proof of identity"),
            shown("Birth certificates of children", "children moved with you"),
            shown("Proof that you lived there", "neither the passport nor the register shows it"),
            register("Registered place of residence"),
        ],
        "steps": [
            step(
                "Come to the centre where you live now",
                "Each adult applies in person.",
                where=(CENTRE, MOBILE),
                takes="15 minutes",
            ),
            step("Apply in the Diia app", where=(ONLINE,), joins="or"),
            step("Take the certificate", "It has no end date. Tell us of a new address within 10 days."),
        ],
        "fees": [free("everybody", "Law 1706-VII")],
        "terms": [at_once(note="on the day of application")],
        "refusal_grounds": [refusal("There are no circumstances that caused displacement", "Law 1706-VII, Art. 4")],
        "legal_acts": [
            act(
                "Law of Ukraine on the Rights and Freedoms of Internally Displaced Persons",
                "1706-VII",
                None,
                "https://zakon.rada.gov.ua/laws/show/1706-18",
            )
        ],
    },
}
ROWS = {
    "documents": RequiredDocument,
    "fees": FeeRow,
    "terms": TermRow,
    "refusal_grounds": RefusalGround,
    "legal_acts": LegalActRow,
}


def load():
    """Translate what has no twin yet."""
    index = ServiceIndexPage.objects.child_of(ensure_tree()).first()
    english = Locale.objects.filter(language_code="en").first()
    if index is None or english is None:
        return
    for page in ServicePage.objects.child_of(index).filter(slug__in=TWINS):
        if not page.has_translation(english):
            _translate(page, english, TWINS[page.slug])


def _translate(page, english, words):
    twin = page.copy_for_translation(english, copy_parents=True)
    for name, value in words.items():
        if name in ROWS:
            setattr(twin, name, [ROWS[name](sort_order=order, **row) for order, row in enumerate(value)])
        elif name == "steps":
            twin.algorithm = [("step", row) for row in value]
        else:
            setattr(twin, name, value)
    twin.how_to_appeal, twin.search_words = APPEAL, ""
    twin.tags.clear()
    twin.save_revision(user=page.owner).publish()
