from __future__ import annotations

from sst_training.pages.markup import document, esc, esc_markdown, front_matter, items, paragraphs, tag


def test_text_is_escaped_for_content_and_attributes() -> None:
    """Angle brackets, ampersands and both quotes become entities."""
    assert esc("<b> & \"x\" 'y'") == "&lt;b&gt; &amp; &quot;x&quot; &#x27;y&#x27;"


def test_control_characters_go() -> None:
    """An escape sequence loses its escape, and white space runs together."""
    assert esc("a\x1b[31m\n\n b") == "a [31m b"


def test_attributes_are_escaped() -> None:
    """A text in an attribute cannot leave it."""
    assert tag("a", "x", href='"><script>') == '<a href="&quot;&gt;&lt;script&gt;">x</a>'


def test_attribute_names_and_bare_attributes() -> None:
    """class_ and data_x are written as HTML has them; False and None write nothing."""
    assert (
        tag("p", "", class_="a", data_x=1, hidden=True, title=None, open=False) == '<p class="a" data-x="1" hidden></p>'
    )


def test_an_empty_line_makes_a_paragraph() -> None:
    """Two blocks of text are two paragraphs, on one line."""
    assert paragraphs("a\nb\n\nc") == "<p>a b</p><p>c</p>"


def test_an_empty_list_is_nothing() -> None:
    """No pieces, no list."""
    assert items([]) == ""


def test_markdown_punctuation_is_escaped() -> None:
    """A label of a link shows its own brackets and stars."""
    assert esc_markdown("[x](y) *z* <i>") == r"\[x\]\(y\) \*z\* &lt;i\>"


def test_front_matter_quotes_its_values() -> None:
    """A colon or a quote in a description does not break the YAML."""
    assert front_matter(title='a: "b"') == '---\ntitle: "a: \\"b\\""\n---\n\n'


def test_document_leaves_out_empty_blocks() -> None:
    """A page is front matter, heading and the blocks that hold something."""
    assert document("T", "D", "", "x").endswith("# T\n\nx\n")
