"""Sanctions and watch lists as entries: OFAC and UN as JSON lines or XML, OpenSanctions as CSV or FollowTheMoney."""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from whence.errors import BadInput
from whence.model import ListEntry
from whence.text.names import ORGANIZATION, PERSON

_PEOPLE = frozenset({"person", "individual"})
_BEARERS = frozenset({"Person", "LegalEntity", "Organization", "Company", "PublicBody"})
_IDENTIFIERS = (
    "idNumber registrationNumber passportNumber taxNumber innCode ogrnCode leiCode imoNumber uniqueEntityId wikidataId"
).split()
_MARKS = frozenset({"Gender", "Website", "Email Address", "Secondary sanctions risk:"})
_UN_DATES = ("DATE", "YEAR", "FROM_YEAR", "TO_YEAR")
_THINGS = frozenset({"vessel", "airplane", "aircraft", "cryptowallet", "address", "security", "passport"})


def read_list(path: Path) -> Iterator[ListEntry]:
    """The entries of a list file; its format is told from its content. Ships, aircraft and the like are left out.

    Raises `BadInput` when it is none of the formats that are known, is broken, or lists no person and no body.
    """
    with path.open("rb") as file:
        head = file.read(4096).lstrip(b"\xef\xbb\xbf \r\n\t")
    reader = _reader(head)
    if reader is None:
        raise BadInput(
            str(path),
            "this is no list in a known format",
            "Known are OFAC SDN (sdn.xml, not sdn_advanced.xml or sdn.csv; JSON lines), the UN list (XML, JSON lines), "
            "OpenSanctions targets.simple.csv and FollowTheMoney JSON lines.",
        )
    found = False
    for entry in reader(path):
        if entry.name:
            found = True
            yield entry
    if not found:
        raise BadInput(str(path), "no person and no body is on this list", "Look whether the whole list was fetched.")


def _reader(head: bytes) -> Callable[[Path], Iterator[ListEntry]] | None:
    if head.startswith((b"{", b"[")):
        return _read_json
    if head.startswith(b"<") and b"CONSOLIDATED_LIST" in head:
        return _read_un_xml
    if head.startswith(b"<") and (b"sdnList" in head or b"sdnEntry" in head):
        return _read_sdn_xml
    if b"schema" in head.split(b"\n")[0] and b"aliases" in head.split(b"\n")[0]:
        return _read_simple_csv
    return None


def _kind(word: str) -> str | None:
    folded = word.lower()
    if folded in _THINGS:
        return None
    return PERSON if folded in _PEOPLE else ORGANIZATION


def _read_json(path: Path) -> Iterator[ListEntry]:
    """Entries of JSON lines, or of one JSON list; sanctions of FollowTheMoney are told of those they point at."""
    sanctions: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for _, row in _json_rows(path, holding='"Sanction"'):
        if isinstance(row, dict) and row.get("schema") == "Sanction":
            for target in (row.get("properties") or {}).get("entity", []):
                if isinstance(target, str):
                    sanctions[target].append(row)
    for number, row in _json_rows(path):
        try:
            entry = _ftm(row, sanctions.get(row.get("id"), [])) if "properties" in row else _plain(row)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            told = f"it has no {error}" if isinstance(error, KeyError) else f"{type(error).__name__}: {error}"
            reason = f"this is no entry of a list ({told})"
            raise BadInput(f"{path}, entry {number}", reason, "Mend or remove it.") from error
        if entry:
            yield entry


def _json_rows(path: Path, *, holding: str = "") -> Iterator[tuple[int, Any]]:
    """Each entry with its number; of JSON lines only those that hold some characters."""
    with path.open(encoding="utf-8-sig") as lines:
        try:
            if lines.read(4096).lstrip().startswith("["):
                lines.seek(0)
                yield from enumerate(json.load(lines), start=1)
                return
            lines.seek(0)
            for number, line in enumerate(lines, start=1):
                if line.strip() and holding in line:
                    yield number, json.loads(line)
        except ValueError as error:
            raise BadInput(str(path), f"the JSON is wrong ({error})", "Fetch the list again.") from error


def _is_ofac(row: dict[str, Any]) -> bool:
    return str(row["id"]).startswith("ofac") or bool(row.get("programs") and not row.get("list"))


