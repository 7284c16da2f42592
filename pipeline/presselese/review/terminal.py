"""One record on the terminal: the article with coloured spans, then its events."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from presselese.records import (
    Delegation,
    Event,
    Filler,
    Founding,
    Organisation,
    Person,
    Place,
    Record,
)

# Evidence lies under the rest, so that a name inside it keeps its own colour.
STYLES = {
    "evidence": "on grey23",
    "places": "green",
    "organisations": "cyan",
    "people": "magenta",
    "figures": "yellow",
    "dates": "blue",
    "trigger": "bold reverse",
}
# So many letters at the beginning are the same in "Büros" and "Büro in Riga".
SAME_LETTERS = 4
SLOTS = ("destinations", "origins", "organisers", "leaders", "participants", "hosts")


def print_record(record: Record, console: Console) -> None:
    """Print the record to the console."""
    source = record.source
    head = [source.title, source.publisher, source.published, source.path]
    console.print(Text(" · ".join(visible(part) for part in head if part), style="bold"))
    console.print(_legend())
    console.print()
    console.print(styled_text(record), soft_wrap=False)
    console.print()
    for event in record.events:
        console.print(event_text(event, record))
    if not record.events:
        console.print("no events")
    for warning in record.warnings:
        console.print(Text(f"warning {warning.code}: {visible(warning.message)}", style="yellow"))


def styled_text(record: Record) -> Text:
    """Return the article with a style on every span that the record speaks of."""
    text = Text(visible(record.text))
    for kind, start, end in _spans(record):
        text.stylize(STYLES[kind], start, end)
    return text


def event_text(event: Event, record: Record) -> Text:
    """Return an event as lines: what it is, then each filled slot."""
    is_sure = f"{event.confidence:.2f}"
    head = f"{event.id} {event.kind}, {event.status}{', reported' if event.reported else ''}"
    text = Text(f"{head}, confidence {is_sure}, {event.rule}\n", style="bold")
    for name, value in event_slots(event, record):
        text.append(f"  {name}: {visible(value)}\n", style="not bold")
    return text


def event_slots(event: Event, record: Record) -> Iterator[tuple[str, str]]:
    """Yield the filled slots of an event as name and words."""
    if isinstance(event, Delegation):
        yield from _named(((name, getattr(event, name)) for name in SLOTS), record)
        if event.size:
            yield "size", f"{event.size.modifier or ''} {event.size.value}".strip()
        yield from ((name, value) for name in ("start", "end") if (value := getattr(event, name)))
        return
    is_founding = isinstance(event, Founding)
    yield ("form", event.form) if isinstance(event, Founding) else ("change", event.change)
    yield "organisation", filler_words(event.organisation, record)
    names = ("founders", "places") if is_founding else ("members",)
    yield from _named(((name, getattr(event, name)) for name in names), record)
    if event.date:
        yield "date", event.date


def visible(text: str) -> str:
    """Return the text with control characters shown, one for one: an article must not steer the
    terminal.
    """
    return "".join(
        chr(0x2400 + ord(char)) if ord(char) < 32 and char not in "\n\t" else
        "\N{SYMBOL FOR DELETE}" if 127 <= ord(char) < 160 else char
        for char in text
    )  # fmt: skip


def filler_words(filler: Filler, record: Record) -> str:
    """Return a filler's name, with the text's words where these do not name it.

    "Nordlicht e. V. („Verein“)": a reader sees that the name was told elsewhere.
    """
    words = record.text[filler.start_char : filler.end_char]
    entities: list[Organisation | Person | Place]
    entities = [*record.organisations, *record.people, *record.places]
    is_named = any(
        mention.start_char < filler.end_char and filler.start_char < mention.end_char
        for entity in entities
        if entity.id == filler.ref
        for mention in entity.mentions
    )
    says_so = filler.name.casefold().startswith(words.casefold()[:SAME_LETTERS])
    return filler.name if is_named or says_so else f"{filler.name} („{' '.join(words.split())}“)"


def _named(slots: Iterator[tuple[str, list[Filler]]], record: Record) -> Iterator[tuple[str, str]]:
    for name, fillers in slots:
        if fillers:
            yield name, "; ".join(filler_words(filler, record) for filler in fillers)


def _spans(record: Record) -> Iterator[tuple[str, int, int]]:
    for event in record.events:
        for evidence in event.evidence:
            yield "evidence", evidence.start_char, evidence.end_char
    for kind, entities in (
        ("places", record.places),
        ("organisations", record.organisations),
        ("people", record.people),
    ):
        for entity in entities:
            for mention in entity.mentions:
                yield kind, mention.start_char, mention.end_char
    for figure in record.figures:
        yield "figures", figure.start_char, figure.end_char
    for date in record.dates:
        yield "dates", date.start_char, date.end_char
    for event in record.events:
        yield "trigger", event.trigger.start_char, event.trigger.end_char


def _legend() -> Text:
    text = Text()
    for kind, style in STYLES.items():
        text.append(f" {kind} ", style=style)
        text.append(" ")
    return text
