// ==UserScript==
// @name         Merchant Console helper
// @description  Sends the figures of your own live page to the Merchant Console on this computer, and nowhere else.
// @version      1.2
// @match        https://*.kwaixiaodian.com/*
// @match        https://*.kuaishou.com/*
// @grant        GM_xmlhttpRequest
// @grant        GM_getValue
// @grant        GM_setValue
// @grant        GM_registerMenuCommand
// @connect      127.0.0.1
// ==/UserScript==

// It reads what this page shows to the merchant who is signed in, by the selectors in selectors.json, every ten
// seconds. It clicks nothing, asks the page's servers nothing and sends nothing but figures, to 127.0.0.1 only.
// The selectors were written without the real page at hand: check them against yours and edit them in the menu.

var MerchantConsoleHelper = (function () {
  "use strict";

  var VERSION = 1;
  var EVERY_MS = 10000;
  var HEARTBEAT_MS = 120000;
  var APART_MS = 15 * 60 * 1000;
  var SEND_SHARE = 0.7; // of the fields that the selectors name; below it the page has probably changed
  var WARN_SHARE = 0.5; // below it nothing is sent: a wrong figure is worse than none

  var UNKNOWN = { "": true, "-": true, "--": true, "—": true, "暂无": true, "/": true };
  var TIMES = { "万": 1e4, w: 1e4, "亿": 1e8, k: 1e3, "千": 1e3 };

  // "1.2万" → 12000, "1分30秒" → 90 where seconds are wanted, "--" → null; null also for what is no figure.
  function readNumber(text) {
    var plain = String(text).replace(/[,，\s¥￥]/g, "").replace(/元$/, "");
    if (UNKNOWN[plain]) return null;
    var found = /^([0-9]+(?:\.[0-9]+)?)(万|亿|千|[wWkK])?\+?$/.exec(plain);
    if (!found) return null;
    return Number(found[1]) * (found[2] ? TIMES[found[2].toLowerCase()] || TIMES[found[2]] : 1);
  }

  function readSeconds(text) {
    var plain = String(text).replace(/\s/g, "");
    var clock = /^(?:(\d+):)?(\d{1,3}):(\d{2})$/.exec(plain);
    if (clock) return Number(clock[1] || 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
    var span = /^(?:(\d+)小时)?(?:(\d+)分钟?)?(?:(\d+)秒)?$/.exec(plain);
    if (span && (span[1] || span[2] || span[3])) {
      return Number(span[1] || 0) * 3600 + Number(span[2] || 0) * 60 + Number(span[3] || 0);
    }
    return readNumber(text);
  }

  function readField(kind, text) {
    var value = kind === "seconds" ? readSeconds(text) : readNumber(text);
    if (value === null) return null;
    if (kind === "yuan") return Math.round(value * 100);
    return kind === "seconds" ? value : Math.round(value);
  }

  // What the page shows by the selectors: {values, named, read}. A field that is missing stays away, it is never 0.
  function collect(page, fields) {
    var values = {};
    var named = 0;
    var read = 0;
    Object.keys(fields).forEach(function (name) {
      named += 1;
      var place = page.querySelector(fields[name].selector);
      var value = place ? readField(fields[name].kind, place.textContent) : null;
      if (value !== null) {
        values[name] = value;
        read += 1;
      }
    });
    return { values: values, named: named, read: read };
  }

  // "send", "warn" (send, and say that the page looks changed) or "stop".
  function verdict(found) {
    var share = found.named ? found.read / found.named : 0;
    return share >= SEND_SHARE ? "send" : share >= WARN_SHARE ? "warn" : "stop";
  }

  // A page that showed nothing for a quarter of an hour and shows figures again tells of another show.
  function sessionOf(known, toldAt, now) {
    return known && now - toldAt <= APART_MS ? known : "page-" + now;
  }

  // Counters since the show began; the others go up and down.
  function beginsAnew(was, is) {
    return Object.keys(is).some(function (name) {
      return name !== "online" && name !== "avg_stay_s" && was[name] !== undefined && is[name] < was[name];
    });
  }

  // A show that its operator ended stays ended: the page goes on under its name, even after it was loaded anew, until
  // its counters begin again, or the page was silent for a quarter of an hour, or the menu says that a show begins.
  function nameOf(known, toldAt, over, values, now) {
    if (!over) return sessionOf(known, toldAt, now);
    if (beginsAnew(over.values, values)) return "page-" + now;
    return sessionOf(over.session_id, toldAt || now, now);
  }

  // What the console answered to a snapshot: that the show is over, that it is on, or (null) neither.
  function isOver(answer) {
    var refused = (answer.rejected || []).some(function (one) {
      return one.reason === "show_ended";
    });
    if (refused || answer.kept_apart) return true;
    return answer.accepted ? false : null;
  }

  function snapshot(sessionId, found, now) {
    var body = { v: VERSION, session_id: sessionId, ts_ms: now };
    Object.keys(found.values).forEach(function (name) {
      body[name] = found.values[name];
    });
    return body;
  }

  function session(sessionId, action, title, now) {
    return {
      v: VERSION,
      session_id: sessionId,
      action: action,
      platform: "kuaishou",
      room_title: title,
      ts_ms: now,
      client: "userscript " + VERSION
    };
  }

  return {
    EVERY_MS: EVERY_MS,
    HEARTBEAT_MS: HEARTBEAT_MS,
    collect: collect,
    isOver: isOver,
    nameOf: nameOf,
    readField: readField,
    session: session,
    sessionOf: sessionOf,
    snapshot: snapshot,
    verdict: verdict
  };
})();

// The page's part: only where a userscript manager runs it.
if (typeof GM_xmlhttpRequest === "function") {
  (function (helper) {
    "use strict";

    var sessionId = "";
    var beatAt = 0;
    var toldAt = 0;

    function setting(name, fallback) {
      return GM_getValue(name, fallback);
    }

    function post(route, body, answered) {
      GM_xmlhttpRequest({
        method: "POST",
        url: setting("address", "http://127.0.0.1:17817/ingest/v1") + "/" + route,
        headers: { "content-type": "application/json", "x-console-token": setting("token", "") },
        data: JSON.stringify(body),
        timeout: 5000,
        onload: function (response) {
          try {
            if (answered) answered(JSON.parse(response.responseText));
          } catch (error) {
            console.warn("Merchant Console answered something unreadable.");
          }
        },
        onerror: function () {
          console.warn("Merchant Console is not there; the show goes on.");
        }
      });
    }

    function tick() {
      var fields = JSON.parse(setting("fields", "{}"));
      var found = helper.collect(document, fields);
      var now = Date.now();
      var what = helper.verdict(found);
      if (what === "stop") {
        if (found.named) console.warn("Merchant Console helper: too few figures found; edit the selectors.");
        return;
      }
      if (what === "warn") console.warn("Merchant Console helper: " + found.read + " of " + found.named + " figures found.");
      var over = JSON.parse(setting("over", "null"));
      var name = helper.nameOf(sessionId, toldAt, over, found.values, now);
      toldAt = now;
      if (name !== sessionId) {
        sessionId = name;
        if (!over || name !== over.session_id) {
          GM_setValue("over", "null");
          post("session", helper.session(sessionId, "start", document.title, now));
        }
      }
      post("snapshot", helper.snapshot(sessionId, found, now), function (answer) {
        var isOver = helper.isOver(answer);
        if (isOver === null || name !== sessionId) return;
        GM_setValue("over", JSON.stringify(isOver ? { session_id: name, values: found.values } : null));
      });
      if (now - beatAt >= helper.HEARTBEAT_MS) {
        beatAt = now;
        post("session", helper.session(sessionId, "heartbeat", document.title, now));
      }
    }

    function ask(name, words, fallback) {
      var said = window.prompt(words, setting(name, fallback));
      if (said !== null) GM_setValue(name, said.trim());
    }

    GM_registerMenuCommand("控制台地址 / Console address", function () {
      ask("address", "Address shown on the Live tab / 「直播」页上的地址", "http://127.0.0.1:17817/ingest/v1");
    });
    GM_registerMenuCommand("采集口令 / Token", function () {
      ask("token", "Token shown on the Live tab / 「直播」页上的口令", "");
    });
    GM_registerMenuCommand("选择器 / Selectors", function () {
      ask("fields", "Content of selectors.json / selectors.json 的内容", "{}");
    });
    GM_registerMenuCommand("开始新的一场 / A new show begins", function () {
      GM_setValue("over", "null");
      sessionId = "";
    });
    window.setInterval(tick, helper.EVERY_MS);
    window.addEventListener("beforeunload", function () {
      if (sessionId) post("session", helper.session(sessionId, "stop", document.title, Date.now()));
    });
  })(MerchantConsoleHelper);
}
