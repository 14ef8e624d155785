"""The billing server over HTTP, and when to try it again."""
