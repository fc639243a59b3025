"""The file on disk, its questions, and the key store. All SQL of the program lives in this room.

Functions ``fn(conn, …)`` are plain and run on the database's threads:
``await database.write(save_orders, shop_id, page, now)``.
"""
