"""Practice sessions on this machine: a folder of rating files, each written whole or not at all."""
