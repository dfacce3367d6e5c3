"""The ways of finding a site's pages: `wordpress` (REST API) and `sitemap`, both with `html` for single pages."""
