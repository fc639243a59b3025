"""Reviews in the window: off by default, shown before it is sent, plain text of a model, contested, set up."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from test_ui_violations import NOW, At
from ui_fakes import FakeActions

from console.binding.reviewing import Reviewing
from console.binding.vaults import Vaults
from console.core.clock import MINUTE
from console.core.errors import Busy
from console.core.live import LiveAction, LiveEvent, LiveEventType, LiveSignal, LiveSource
from console.core.reviewing import Frame, Outgoing, Said
from console.rules.reviews import ReviewChoice
from console.store import live_taking, reviews
from console.sync.hub import Hub
from console.ui.context import Desk
from console.ui.tabs.compliance import reviews_words
from console.ui.tabs.compliance.page import CompliancePage
from console.ui.tabs.compliance.reviews import ReviewsView
from console.ui.tabs.compliance.reviews_dialog import VerdictDialog
from console.ui.tabs.settings.review import ReviewModel
from console.ui.tasks import Tasks

ON = ReviewChoice(on=True, base_url="https://model.example/v1", model="m-1", price_in_fen=80, price_out_fen=200)
MARKUP = "<b>违规</b> <a href='https://x'>点我</a>"


class Model:
    """Answers what the test says, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Outgoing] = []
        self.trouble: Busy | None = None

    async def ask(self, outgoing: Outgoing) -> Said:
        self.asked.append(outgoing)
        if self.trouble is not None:
            raise self.trouble
        text = json.loads(outgoing.text)["text"]
        found = [{"quote": "三天见效", "severity": "warn", "reason": MARKUP}] if "三天见效" in text else []
        return Said(content=json.dumps({"findings": found}), tokens_in=100, tokens_out=10)

    async def aclose(self) -> None:
        """Holds nothing."""


@pytest.fixture
def model() -> Model:
    return Model()


@pytest.fixture
def desk_of_reviews(desk: Desk, actions: FakeActions, model: Model) -> Desk:
    object.__setattr__(desk, "clock", At())
    made = Reviewing(desk.database, desk.clock, Hub(), Vaults(), actions.wording.checker, lambda _: True)
    made.open_reviewer = lambda choice, key: model  # type: ignore[method-assign]
    actions.reviews = made
    return desk


@pytest.fixture
async def view(desk_of_reviews: Desk, until: Any) -> AsyncIterator[ReviewsView]:
    page = CompliancePage(desk_of_reviews)
    page.resize(1180, 780)
    page.show()
    made = page.enter("reviews")
    assert isinstance(made, ReviewsView)
    await until(lambda: made.is_settled)
    yield made
    await until(lambda: made.is_settled)
    await page.close_page()
    page.close()
    page.deleteLater()


async def switch_on(view: ReviewsView, until: Any) -> None:
    await view.desk.actions.reviews.set_key("sk-0123456789")
    await view.desk.actions.reviews.set_choice(ON)
    view.load()
    await until(lambda: view.choice.on and view.is_settled)


async def test_off_by_default_nothing_is_sent_and_the_rules_still_check(
    view: ReviewsView, model: Model, until: Any
) -> None:
    view.text.setPlainText("这款全网最低价，三天见效")
    await until(lambda: view.shown is not None and view.shown.shown and view.is_settled)
    assert not view.by_model.isEnabled()
    assert view.sent.toPlainText() == ""
    assert "没有开启" in view.why.text()
    view.by_rules.click()
    await until(lambda: view.verdicts)
    assert model.asked == []
    assert view.verdicts[0].points[0].by == "rules"
    assert reviews_words.quoted(view.verdicts[0]) == "“全网最低价” “三天见效”"
    assert view.budget.text() == "模型未开启：只做规则检查"
    await until(lambda: view.is_settled)


