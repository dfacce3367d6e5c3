"""`shelflist explain`: from a row of the tables to the bytes it came from, and what happened to it since."""
