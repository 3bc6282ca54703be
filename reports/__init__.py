"""Sozialstruktur-Profile: from yearly deliveries of figures to print-ready PDFs."""
