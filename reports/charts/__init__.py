"""Charts drawn once for pages, reports and downloads: SVG in which text stays text."""
