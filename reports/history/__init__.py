"""The memory of a plan: who changed what, when, from what to what and why."""
