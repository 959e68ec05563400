"""Towns side by side for those who look after them: the board, and lists of what deserves attention."""
