"""`python -m presselese` is the `presselese` command."""

from presselese.cli import main

if __name__ == "__main__":
    main()
