"""The town's own words in a report: which chapters take them, how they are written, locked and remarked."""
