"""Makes the bodies of pages, each next to its notebook.
Arguments: a folder, nbconvert's template, the folder of the course's notebooks, and the
notebooks in the first folder.

The folder is laid out as the site. Formulas become MathML, which browsers draw themselves.
"""

import html
import pathlib
import re
import sys
from itertools import pairwise
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import nbformat
from bs4 import BeautifulSoup
from latex2mathml.converter import convert_to_element
from mistune import HTMLRenderer
from nbconvert import HTMLExporter
from nbconvert.exporters import html as exporters
from nbconvert.filters.markdown_mistune import IPythonRenderer

# A browser would break the line between a formula and a mark.
WITH_MARKS = re.compile(r'[(（“]*<span class="formula inline">(?:(?!</span>).)*</span>[-.,:;?!)、，。：；？！）”]+')

# All the HTML that Markdown may contain; the rest is shown as text.
TAG = re.compile(r"&lt;(/?(?:details|summary|br|kbd|sub|sup))&gt;")

ELEMENT = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>")


def formula(display):
    def render(renderer, tex):
        element = convert_to_element(tex, display=display)
        for part in element.iter():  # it writes < as an entity
            part.text = html.unescape(part.text or "")
        for part in element.iter():
            for before, sign in pairwise(part):
                if sign.text in ("−", "+", "±") and before.text in tuple("=≈<>≤≥←→(,·×"):
                    sign.set("form", "prefix")  # else it stands apart, as in a − b
        text = ElementTree.tostring(element, encoding="unicode")
        return f'<span class="formula {display}">{text}</span>'

    return render


def raw(renderer, text):
    return TAG.sub(r"<\1>", html.escape(text))


def heading(renderer, text, level, **attributes):
    name = re.sub(r"<[^>]*>", "", text).strip().replace(" ", "-")  # as JupyterLab has it
    return f'<h{level} id="{html.escape(html.unescape(name))}">{text}</h{level}>\n'


def link(renderer, text, url, title=None):
    """Leads from page to page, into the page or to the web; another link is its text."""
    parts = urlsplit(url)
    target = renderer.folder / unquote(parts.path)
    if parts.scheme in ("http", "https") or url.startswith("#"):
        pass
    elif not parts.scheme and not parts.netloc and target.suffix == ".ipynb" and target.is_file():
        url = parts._replace(path=parts.path.removesuffix(".ipynb") + ".html").geturl()
    else:
        return text
    return HTMLRenderer.link(renderer, text, url, title)


def image(renderer, text, url, title=None):
    url = renderer._src_to_base64(url) or ""
    return HTMLRenderer.image(renderer, text, url, title) if url.startswith("data:image/") else text


def table(renderer, text):
    return f'<div class="wide"><table>\n{text}</table></div>\n'


def nested(page):
    """Tells whether every tag is closed, in order."""
    open_tags = []
    for end, name, empty in ELEMENT.findall(page):
        if not end and not empty and name not in ("br", "hr", "img"):
            open_tags.append(name)
        elif end and (not open_tags or open_tags.pop() != name):
            return False
    return not open_tags


class AsWritten(str):
    def select(self, selector):
        return []


def parse(page, features):
    """Spares nbconvert the parsing of a page, which takes most of the time, unless there is
    something to mend: it looks for pictures without alt, and here all have it."""
    return AsWritten(page) if nested(page) else BeautifulSoup(page, features)


exporters.BeautifulSoup = parse
IPythonRenderer.inline_math = formula("inline")
IPythonRenderer.block_math = formula("block")
IPythonRenderer.block_html = IPythonRenderer.inline_html = raw
IPythonRenderer.heading, IPythonRenderer.link = heading, link
IPythonRenderer.image, IPythonRenderer.table = image, table

work, template, notebooks, *names = sys.argv[1:]
work = pathlib.Path(work)
exporter = HTMLExporter(template_name="basic", raw_template=template)
for path in (work / name for name in names):
    notebook = nbformat.read(path, as_version=4)
    notebook.metadata.language_info.pygments_lexer = "go"  # the kernel names none
    IPythonRenderer.folder = path.parent
    images = pathlib.Path(notebooks, path.parent.relative_to(work))
    body, _ = exporter.from_notebook_node(notebook, {"metadata": {"path": str(images)}})
    body = WITH_MARKS.sub(r'<span class="together">\g<0></span>', body)
    path.with_suffix(".html").write_text(body, encoding="utf-8")
