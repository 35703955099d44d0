"""glossary.md, and the hover text that every page gets of the terms on it."""

from __future__ import annotations

import re

from sst_training.model.course import Term
from sst_training.pages.markup import CONTROL, document, esc, paragraphs, tag
from sst_training.pages.site import Site

SOURCE = "glossary.md"
ABBR = re.compile(r"<abbr title=\"[^\"]*\">(.*?)</abbr>", re.S)
QUIET = re.compile(r"<(h[1-6]|a|summary|figcaption|th|button|label)\b[^>]*>.*?</\1>", re.S)


def live(site: Site) -> list[Term]:
    """The terms in use, in this language's order."""
    terms = [term for term in site.library.terms if term.retired is None]
    return sorted(terms, key=lambda term: site.phrases.text(term.term).casefold())


def page(site: Site) -> str:
    """The whole page: term, its name in the other languages, meaning, see also."""
    say = site.phrases
    terms = live(site)
    names = {term.id: say.text(term.term) for term in terms}
    body = "".join(entry(site, term, names) for term in terms)
    return document(
        say("page.glossary.title"), say("page.glossary.description"),
        tag("p", esc(say("page.glossary.intro"))), tag("dl", body, class_="sst-terms"), hover=False,
    )  # fmt: skip


def entry(site: Site, term: Term, names: dict[str, str]) -> str:
    """One term with its meaning."""
    others = [
        tag("span", esc(words), lang=lang) for lang, words in term.term.items() if lang != site.lang and words != names[term.id]
    ]  # fmt: skip
    beside = tag("span", ", ".join(others), class_="sst-other") if others else ""
    see = ", ".join(tag("a", esc(names[other]), href=f"#{other}") for other in term.see_also if other in names)
    also = tag("p", f"{esc(site.phrases('page.glossary.see'))} {see}", class_="sst-see") if see else ""
    meaning = paragraphs(site.phrases.text(term.definition)) + also
    return tag("dt", f"{esc(names[term.id])} {beside}", id=term.id) + tag("dd", meaning)


def hover(site: Site) -> dict[str, str]:
    """Each form a term is written in, with its definition for the `abbr` extension."""
    forms: dict[str, str] = {}
    for term in live(site):
        meaning = flat(site.phrases.text(term.definition))
        name = flat(site.phrases.text(term.term))
        if re.fullmatch(r"[^\[\]\\]+", name):
            forms |= {form: f"*[{form}]: {meaning}" for form in (name, name[:1].upper() + name[1:])}
    return forms


def explained(markdown: str, forms: dict[str, str]) -> str:
    """A page's Markdown with the definitions it needs behind it.

    Only those: each stands as a block of its own, and every block processor of Markdown looks at every block.
    """
    needed = [line for form, line in forms.items() if form in markdown]
    return "\n\n".join([markdown, *needed]) + "\n"


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(CONTROL.sub(" ", text).split())


def thin(content: str) -> str:
    """A page's HTML with each term explained once: at its first place in running text, not in headings or links."""
    seen: set[str] = set()
    content = QUIET.sub(lambda match: ABBR.sub(r"\1", match[0]), content)

    def first(match: re.Match[str]) -> str:
        name = match[1].casefold()
        if name in seen:
            return match[1]
        seen.add(name)
        return match[0]

    return ABBR.sub(first, content)
