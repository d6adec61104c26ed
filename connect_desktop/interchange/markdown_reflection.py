"""One reflection as a Markdown file: what is known of it in front, its text as it was written."""

from collections.abc import Sequence

from connect_desktop.domain import Reflection
from connect_desktop.interchange.markdown_text import front_matter


def text(one: Reflection, people: Sequence[str], circles: Sequence[str], question: str) -> str:
    """Return a reflection with the names in it, and the words of the prompt that it answers."""
    matter = front_matter(
        {
            "date": one.on,
            "title": one.title,
            "people": [*people],
            "circles": [*circles],
            "prompt": one.prompt,
            **({"question": question} if question else {}),
            "created": one.created,
            "edited": one.edited,
        }
    )
    return matter + one.text + ("" if one.text.endswith("\n") or not one.text else "\n")
