"""From labelled segments to the fields of a citation, with what no field holds, and how sure all of it is."""
