"""Writes the colours of code, as CSS, into the file that is its argument."""

import sys

from pygments.formatters import HtmlFormatter

# They are readable on the backgrounds of style.css: see checkContrast.
LIGHT, DARK = "xcode", "lightbulb"

with open(sys.argv[1], "w", encoding="utf-8") as css:
    for style, where in (LIGHT, "print, (prefers-color-scheme: light)"), (DARK, "screen and (prefers-color-scheme: dark)"):
        rules = "\n".join(HtmlFormatter(style=style).get_token_style_defs(".highlight"))
        css.write(f"@media {where} {{\n{rules}\n}}\n")
