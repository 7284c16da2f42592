"""The recipe: from raw data sets and public weights to the files that `de_presse` ships.

Training only. Nothing here is imported at run time; the runtime reads the exported files.
"""