def _plain(row: dict[str, Any]) -> ListEntry | None:
    """An entry of the OFAC and UN lists as JSON lines."""
    kind = _kind(row["schema"])
    aliases = [a if isinstance(a, dict) else {"name": str(a)} for a in row.get("aliases") or []]
    low = [a["name"] for a in aliases if str(a.get("quality", "")).lower() == "low"]
    if kind is None:
        return None
    return ListEntry(
        str(row["id"]),
        "OFAC SDN" if _is_ofac(row) else f"UN {row.get('list') or ''}".strip(),
        kind,
        row.get("name") or "",
        tuple(a["name"] for a in aliases if a["name"] and a["name"] not in low),
        (*low, *(a["name"] for a in row.get("weak_aliases") or [])),
        tuple(row.get("programs") or ([row["list"]] if row.get("list") else [])),
        _unique([*(row.get("nationality") or []), *(a.get("country") for a in row.get("addresses") or [])]),
        tuple(row.get("dob") or ()),
        _unique([row.get("reference")]),
        row.get("remarks") or row.get("comments") or "",
    )


def _unique(words: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w for w in words if w))


def _ftm(row: dict[str, Any], sanctions: Iterable[dict[str, Any]]) -> ListEntry | None:
    """An entity of FollowTheMoney, as OpenSanctions gives them out; its sanctions stand inside it or by themselves."""
    schema, own = str(row.get("schema") or ""), row["properties"]
    names = own.get("name") or []
    if schema not in _BEARERS or not names:
        return None
    nested = [s for s in own.get("sanctions", []) if isinstance(s, dict)]
    laws = [s.get("properties") or {} for s in (*sanctions, *nested)]

    def words(*properties: str) -> Iterator[str]:
        return (w for p in properties for w in own.get(p, []) if isinstance(w, str))

    legal = (w for law in laws for p in ("programId", "program") for w in law.get(p, [])[:1])
    return ListEntry(
        row["id"],
        ", ".join(row.get("datasets") or []) or "FollowTheMoney",
        PERSON if schema == "Person" or own.get("birthDate") else ORGANIZATION,
        row.get("caption") or names[0],
        _unique([*names, *words("alias", "previousName")]),
        tuple(words("weakAlias", "abbreviation")),
        _unique([*words("programId", "program"), *legal]),
        _unique(words("country", "nationality", "citizenship", "jurisdiction")),
        _unique(words("birthDate", "incorporationDate")),
        _unique(words(*_IDENTIFIERS)),
        " ".join(words("notes")),
    )


def _read_simple_csv(path: Path) -> Iterator[ListEntry]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, strict=True)
        try:
            lacking = [column for column in ("id", "schema", "name") if column not in (rows.fieldnames or ())]
            if lacking:
                reason = f"the head line has no column {', '.join(lacking)}"
                raise BadInput(
                    str(path), reason, "Columns stand apart by commas; take OpenSanctions targets.simple.csv."
                )
            for row in rows:
                if kind := _kind(row["schema"] or ""):
                    yield _simple(row, kind)
        except UnicodeDecodeError as error:
            raise BadInput(str(path), f"this is not UTF-8 ({error.reason})", "Save it as UTF-8.") from error
        except csv.Error as error:
            where = f"{path}, after line {rows.line_num}"
            raise BadInput(where, f"the CSV is wrong ({error})", "Fetch the list again.") from error


def _simple(row: dict[str, str | None], kind: str) -> ListEntry:
    many = {k: _unique((row.get(k) or "").split(";")) for k in ("aliases", "countries", "identifiers", "birth_date")}
    told = _unique([*(row.get("program_ids") or "").split(";"), *(row.get("sanctions") or "").split(";")])
    return ListEntry(
        row["id"] or "",
        row.get("dataset") or "",
        kind,
        row["name"] or "",
        many["aliases"],
        (),
        told,
        many["countries"],
        many["birth_date"],
        many["identifiers"],
    )


def _elements(path: Path, *tags: str) -> Iterator[etree._Element]:
    """The elements of these local names, one at a time, without network and without entities."""
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    try:
        for _, element in etree.iterparse(str(path), events=("end",), **options):
            if etree.QName(element).localname in tags:
                yield element
                element.clear()
    except etree.XMLSyntaxError as error:
        raise BadInput(str(path), f"the XML breaks off or is wrong ({error})", "Fetch the list again.") from error


