"""A document as its lines."""

from typing import Any

from connect_desktop.report.document import Document


def lines(node: Any) -> list[str]:
    """Every line of a document in order, as text."""
    if isinstance(node, Document):
        return lines(list(node.body))
    if isinstance(node, list):
        return [line for part in node for line in lines(part)]
    if isinstance(node, dict):
        own = ["".join(run["text"] for run in node["runs"])] if "runs" in node else []
        return own + [line for key, part in node.items() if key != "runs" for line in lines(part)]
    return []
