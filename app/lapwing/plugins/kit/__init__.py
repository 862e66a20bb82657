"""What plugins may use beside the contract (`lapwing.plugins.api`): it needs nothing else, and no hook calls it."""