async def test_what_is_sent_is_shown_before_masked_and_what_comes_back_is_plain_text(
    view: ReviewsView, model: Model, until: Any
) -> None:
    await switch_on(view, until)
    view.also.setText("王小明、阿花")
    view.text.setPlainText("王小明：三天见效，找13812345678")
    await until(lambda: view.by_model.isEnabled() and view.sent.toPlainText())
    assert view.sent.toPlainText() == "***：三天见效，找***********"
    assert "https://model.example/v1" in view.why.text()
    assert "已遮盖 14 字" in view.why.text()
    view.by_model.click()
    await until(lambda: view.verdicts and view.is_settled)
    assert json.loads(model.asked[0].text)["text"] == "***：三天见效，找***********", "exactly what was shown"
    dialog = VerdictDialog(view, view.verdicts[0], "zh_CN")
    shown = [one for one in dialog.findChildren(QLabel) if one.text() == MARKUP]
    assert [one.textFormat() for one in shown] == [Qt.TextFormat.PlainText]
    assert not dialog.accept_button.isEnabled(), "nothing is contested without a reason"
    dialog.deleteLater()
    assert "今天 1/100 次" in view.budget.text()
    await until(lambda: view.is_settled)


async def test_trouble_of_the_model_is_said_and_a_verdict_is_contested(
    view: ReviewsView, model: Model, until: Any
) -> None:
    await switch_on(view, until)
    model.trouble = Busy("net.busy", detail="HTTP 429", sent=False)
    view.text.setPlainText("全网最低价")
    await until(lambda: view.by_model.isEnabled())
    view.by_model.click()
    await until(lambda: view.verdicts and view.is_settled)
    one = view.verdicts[0]
    assert reviews_words.state_chip(one).word == "未回答"
    opened = asyncio.create_task(view.open_verdict(one))
    await until(lambda: view.findChildren(VerdictDialog))
    dialog = view.findChildren(VerdictDialog)[0]
    assert any("审核模型暂时忙" in label.text() for label in dialog.findChildren(QLabel))
    dialog.reason.setText("有比价依据")
    dialog.accept_button.click()
    await opened
    found = await view.desk.database.read(reviews.verdict, one.verdict_id)
    assert found is not None
    assert found.contest == "有比价依据"
    await until(lambda: view.is_settled)


async def test_whatever_else_is_clicked_a_question_that_was_sent_goes_on(
    view: ReviewsView, model: Model, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    await switch_on(view, until)
    await view.review(ask_model=False)
    gate, real = asyncio.Event(), model.ask

    async def slow(outgoing: Outgoing) -> Said:
        said = await real(outgoing)
        await gate.wait()
        return said

    monkeypatch.setattr(model, "ask", slow)
    view.text.setPlainText("三天见效")
    await until(lambda: view.by_model.isEnabled() and not view._timer.isActive())
    view.by_model.click()
    await until(lambda: model.asked)
    view._open(0)
    await until(lambda: view.findChildren(VerdictDialog))
    view.findChildren(VerdictDialog)[0].cancel_button.click()
    view.text.setPlainText("三天见效，马上涨价")
    await view._preview()
    assert not view.by_model.isEnabled(), "one question at a time"
    gate.set()
    await until(lambda: view.verdicts[0].model and view.is_settled)
    assert (len(model.asked), view.verdicts[0].trouble, view.verdicts[0].count("model")) == (1, "", 1)
    assert view.by_model.isEnabled()


async def test_the_captions_of_a_show_are_reviewed_on_demand_with_viewers_covered(
    view: ReviewsView, model: Model, until: Any
) -> None:
    await switch_on(view, until)
    events = [
        LiveEvent(session_id="s1", event_id="1", at=NOW, type=LiveEventType.CAPTION, text="谢谢阿花姐，三天见效"),
        LiveEvent(
            session_id="s1", event_id="2", at=NOW + MINUTE, type=LiveEventType.COMMENT, text="好", user_name="阿花姐"
        ),
    ]
    start = LiveSignal(session_id="s1", action=LiveAction.START, at=NOW)
    await view.desk.database.write(live_taking.take, [start, *events], NOW, LiveSource.INGEST)
    view.source.set_key("show")
    view._choose_source("show")
    view.load()
    await view.take_show("s1")
    await until(lambda: "***" in view.sent.toPlainText())
    assert "谢谢阿花姐" in view.text.toPlainText()
    assert "阿花姐" not in view.sent.toPlainText()
    await view.review(ask_model=True)
    assert "阿花姐" not in model.asked[0].text
    assert view.verdicts[0].kind == "show"
    await until(lambda: view.is_settled)


async def test_frames_that_are_none_are_named(view: ReviewsView, tmp_path: Path, until: Any) -> None:
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "a.png").write_bytes(b"no picture")
    view.source.set_key("frames")
    view._choose_source("frames")
    await view.take_frames(tmp_path / "f")
    assert "0 张画面，1 个文件不是图片" in view.note.text()
    await until(lambda: view.is_settled)


