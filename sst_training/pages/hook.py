"""The MkDocs hook: hands the library to the functions of this folder, and their pages to MkDocs.

Thin on purpose: what can be had without MkDocs stands beside it and is tested without. One build is one
process and one language, so what a build knows is kept in one value, `build`.
"""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import msgspec
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from sst_training.library import open_library
from sst_training.library.locales import languages, phrases_for
from sst_training.pages import (
    browser_library,
    chapters,
    cli_reference,
    closing_check,
    figures,
    glossary,
    headings,
    landmarks,
    module_page,
    modules_index,
    notebook,
    observation_list,
    plans,
    policy,
    reader,
    reading_aids,
    scripts,
    search_scope,
    tools,
)
from sst_training.pages.citations import Citations, UnknownReference
from sst_training.pages.generated import PAGES, all_pages, plan_sources
from sst_training.pages.site import PageFacts, Site
from sst_training.sheets.reader import reader_pdf

HOME = "index.md"
COURSE = "modules/"


class Build:
    """What this build knows: the site, the pages of every language, and what goes into each template."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.root = Path(config.config_file_path or ".").resolve().parent
        self.lang: str = config.theme["language"]
        self.languages = languages()
        self.figures = self.root / "docs" / "assets" / "figures"
        written = {lang: sources(self.root / "docs" / lang) for lang in self.languages}
        library = open_library()
        made = {*PAGES, *plan_sources(library), cli_reference.SOURCE}
        self.listed = made - {glossary.SOURCE, modules_index.SOURCE, observation_list.SOURCE}
        self.there = {lang: {*found, *made} for lang, found in written.items()}
        facts = {name: read_facts(path) for name, path in written[self.lang].items() if path.suffix == ".md"}
        self.site = Site(library, phrases_for(self.lang), facts)
        self.hover = glossary.hover(self.site)
        self.shelf = browser_library.files(self.site)
        self.in_reader = reader.sources(self.site)
        self.shown: dict[str, tuple[str, str]] = {}

    def words(self, source: str) -> dict[str, str]:
        """What a template of ours needs beside Material's own."""
        say = self.site.phrases
        other = next(lang for lang in self.languages if lang != self.lang)
        names = (
            "trainer",
            "trainer_word",
            "header",
            "tabs",
            "footer",
            "colophon",
            "about",
            "privacy",
            "help",
            "copy",
            "copied",
            "newer",
            "renew",
        )
        return {name: say(f"page.frame.{name}") for name in names} | {
            "up": "" if self.lang == self.languages[0] else "../",
            "other_lang": other,
            "other_name": phrases_for(other)("page.frame.language"),
            "other_href": chapters.way(source, self.lang, other, self.languages[0], source in self.there[other]),
            **(reading_aids.course(self.site) if source == HOME or source.startswith(COURSE) else {}),
        }


build: Build


def sources(folder: Path) -> dict[str, Path]:
    """The written pages of one language, by their path in it."""
    found = (path for path in sorted(folder.rglob("*")) if path.suffix in (".md", ".ipynb"))
    return {path.relative_to(folder).as_posix(): path for path in found}


def read_facts(path: Path) -> PageFacts:
    """Title, description and minutes of a page, from its front matter; and its sections."""
    text, meta = get_data(path.read_text(encoding="utf-8"))
    title, description = str(meta.get("title", "")), str(meta.get("description", ""))
    return PageFacts(title, description, meta.get("minutes"), headings.sections(text))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Opens the library; puts the module pages in the navigation and the language in the address."""
    global build
    build = Build(config)
    library = build.site.library
    config.nav = chapters.expand(config.nav, library.modules, build.there[build.lang])
    config.nav = chapters.put_in(config.nav, plans.EVERY, plan_sources(library))
    first = build.languages[0]
    if config.site_url and build.lang != first:
        config.site_url = urljoin(config.site_url, f"{build.lang}/")
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the generated pages and the assets both languages share (but for figures, which stand inside pages)."""
    made = all_pages(build.site)
    made[cli_reference.SOURCE] = cli_reference.page(build.site, described(build.lang))
    for source, markdown in made.items():
        if files.get_file_from_path(source) is not None:
            raise PluginError(f"{source} is made from the library; docs/{build.lang}/{source} must not be there too")
        files.append(File.generated(config, source, content=markdown))
    docs = build.root / "docs"
    for path in sorted((docs / "assets").rglob("*")):
        if path.is_file() and not path.is_relative_to(build.figures):
            uri = path.relative_to(docs).as_posix()
            if path.suffix == ".js" and path.is_relative_to(docs / "assets" / "tools"):
                files.append(File.generated(config, uri, content=scripts.lean(path.read_text(encoding="utf-8"))))
            else:
                files.append(File(uri, str(docs), config.site_dir, config.use_directory_urls))
    for library_file in build.shelf.values():
        files.append(File.generated(config, library_file.path, content=library_file.content))
    return files


