"""Every sentence the program says: one YAML file a language."""
