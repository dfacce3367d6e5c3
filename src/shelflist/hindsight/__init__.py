"""What is known better afterwards: older captures, captures not to be believed, takedowns. Published ids stay. Pure."""
