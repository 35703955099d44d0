"""How far observers agree: coefficients for a table of units by raters, each with its interval."""
