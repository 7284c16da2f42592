"""Every command explains itself, ends its help with a real example, and describes each option."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from presselese.cli.app import app


def commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield every command with the words that call it."""
    yield path, command
    for name, child in getattr(command, "commands", {}).items():
        yield from commands(child, (*path, name))


ALL = dict(commands(typer.main.get_command(app)))


def example(command: Any) -> str:
    """Return the example at the end of a command's help."""
    return str(command.epilog or "").removeprefix("Example: ")


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_help_ends_with_an_example_of_this_command(path: tuple[str, ...]) -> None:
    command = ALL[path]
    help_words = " ".join(command.get_help(command.context_class(command)).split())
    assert help_words.endswith(f"Example: {example(command)}")
    assert shlex.split(example(command))[: len(path) + 1] == ["presselese", *path]


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_example_can_be_typed_as_it_stands(path: tuple[str, ...]) -> None:
    words = shlex.split(example(ALL[path]))[1:]
    command = ALL[()]
    context = None
    while hasattr(command, "commands"):
        name, *words = words
        command = command.commands[name]
        context = command.context_class(command, parent=context)
    assert command.make_context("example", list(words))


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_command_and_all_its_options_are_described(path: tuple[str, ...]) -> None:
    command = ALL[path]
    assert command.help
    undescribed = [parameter.name for parameter in command.params if not parameter.help]
    assert undescribed == []
