"""Ticks to levels, a profile and the next practice step; what a rating file can have wrong."""
