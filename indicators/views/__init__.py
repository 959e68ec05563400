"""Pages that show or change values: overview, plan tree, grid, statuses, context indicators."""
