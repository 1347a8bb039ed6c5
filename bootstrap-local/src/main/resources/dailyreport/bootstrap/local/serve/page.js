// Starts the page and connects its parts: controls and chat send events, the feed fills chat and
// timeline. What the person sent is drawn from the feed too, so that two windows show the same.

import { chat } from "./chat.js";
import { composer } from "./composer.js";
import { attempt, controls } from "./controls.js";
import { byId } from "./dom.js";
import * as server from "./server.js";
import { timeline } from "./timeline.js";

const CONNECTION = { live: "Connected", waiting: "Reconnecting" };

const phone = chat(tapped);
const log = timeline();
const panel = controls({ send, onChat: phone.show, onRedeliver: () => view("chat") });
composer((text) => send({ kind: "text", text }));

function send(event) {
  view("chat");
  attempt(server.say({ ...event, ...panel.arriving() }));
}

function tapped(room, action) {
  const label = action.displayText ?? action.label;
  const said =
    action.type === "postback"
      ? { kind: "postback", text: label, data: action.data }
      : { kind: "text", text: action.text };
  attempt(server.say({ ...said, ...panel.arriving(), chat: room }));
}

server.follow({
  onState(state, restarted) {
    panel.state(state);
    phone.setSpeed(state.speed);
    const mode = byId("mode");
    mode.hidden = false;
    mode.textContent = [
      state.mode === "sample" ? "Sample data" : "Live data",
      ...(state.speed === 1 ? [] : [`clock ${state.speed} times as fast`]),
      ...(state.realLine ? ["connected to LINE"] : []),
    ].join(", ");
    byId("chat-note").textContent = state.mode === "sample" ? "ข้อมูลตัวอย่าง" : "ข้อมูลจริง";
    if (restarted) {
      phone.restarted();
      log.divide("The server was started anew");
    }
  },

  onEntry(name, entry) {
    log.add(name, entry);
    phone[name]?.(entry);
    if (name === "model") {
      panel.model(entry);
    }
  },

  onConnection(how) {
    const shown = byId("connection");
    shown.dataset.state = how;
    shown.textContent = CONNECTION[how];
  },
});

// On a narrow screen one part shows at a time; what one sends from the controls is seen in the chat.
const views = document.querySelectorAll(".views button");

function view(name) {
  document.body.dataset.view = name;
  for (const each of views) {
    each.setAttribute("aria-pressed", String(each.dataset.view === name));
  }
  for (const list of document.querySelectorAll(".log, .rows")) {
    list.scrollTop = list.scrollHeight;
  }
}

for (const button of views) {
  button.addEventListener("click", () => view(button.dataset.view));
}