def described(lang: str) -> tuple[cli_reference.Described, ...]:
    """The commands as the command line itself tells them; in a process of its own, since neighbours do not meet."""
    command = [sys.executable, "-m", "sst_training.cli.describe", lang]
    answer = subprocess.run(command, capture_output=True, cwd=build.root, check=False)
    if answer.returncode:
        raise PluginError(f"the commands could not be described: {answer.stderr.decode(errors='replace')}")
    return msgspec.json.decode(answer.stdout, type=tuple[cli_reference.Described, ...])


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Citations, the boxes of a module, the terms with hover text."""
    here = page.file.src_uri
    if here.endswith(".ipynb"):
        page.meta.update(notebook.described(notebook_of(page)))
        return markdown
    if here == HOME:
        page.meta["hide"] = ["navigation", "toc"]
    elif page.meta.get("wide"):
        page.meta["hide"] = ["toc"]
    cite = Citations(build.site.library.references, build.site.phrases, here)
    try:
        markdown = cite.in_markdown(markdown)
        if "module" in page.meta:
            markdown = module_page.decorate(build.site, here, markdown, page.meta, cite)
    except UnknownReference as cause:
        raise PluginError(f"{here} cites {cause}, which docs/references.yaml does not hold") from cause
    except module_page.ModuleProblem as cause:
        raise PluginError(str(cause)) from cause
    return markdown if page.meta.get("hover") is False else glossary.explained(markdown, build.hover)


def notebook_of(page: Page) -> dict[str, Any]:
    """The notebook a page is made of."""
    held: dict[str, Any] = json.loads(Path(page.file.abs_src_path or "").read_text(encoding="utf-8"))
    return held


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Figures drawn in, terms explained once, code reachable by keyboard."""
    here = page.file.src_uri
    if here.endswith(".ipynb"):
        try:
            drawn = notebook.drawn(notebook.slim(html), notebook_of(page))
        except notebook.NotebookProblem as cause:
            raise PluginError(f"{here}: {cause}") from cause
        return search_scope.narrowed_notebook(drawn)
    cite = Citations(build.site.library.references, build.site.phrases, here)
    try:
        html = figures.place(html, build.figures, build.lang, cite.in_html)
    except figures.FigureProblem as cause:
        raise PluginError(f"{here}: {cause}") from cause
    if here in build.in_reader:
        build.shown[here] = (str(page.title), html)
    html = tools.unwrapped(notebook.focusable(glossary.thin(html)))
    if here == closing_check.SOURCE:
        html = closing_check.filled(build.site, html)
    narrow = search_scope.headings_only if here in build.listed else search_scope.narrowed
    return narrow(html)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """What our templates need: the words of the frame, and the same page in the other language."""
    context["sst"] = build.words(page.file.src_uri)
    return context


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """The same for 404.html, which is shown at any depth, and the pages in every language for sitemap.xml."""
    base = context["base_url"].rstrip("/")
    root = base if build.lang == build.languages[0] else base.removesuffix(f"/{build.lang}")
    context["sst"] = build.words(HOME) | {"home_nl": f"{root}/", "home_en": f"{root}/en/"}
    context["sst"]["other_href"] = context["sst"][f"home_{context['sst']['other_lang']}"]
    if template_name == "sitemap.xml":
        context["sst_sitemap"] = sitemap(context["pages"], config)
    return context


def sitemap(files: list[File], config: MkDocsConfig) -> list[dict[str, Any]]:
    """Every page with its address in each language; empty when the site's own address is not known."""
    if not config.site_url:
        return []
    first = build.languages[0]
    root = config.site_url if build.lang == first else urljoin(config.site_url, "../")
    return [
        {
            "loc": urljoin(config.site_url, file.url),
            "alternates": [
                (lang, urljoin(root, ("" if lang == first else f"{lang}/") + file.url))
                for lang in build.languages
                if file.src_uri in build.there[lang]
            ],
        }
        for file in files
    ]


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """The page with names for its navigation, the way to the library where a tool stands, and its policy."""
    return policy.with_policy(browser_library.announced(landmarks.named(output), page.url, build.shelf))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for 404.html."""
    return policy.with_policy(landmarks.named(output_content)) if template_name == "404.html" else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """The course as one book to print."""
    chapters_of = reader.chapters(build.site, build.shown)
    day = datetime.date.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))).isoformat()
    pdf = reader_pdf(chapters_of, reader.words(build.site, day), build.lang)
    (Path(config.site_dir) / f"reader.{build.lang}.pdf").write_bytes(pdf)
