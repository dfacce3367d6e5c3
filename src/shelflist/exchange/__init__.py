"""Records for the programs of others: what is published, in the formats in which bibliographic records travel.

A format is a module that writes records, and knows nothing of tables. What all of them need to know is decided once, in
`items` (what kind of thing is it, who made it, what is to be remarked) and `dates` (what does an EDTF date come to).
"""
