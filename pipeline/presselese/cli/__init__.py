"""The command line; `main` is what the `presselese` command calls."""

from presselese.cli.app import main

__all__ = ["main"]
