"""What is late, wrong, forbidden, matched, worth doing: pure functions over core. No disk, no network, no clock."""
