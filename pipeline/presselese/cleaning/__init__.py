"""Text repair and layout zones: headline, dateline, body, quote, caption, contact, boilerplate."""

from presselese.cleaning.document import clean

__all__ = ["clean"]
