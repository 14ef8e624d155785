"""The day report as PDF, XLSX and CSV."""
