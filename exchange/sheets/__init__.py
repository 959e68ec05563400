"""Tables from files that strangers made: workbooks and CSV, read row by row and with suspicion."""
