"""Library → pages: pure functions that write Markdown and HTML, and a thin MkDocs hook (`hook.py`)."""
