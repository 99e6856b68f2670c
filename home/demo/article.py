"""Short words for the blocks of a demo article. Pictures and documents are named; the loader puts their ids in."""


def h2(text):
    """A heading."""
    return ("heading", {"text": text, "level": "h2"})


def p(html):
    """Paragraphs and lists."""
    return ("paragraph", html)


def quote(text, author, position):
    """Someone's words."""
    return ("quote", {"text": text, "author": author, "position": position})


def table(caption, rows, header="row"):
    """A table; `header` is "row", "column" or "both"."""
    return (
        "table",
        {
            "data": rows,
            "table_caption": caption,
            "table_header_choice": header,
            "first_row_is_table_header": header != "column",
            "first_col_is_header": header != "row",
        },
    )


def picture(name, alt, caption=""):
    """A drawn picture."""
    return ("image", {"image": {"image": name, "alt_text": alt, "decorative": False}, "caption": caption, "author": ""})


def gallery(title, pictures):
    """Drawn pictures: (name, what it shows)."""
    return ("gallery", {"title": title, "pictures": [picture(name, alt)[1] for name, alt in pictures]})


def video(title, url, minutes, text):
    """A link to a video."""
    return ("video", {"title": title, "url": url, "minutes": minutes, "text_version": text})


def document(name):
    """A document to download."""
    return ("document", {"document": name, "title": "", "note": ""})
