"""Documents: records and charts become pages, pages become a PDF. Import from the modules."""
