"""A block copied from a spreadsheet becomes values: cells, what its columns mean, whose rows they are."""
