"""One definition across towns and years: lines, totals that can be explained, the region and the country."""
