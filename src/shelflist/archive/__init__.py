"""What the web answered, kept for good: WARC files and the append-only ledger beside them.

`ledger` holds the lines, `recorder` writes one run, `store` reads captures back, `verify` checks all of it, `lock`
keeps two processes apart. The only package that knows WARC; it neither asks the web nor reads what a page says.
"""
