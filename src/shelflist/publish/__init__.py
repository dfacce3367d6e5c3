"""What people read: snapshots, the pointer to the latest, run folders with reports, and comparisons of snapshots.

Everything written here appears whole or not at all, says nothing of the clock, and comes out the same when it is
derived again.
"""
