"""PDF: lines with their places on the page, composed into paragraphs, headers and footnotes told apart."""
