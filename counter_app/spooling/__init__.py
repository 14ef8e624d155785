"""THE SYSTEM'S PRINTERS: pages handed to the platform's spooler, and their job followed until it ended."""
