"""A person who publishes a page that is not ready is told what it lacks, at whichever button."""

from cms.publishing import a_person_publishes, refusal
from cms.readiness import NotReady
from core.policy import is_staff_address


def readiness(get_response):
    """Watch what is published while a member of staff's POST is answered."""

    def middleware(request):
        if request.method != "POST" or not is_staff_address(request.path_info):
            return get_response(request)
        with a_person_publishes():
            return get_response(request)

    def process_exception(request, exception):
        return refusal(request, exception) if isinstance(exception, NotReady) else None

    middleware.process_exception = process_exception
    return middleware
