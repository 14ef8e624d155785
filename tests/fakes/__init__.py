"""In-memory stand-ins for the ports: plain dicts and lists, for tests of verbs and screens."""