async def test_what_obs_sends_comes_in_frame_by_frame_until_it_is_stopped(view: ReviewsView, until: Any) -> None:
    said: list[str] = []
    view.said.connect(lambda words, _under: said.append(words))
    view.source.set_key("frames")
    view._choose_source("frames")
    assert view.obs.isVisibleTo(view)
    view.obs.click()
    await until(lambda: said)
    assert said == ["没有开启 OBS 连接。"]
    gate = asyncio.Event()

    async def frames() -> AsyncGenerator[tuple[Frame, bool]]:
        for number in (1, 2):
            yield Frame(name=f"obs-0{number}.jpg", sha256="0" * 64, at_s=number), False
        gate.set()
        await asyncio.Event().wait()

    view.desk.actions.reviews.obs_frames = frames  # type: ignore[method-assign]
    view.obs.click()
    await asyncio.wait_for(gate.wait(), 5)
    assert view.obs.text() == "停止"
    assert view.text.toPlainText() == "1 s  obs-01.jpg\n2 s  obs-02.jpg"
    assert "OBS 画面 2/20 张 · 本机不识别图中文字：只有开启的模型会看到画面，画面哈希留档" in view.note.text()
    view.obs.click()
    await until(lambda: view.is_settled)
    assert view.obs.text() == "从 OBS 取"
    material = view.material()
    assert (len(material.frames), material.subject[:3], material.kind) == (2, "OBS", "frames")
    view.source.set_key("text")
    view._choose_source("text")
    assert not view.obs.isVisibleTo(view)
    assert view.material().frames == ()
    await until(lambda: view.is_settled)


async def test_the_settings_keep_each_field_and_never_show_the_key(desk_of_reviews: Desk, until: Any) -> None:
    tasks = Tasks("test")
    made = ReviewModel(desk_of_reviews, tasks)
    made.read()
    await until(lambda: made.is_settled)
    assert not made.on.isChecked()
    assert not made.test.isEnabled()
    for name, text in (("base_url", "http://model.example/v1"), ("per_day", "abc")):
        made.fields[name].setText(text)
        made.fields[name].editingFinished.emit()
        await until(lambda name=name: made.rows[name].note.text())
    assert made.rows["per_day"].note.text() == "请填写数字"
    assert (await desk_of_reviews.actions.reviews.choice()).base_url == "", "the key would travel in the open"
    told = {"base_url": "https://model.example/v1/", "model": "m-1", "price_in_fen": "0.80", "per_day": "7"}
    for name, text in told.items():
        made.fields[name].setText(text)
        made.fields[name].editingFinished.emit()
        await until(lambda name=name: made.rows[name].note.text() == "已保存")
    made.key.setText("sk-0123456789")
    made.keep_key.click()
    await until(lambda: made.key.placeholderText() == "已保存密钥")
    assert made.key.text() == ""
    made.fields["base_url"].setText("https://elsewhere.example/v1")
    made.fields["base_url"].editingFinished.emit()
    await until(lambda: made.rows["base_url"].note.text() == "已保存；换了主机，请在下方填写它自己的密钥")
    assert made.key.placeholderText() == "尚未保存密钥"
    made.fields["base_url"].setText("https://model.example/v1")
    made.fields["base_url"].editingFinished.emit()
    await until(lambda: made.rows["base_url"].note.text() == "已保存")
    made.key.setText("sk-0123456789")
    made.keep_key.click()
    await until(lambda: made.key.placeholderText() == "已保存密钥")
    made.on.click()
    await until(lambda: made.test.isEnabled())
    choice = await desk_of_reviews.actions.reviews.choice()
    assert (choice.on, choice.base_url, choice.price_in_fen, choice.per_day) == (
        True,
        "https://model.example/v1",
        80,
        7,
    )
    made.test.click()
    await until(lambda: made.verdict.text().startswith("0.0 s 内回答"))
    await tasks.close()
    made.deleteLater()
