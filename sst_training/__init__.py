"""An open course and practice lab for Single Session Therapy."""

__version__ = "0.1.0"
