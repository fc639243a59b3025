"""The words of the trade: nouns, protocols, trouble, time and money. No Qt, no network, no disk."""
