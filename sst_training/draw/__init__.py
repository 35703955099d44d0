"""Chance into practice: role-plays, own issues and days, each a pure function of library and seed."""
