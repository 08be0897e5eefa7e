"""Writes notebooks as web pages that need no network. Arguments: language, folder for the
pages, notebooks. Formulas become MathML, which browsers draw themselves."""

import html
import pathlib
import re
import sys

import nbformat
from latex2mathml.converter import convert
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer

IPythonRenderer.inline_math = lambda self, body: convert(body)
IPythonRenderer.block_math = lambda self, body: convert(body, display="block")

# Left out: three programs that nbconvert's pages fetch from the network.
TEMPLATE = """{% extends 'index.html.j2' %}
{%- block html_head_js_requirejs -%}{%- endblock -%}
{%- block html_head_js_mathjax -%}{%- endblock -%}
{%- block html_head_js_mermaidjs -%}{%- endblock -%}
"""


def describe(output):
    """Gives a picture its description: nbconvert drops it, and animations too."""
    for mime in ("image/png", "image/gif"):
        picture = output.get("data", {}).get(mime)
        if picture:
            alt = html.escape(output.metadata.get("alt", ""))
            output.data = {"text/html": f'<img src="data:{mime};base64,{picture.strip()}" alt="{alt}">'}


language, folder, *paths = sys.argv[1:]
exporter = HTMLExporter(template_name="lab", raw_template=TEMPLATE, language_code=language)
for path in map(pathlib.Path, paths):
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata.language_info.pygments_lexer = "go"  # the kernel names none
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            describe(output)
    title = notebook.cells[0].source.partition("\n")[0].lstrip("# ")
    page, _ = exporter.from_notebook_node(notebook, {"metadata": {"name": title}})
    page = re.sub(r'(href="[^":]+)\.ipynb', r"\1.html", page)
    pathlib.Path(folder, path.stem + ".html").write_text(page, encoding="utf-8")
