"""Where staff keep bodies in the Wagtail admin: composition, access, documents, meetings. States change on the case screen."""
