import asyncio
import json
from pathlib import Path

import pytest

from console.__main__ import main
from console.core.clock import DAY, SystemClock, format_shop_time
from console.core.model import Platform, Shop
from console.store.database import Database
from console.store.profile import Profile
from console.store.shops import put_shop


def test_a_table_is_taken_in_once_and_told_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, profile = tmp_path / "触达.csv", str(tmp_path / "profile")
    day = format_shop_time(SystemClock().now_ms() - DAY)[:10]
    rows = [f"{day},短信,1000,950,45,12,", f"{day},快手粉丝群,300,,0,3,", f"{day},短信,1,9,,,"]
    file.write_text("\n".join(["日期,渠道,发送人数,到达人数,成本,成交人数,毛利", *rows]), encoding="gb18030")
    words = ["customers", "import", str(file), "--profile", profile, "--json"]
    assert main(words) == 0
    rejected = [{"row": 4, "reason": "more"}]
    told = json.loads(capsys.readouterr().out)
    assert told == {"kind": "figures", "accepted": 2, "duplicate": 0, "rejected": rejected}
    assert main(words) == 0
    assert json.loads(capsys.readouterr().out)["duplicate"] == 2
    assert main(["customers", "tasks", "--profile", profile, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["lists"] == []
    sms, fans = told["channels"]
    assert (sms["channel"], sms["reach"], sms["cost_fen"], sms["roi"]) == ("sms", 0.95, 4.5, None)
    assert (fans["free"], fans["reach"], fans["conversion"]) == (True, None, 0.01)
    bad = tmp_path / "坏.csv"
    bad.write_text(f"日期,渠道,发送人数,到达人数\n{day},短信,1,9\n", encoding="utf-8")
    assert main(["customers", "import", str(bad), "--profile", profile, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["rejected"] == [{"row": 2, "reason": "more"}]
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n", encoding="utf-8")
    assert main(["customers", "import", str(other), "--profile", profile]) == 1
    people = tmp_path / "会员.csv"
    people.write_text("会员卡号,会员等级\n88,金卡\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["customers", "import", str(people), "--profile", profile, "--lang", "en"]) == 2
    assert "belong to one shop" in capsys.readouterr().err, "no shop is bound"


def test_of_several_shops_one_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, day = tmp_path / "profile", format_shop_time(SystemClock().now_ms() - DAY)[:10]
    with Profile.open(folder) as profile:
        database = Database.open(profile.database_path, SystemClock())
        for number in "12":
            shop = Shop(
                shop_id=f"youzan:{number}", platform=Platform.YOUZAN, platform_shop_id=number, name=f"店{number}"
            )
            asyncio.run(database.write(put_shop, shop))
        database.close()
    tables = {"customers": "日期,渠道,发送人数\n{day},短信,9\n", "traffic": "日期,流量来源,观看人数\n{day},发现页,5\n"}
    for command, table in tables.items():
        file = tmp_path / f"{command}.csv"
        file.write_text(table.format(day=day), encoding="utf-8")
        words = [command, "import", str(file), "--profile", str(folder), "--json", "--lang", "en"]
        assert main(words) == 2
        assert "店1 (youzan:1)、店2 (youzan:2)" in capsys.readouterr().err
        assert main([*words, "--shop", "店2"]) == 0
        assert json.loads(capsys.readouterr().out)["accepted"] == 1
    with Profile.open(folder) as profile:
        database = Database.open(profile.database_path, SystemClock())
        for name in ("touch_figures", "traffic_sources"):
            asked = f"SELECT shop_id FROM {name}"
            assert asyncio.run(database.read(lambda conn, q=asked: conn.exec_driver_sql(q).scalars().all())) == [
                "youzan:2"
            ]
        database.close()
