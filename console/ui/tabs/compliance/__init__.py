"""合规: wording and violations; not built yet."""
