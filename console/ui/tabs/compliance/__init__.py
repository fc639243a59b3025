"""合规: what may get a shop into trouble: wording, violations, certificates, duties, disputes, the self-check."""
