"""Records for human eyes: on the terminal, and as one self-contained web page."""
