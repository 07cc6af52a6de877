"""A report as pages of paper: drawings that a printer, a PDF file and a preview paint alike."""
