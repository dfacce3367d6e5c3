"""The ways of finding a site's pages: `wordpress` (REST API), `feed`, `sitemap`, `links`; `html` for single pages."""
