from __future__ import annotations

from sst_training.pages.policy import hashes, with_policy

PAGE = (
    '<meta charset="utf-8"><script>a()</script><script src="x.js"></script><script type="application/json">{}</script>'
)


def test_only_inline_code_is_hashed() -> None:
    """A file needs no hash, and JSON is data."""
    assert len(hashes(PAGE)) == 1


def test_the_hash_is_the_one_a_browser_computes() -> None:
    """sha256 of the script's own bytes, in base64."""
    assert hashes("<script>alert(1)</script>") == ["'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"]


def test_scripts_have_no_unsafe_inline() -> None:
    """Inline code runs only when it was there when the page was built."""
    policy = with_policy(PAGE)
    scripts = policy[policy.index("script-src") : policy.index("style-src")]
    assert "unsafe" not in scripts


def test_the_policy_stands_before_the_first_script() -> None:
    """A policy that comes later would not hold for what came before."""
    page = with_policy(PAGE)
    assert page.index("Content-Security-Policy") < page.index("<script")
