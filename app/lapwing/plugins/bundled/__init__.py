"""The plugins that come with Lapwing, a folder each. They use the contract and nothing else, as any plugin does."""
