"""What things are: frozen structs. No files, no terminal, no language choice."""
