"""A document before it is set: what its pages say, as plain data, and the drawings in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from connect_desktop.report.blocks import Block
from connect_desktop.report.options import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Pages as data; equal documents become equal bytes."""

    title: str
    dates: str
    """the line below the title"""
    line: str = ""
    """the user's own line below that, or none"""
    on: date
    """the day it is made; also its time stamp"""
    lang: str
    paper: Paper
    body: tuple[Block, ...]
    """what follows the title, in order; see `blocks`"""
    foot: str = ""
    """said quietly at the foot of every page"""
    drawings: Mapping[str, bytes] = field(default_factory=dict)
    """the charts the body names, as SVG"""
