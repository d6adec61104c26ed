"""The colours of look.md, light and dark: the one place they are written down. Standard library only."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One set of colours, each "#rrggbb"."""

    dark: bool
    paper: str
    surface: str
    sunken: str
    line: str
    ink: str
    soft: str
    faint: str
    accent: str
    on_accent: str
    wash: str
    on_wash: str
    body: tuple[str, str, str, str, str, str, str]
    """tightened a lot … breathed freely, for body −3 … +3"""
    you: str
    they: str
    tight_wash: str
    on_tight_wash: str
    error: str
    people: tuple[str, ...]
    """twelve grounds for initials, each at least 4.5 : 1 under `on_person`"""
    on_person: str

    def for_body(self, value: int) -> str:
        """Return the colour of a body value −3 … +3."""
        return self.body[value + 3]


LIGHT = Palette(
    dark=False,
    paper="#FAF7F2", surface="#FFFFFF", sunken="#F3EEE6", line="#E6DFD3",
    ink="#26242B", soft="#5F5A66", faint="#6E6875",
    accent="#0B6B66", on_accent="#FFFFFF", wash="#DDEFEC", on_wash="#0A4F4B",
    body=("#8C510A", "#BF812D", "#DFC27D", "#D9D4CA", "#80CDC1", "#35978F", "#01665E"),
    you="#5B7C99", they="#A8746B",
    tight_wash="#F3DFC1", on_tight_wash="#6B3E08", error="#9A3412",
    people=("#A15F55", "#4F7093", "#7566A5", "#5F6B78", "#946A24", "#577846", "#8A5A83", "#2F7A75",
            "#9B5B3A", "#5D6FA3", "#75702B", "#7C6355"),
    on_person="#FFFFFF",
)  # fmt: skip

GREY = replace(
    LIGHT,
    paper="#FFFFFF", sunken="#F4F4F4", line="#DADADA", ink="#1E1E1E", soft="#555555", faint="#666666",
    accent="#1E1E1E", wash="#EBEBEB", on_wash="#1E1E1E",
    body=("#1E1E1E", "#484848", "#707070", "#989898", "#BDBDBD", "#DADADA", "#FFFFFF"),
    you="#484848", they="#8C8C8C",
    tight_wash="#E2E2E2", on_tight_wash="#1E1E1E", error="#1E1E1E",
)  # fmt: skip
"""for paper without colours: from dark and tight to light and easy"""

DARK = Palette(
    dark=True,
    paper="#1D1C20", surface="#26252A", sunken="#18171A", line="#3A3840",
    ink="#ECE8E1", soft="#B9B3BE", faint="#9C95A5",
    accent="#5CC2B8", on_accent="#0D2624", wash="#163634", on_wash="#A6E3DB",
    body=("#C9802F", "#D59A4A", "#E3CB8D", "#A9A49B", "#7FCFC3", "#4DB3AA", "#2FA096"),
    you="#86A9C6", they="#CF9A90",
    tight_wash="#4A3516", on_tight_wash="#F0CF98", error="#F0A184",
    people=("#A15F55", "#4F7093", "#7566A5", "#5F6B78", "#946A24", "#577846", "#8A5A83", "#2F7A75",
            "#9B5B3A", "#5D6FA3", "#75702B", "#7C6355"),
    on_person="#FFFFFF",
)  # fmt: skip
