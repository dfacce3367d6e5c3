"""Bytes and a source's rules to a `Page` of ordered blocks; and the lists that doors read. Pure: no I/O, no clock.

`page` reads pages, `lists` reads lists, `fragment` a single line; `worker` runs any of them where hostile bytes do no
harm. A content element goes through `marks` and `markup` (the tree, written out and cut up), `walk` (runs of text),
`leaves` (plain paragraphs, read in one step), `rows` and `breaks` (lines), `compose` (text, links, emphasis) and
`kinds` (heading, caption, navigation, line), joined in `blocks`.
"""
