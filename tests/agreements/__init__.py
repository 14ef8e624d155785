"""What fakes and real things behind a port both keep."""
