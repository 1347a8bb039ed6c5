// The phone: one log each for the one-to-one chat and the group, quick replies, the composer.

import { tappable } from "./actions.js";
import { byId, el, keepingEnd } from "./dom.js";
import { fromBot, fromPerson, loading, note } from "./messages.js";

const GROUP_NAME = "กลุ่มนักลงทุน (3)";
const BOT_NAME = "รายงานหุ้นรายวัน";

/**
 * @param act called with the chat and the postback or message action that was tapped
 */
export function chat(act) {
  const rooms = { user: room("user"), group: room("group") };
  let current = "user";
  let speed = 1;

  function room(name) {
    return { name, log: byId(`log-${name}`), quick: [], waiting: undefined, timer: undefined };
  }

  function add(to, ...entries) {
    // The dots stay below everything while they run.
    const last = to.waiting ? [to.waiting] : [];
    keepingEnd(to.log, () => to.log.append(...entries, ...last), true);
    tabOf(to.name).classList.toggle("unread", to.name !== current);
  }

  function quickReplies(of, items) {
    of.quick = items;
    if (of.name === current) {
      const tapped = (action) => {
        quickReplies(of, []);
        act(of.name, action);
      };
      byId("quick").replaceChildren(
        ...items.map((item) => tappable(item.action, tapped, "pill")),
      );
      // The row takes room from the log above it.
      of.log.scrollTop = of.log.scrollHeight;
    }
  }

  function stopLoading(of) {
    clearTimeout(of.timer);
    of.waiting?.remove();
    of.waiting = undefined;
  }

  return {
    show(name) {
      current = name;
      for (const each of Object.values(rooms)) {
        each.log.hidden = each.name !== name;
      }
      byId("chat-name").textContent = name === "group" ? GROUP_NAME : BOT_NAME;
      tabOf(name).classList.remove("unread");
      quickReplies(rooms[name], rooms[name].quick);
    },

    setSpeed(times) {
      speed = times;
    },

    said(entry) {
      const to = rooms[entry.chat];
      const drawn = fromPerson(entry);
      drawn.dataset.event = entry.eventId;
      quickReplies(to, []);
      add(to, drawn);
    },

    /** A webhook request; one that was not taken shows in the chat, for nothing else will. */
    webhook(entry) {
      if (entry.what === "forged") {
        add(rooms[entry.chat], note(`คำขอที่ปลอมลายเซ็นถูกปฏิเสธ (${entry.status})`));
      } else if (entry.redelivery) {
        add(rooms[entry.chat], note("ส่งเหตุการณ์ล่าสุดซ้ำ"));
      } else if (entry.status !== 200) {
        refuse(entry);
      }
    },

    message(entry) {
      const to = rooms[entry.chat];
      stopLoading(to);
      const tapped = (action) => act(to.name, action);
      add(to, ...entry.messages.map((each, i) => fromBot(each, entry.at, i === 0, tapped)));
      quickReplies(to, entry.messages.at(-1)?.quickReply?.items ?? []);
    },

    /** Dots until the next message or for that long; a page opened late shows what is left. */
    loading(entry) {
      const to = rooms.user;
      stopLoading(to);
      const gone = speed === 1 ? Math.max(0, Date.now() - Date.parse(entry.at)) : 0;
      const left = (entry.seconds * 1000) / speed - gone;
      if (!(left > 0)) {
        return;
      }
      to.waiting = loading();
      to.timer = setTimeout(() => stopLoading(to), left);
      add(to);
    },

    restarted() {
      for (const each of Object.values(rooms)) {
        stopLoading(each);
        quickReplies(each, []);
        add(each, note("เซิร์ฟเวอร์เริ่มใหม่ เริ่มสนทนาใหม่ได้เลย"));
      }
    },
  };
}

function tabOf(name) {
  return document.querySelector(`[name="chat"][value="${name}"] + span`);
}

function refuse({ eventId, status }) {
  const drawn = document.querySelector(`[data-event="${CSS.escape(eventId)}"]`);
  drawn?.classList.add("refused");
  drawn?.append(el("p", { class: "why", lang: "en" }, `Webhook answered ${status}`));
}
