"""Print: what a report, a sheet or a card looks like on paper and on a page."""
