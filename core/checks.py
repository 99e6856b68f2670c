"""System checks: what is wrong with the settings is said before the site opens, not by its first visitor."""

from pathlib import Path

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register

from core.uploads import scanner
from core.uploads.kinds import KINDS


@register(Tags.files)
def private_files_stay_private(app_configs, **kwargs):
    """Files that residents send must not lie where an address serves them."""
    private = Path(settings.STORAGES["private"]["OPTIONS"]["location"]).resolve()
    public = {"MEDIA_ROOT": settings.MEDIA_ROOT, "STATIC_ROOT": settings.STATIC_ROOT}
    return [
        Error(
            f"PRIVATE_ROOT lies inside {name}: everybody could read the residents' files.",
            hint="Choose a directory that no web server serves.",
            id="core.E001",
        )
        for name, root in public.items()
        if root and private.is_relative_to(Path(root).resolve())
    ]


@register(Tags.files)
def upload_settings_make_sense(app_configs, **kwargs):
    """Kinds, sizes and the scanner's address must be understood."""
    problems = [
        Error(f"UPLOAD_TYPES names an unknown kind: {key}.", hint=f"Known: {', '.join(KINDS)}.", id="core.E002")
        for key in settings.UPLOAD_TYPES
        if key not in KINDS
    ]
    if min(settings.UPLOAD_MAX_BYTES, settings.UPLOAD_MAX_COUNT, settings.REQUEST_MAX_BYTES) < 1:
        problems.append(
            Error("UPLOAD_MAX_BYTES, UPLOAD_MAX_COUNT, REQUEST_MAX_BYTES must be positive.", id="core.E003")
        )
    if scanner.is_configured():
        try:
            scanner.address()
        except ValueError as error:
            problems.append(Error(str(error), id="core.E004"))
    return problems


@register(Tags.security)
def proxies_are_counted(app_configs, **kwargs):
    """A negative number of proxies would trust what a sender writes."""
    if settings.TRUSTED_PROXY_COUNT < 0:
        return [Error("TRUSTED_PROXY_COUNT must be 0 or more.", id="core.E005")]
    return []


@register(Tags.security, deploy=True)
def addresses_are_public(app_configs, **kwargs):
    """Letters carry links made from BASE_URL."""
    if not str(settings.WAGTAILADMIN_BASE_URL).startswith("https://"):
        return [Warning("BASE_URL does not begin with https://: links in letters would be unsafe.", id="core.W006")]
    return []


@register(Tags.security, deploy=True)
def policy_is_strict(app_configs, **kwargs):
    """The public site's policy lets no inline script or style run."""
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    loose = [
        name for name in ("default-src", "script-src", "style-src") if "'unsafe-inline'" in directives.get(name, [])
    ]
    if loose:
        return [Warning(f"The content security policy allows inline code: {', '.join(loose)}.", id="core.W007")]
    return []
