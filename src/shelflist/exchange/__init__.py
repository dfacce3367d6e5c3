"""Records for the programs of others: what is published, in the formats in which bibliographic records travel.

A format is a module that writes records, and knows nothing of tables. What all of them need to know is decided once: in
`items` what kind of thing it is, who made it and what is to be remarked, in `dates` what an EDTF date comes to.
"""
