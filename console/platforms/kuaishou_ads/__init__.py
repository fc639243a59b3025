"""The ads account (磁力金牛 ESP): what each hour cost and brought. Its own words end in ``wire.py``.

It is no shop, hence no ``Platform``: nothing here lists items or orders. In trouble it is named ``core.model.ADS``.
"""
