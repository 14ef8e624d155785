"""Paper: layout to raster or text to printer, and the PDF receipt."""