def _texts(element: etree._Element, *path: str) -> list[str]:
    """The texts at the end of a path of local names."""
    found = [element]
    for name in path:
        found = [child for e in found for child in e if etree.QName(child).localname == name]
    return [text for e in found if (text := re.sub(r"\s+", " ", e.text or "").strip())]


def _children(element: etree._Element, *path: str) -> list[etree._Element]:
    found = [element]
    for name in path:
        found = [child for e in found for child in e if etree.QName(child).localname == name]
    return found


def _read_sdn_xml(path: Path) -> Iterator[ListEntry]:
    for e in _elements(path, "sdnEntry"):
        kind = _kind(" ".join(_texts(e, "sdnType")))
        aliases = [(_sdn_name(a), " ".join(_texts(a, "category"))) for a in _children(e, "akaList", "aka")]
        if kind:
            yield ListEntry(
                f"ofac-{' '.join(_texts(e, 'uid'))}",
                "OFAC SDN",
                kind,
                _sdn_name(e),
                tuple(name for name, strength in aliases if strength != "weak"),
                tuple(name for name, strength in aliases if strength == "weak"),
                tuple(_texts(e, "programList", "program")),
                _unique(
                    [
                        *_texts(e, "nationalityList", "nationality", "country"),
                        *_texts(e, "addressList", "address", "country"),
                    ]
                ),
                tuple(_texts(e, "dateOfBirthList", "dateOfBirthItem", "dateOfBirth")),
                _unique(map(_sdn_identifier, _children(e, "idList", "id"))),
                " ".join(_texts(e, "remarks")),
            )


def _sdn_identifier(element: etree._Element) -> str:
    """``Passport A1 (Tunisia)``; a mere mark without a number, such as a sex, is none."""
    kind, number, country = (" ".join(_texts(element, tag)) for tag in ("idType", "idNumber", "idCountry"))
    if not number or kind in _MARKS:
        return ""
    return f"{kind} {number}".strip() + (f" ({country})" if country else "")


def _sdn_name(element: etree._Element) -> str:
    last, first = " ".join(_texts(element, "lastName")), " ".join(_texts(element, "firstName"))
    return f"{last}, {first}" if first else last


def _un_document(element: etree._Element) -> str:
    kind, number, country = (" ".join(_texts(element, t)) for t in ("TYPE_OF_DOCUMENT", "NUMBER", "ISSUING_COUNTRY"))
    return f"{kind} {number}".strip() + (f" ({country})" if country else "") if number else ""


def _read_un_xml(path: Path) -> Iterator[ListEntry]:
    for e in _elements(path, "INDIVIDUAL", "ENTITY"):
        one = "INDIVIDUAL" if etree.QName(e).localname == "INDIVIDUAL" else "ENTITY"
        names = [t for part in ("FIRST", "SECOND", "THIRD", "FOURTH") for t in _texts(e, f"{part}_NAME")]
        aliases = [
            (" ".join(_texts(a, "ALIAS_NAME")), " ".join(_texts(a, "QUALITY"))) for a in _children(e, f"{one}_ALIAS")
        ]
        yield ListEntry(
            f"un-{' '.join(_texts(e, 'DATAID'))}",
            f"UN {' '.join(_texts(e, 'UN_LIST_TYPE'))}".strip(),
            PERSON if one == "INDIVIDUAL" else ORGANIZATION,
            " ".join(names),
            _unique([*(name for name, q in aliases if q != "Low"), *_texts(e, "NAME_ORIGINAL_SCRIPT")]),
            tuple(name for name, quality in aliases if name and quality == "Low"),
            tuple(_texts(e, "UN_LIST_TYPE")),
            _unique([*_texts(e, "NATIONALITY", "VALUE"), *_texts(e, f"{one}_ADDRESS", "COUNTRY")]),
            _unique(t for tag in _UN_DATES for t in _texts(e, "INDIVIDUAL_DATE_OF_BIRTH", tag)),
            _unique([*_texts(e, "REFERENCE_NUMBER"), *map(_un_document, _children(e, "INDIVIDUAL_DOCUMENT"))]),
            " ".join(_texts(e, "COMMENTS1")),
        )
