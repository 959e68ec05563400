"""Public data of the whole country: the code list of territories and figures that somebody publishes."""
