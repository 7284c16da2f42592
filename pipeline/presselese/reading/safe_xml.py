"""Parses XML that strangers wrote: no network, no DTD, no entities of its own."""

from __future__ import annotations

from typing import Any, NamedTuple

from lxml import etree

from presselese.errors import BadInput
from presselese.records import Warning


class SafeTree(NamedTuple):
    """The root element, and what was left out or mended on the way."""

    root: Any
    encoding: str
    warnings: tuple[Warning, ...]


def parse_xml(content: bytes, *, where: str) -> SafeTree:
    """Return the tree of an XML file; references to declared entities are left out, with a warning.

    Malformed files are mended as far as possible. Raises `BadInput` where nothing is left.
    """
    warnings: list[Warning] = []
    try:
        root = etree.fromstring(content, _parser(recover=False))
    except etree.XMLSyntaxError as error:
        root = _mended(content, where, error)
        warnings.append(
            Warning(code="source.xml_malformed", message=f"{where} is not well-formed XML: {error}")
        )
    if _drop_entities(root):
        warnings.append(
            Warning(
                code="source.entities_left_out",
                message=f"{where} declares XML entities; they were neither fetched nor filled in.",
            )
        )
    encoding = (root.getroottree().docinfo.encoding or "utf-8").lower()
    return SafeTree(root, encoding, tuple(warnings))


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, recover=recover, remove_comments=True, remove_pis=True,
    )  # fmt: skip


def _mended(content: bytes, where: str, error: etree.XMLSyntaxError) -> Any:
    try:
        root = etree.fromstring(content, _parser(recover=True))
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise BadInput(
            where, f"is not XML ({error})", "Export or download the file anew."
        ) from error
    return root


def _drop_entities(root: Any) -> int:
    entities = [node for node in root.iter() if node.tag is etree.Entity]
    for entity in entities:
        parent, before = entity.getparent(), entity.getprevious()
        tail = entity.tail or ""
        if before is not None:
            before.tail = (before.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
        parent.remove(entity)
    return len(entities)


def local_name(element: Any) -> str:
    """Return an element's name without its namespace, in lower case."""
    return str(etree.QName(element).localname).lower() if isinstance(element.tag, str) else ""
