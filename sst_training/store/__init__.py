"""Practice sessions and logs on this machine: written whole or not at all."""
