"""The Kuaishou shop platform (快手小店). Its own words end in ``wire.py``; beyond ``mapping.py`` they are ours."""
