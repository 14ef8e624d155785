"""The bank's card terminal: asked over TCP or a serial line, in the words of PROTOCOL.md."""
