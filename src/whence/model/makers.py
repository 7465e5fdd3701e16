"""Who made a reading."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Maker:
    """The stage, its version, and the rule or model in it that made a reading; written ``stage@version#rule``."""

    stage: str
    version: str
    rule: str = ""

    def __str__(self) -> str:
        return f"{self.stage}@{self.version}" + (f"#{self.rule}" if self.rule else "")

    @classmethod
    def parse(cls, text: str) -> "Maker":
        """The maker that was written as `text`."""
        stage, _, rest = text.partition("@")
        version, _, rule = rest.partition("#")
        return cls(stage, version, rule)
