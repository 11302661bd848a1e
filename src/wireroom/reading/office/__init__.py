"""Documents of office programs, which are XML in a ZIP, to Documents."""
