"""How alembic runs the revisions: on the connection it is given, in that connection's transaction."""

from alembic import context

from console.store.tables_ads import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
