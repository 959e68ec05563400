"""What a browser would see and post: fields of a form, text of a page."""

from html.parser import HTMLParser


class _FormReader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.data, self.select, self.textarea = {}, None, None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "input" and self._is_posted(given):
            unnamed = "on" if given.get("type") == "checkbox" else ""
            self.data[given["name"]] = given.get("value", unnamed)
        elif tag == "select":
            self.select = given.get("name")
            self.data[self.select] = ""
        elif tag == "option" and self.select and "selected" in given:
            self.data[self.select] = given.get("value", "")
        elif tag == "textarea":
            self.textarea = given.get("name")
            self.data[self.textarea] = ""

    def _is_posted(self, given):
        is_choice = given.get("type") in ("radio", "checkbox")
        return "name" in given and (not is_choice or "checked" in given)

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        elif tag == "textarea":
            self.textarea = None

    def handle_data(self, data):
        if self.textarea:
            self.data[self.textarea] += data


def form_data(response) -> dict[str, str]:
    """Everything the page would post unchanged."""
    reader = _FormReader()
    reader.feed(response.content.decode())
    reader.data.pop("csrfmiddlewaretoken", None)
    return {name: value.removeprefix("\n") for name, value in reader.data.items()}


def page_text(response) -> str:
    """The page's text with plain spaces, as a person would quote it."""
    return " ".join(response.content.decode().replace("\u00a0", " ").replace("&nbsp;", " ").split())
