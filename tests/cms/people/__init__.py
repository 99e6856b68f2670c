"""The directory, partners, stories, projects, documents."""
