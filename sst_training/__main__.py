"""`python -m sst_training` is `sst`."""

from sst_training.cli import main

main()
