"""How much of what the merchant wants is not done yet, by shop: said where a shop cannot be written to."""

from sqlalchemy import Connection


def queued(conn: Connection) -> dict[str, int]:
    """The commands of each shop that are neither done nor taken back."""
    asked = (
        "SELECT shop_id, count(*) FROM outbox WHERE state IN ('queued', 'waiting', 'sending', 'unsure', 'needs_you') "
        "GROUP BY shop_id"
    )
    return {str(shop_id): int(number) for shop_id, number in conn.exec_driver_sql(asked)}
