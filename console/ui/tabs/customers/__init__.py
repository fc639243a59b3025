"""客户: who buys how often, whom to reach and what that brought."""
