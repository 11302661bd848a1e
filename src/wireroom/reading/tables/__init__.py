"""Tables, from files of values and from workbooks, to Documents."""
