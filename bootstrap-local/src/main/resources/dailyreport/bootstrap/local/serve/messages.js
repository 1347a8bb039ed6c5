// The messages of a chat: what the person sent, what the bot answered, and notes between them.

import { local, mark } from "./actions.js";
import { clock, drawing, el } from "./dom.js";
import { flex } from "./flex.js";

const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,:;!?)\]}ฯ]/gu;

/** Text with its line breaks and links. */
function linked(text) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(ADDRESS)) {
    parts.push(text.slice(from, found.index));
    const target = { href: local(found[0]), target: "_blank", rel: "noopener" };
    parts.push(el("a", target, found[0]));
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)];
}

function time(at) {
  return el("time", { datetime: at }, clock(at).slice(0, 5));
}

const KNOWN = {
  text: ["type", "text", "quickReply", "quoteToken"],
  flex: ["type", "altText", "contents", "quickReply"],
  image: ["type", "originalContentUrl", "previewImageUrl", "quickReply"],
};

function unknown(message) {
  const known = KNOWN[message.type];
  return known
    ? Object.keys(message).filter((key) => !known.includes(key)).map((key) => `${message.type}: unknown ${key}`)
    : [`unknown message type ${JSON.stringify(message.type)}`];
}

function content(message, act) {
  switch (message.type) {
    case "text":
      return el(
        "div",
        { class: "balloon" },
        message.quoteToken ? el("span", { class: "quote" }, "ตอบกลับข้อความ") : undefined,
        ...linked(message.text ?? ""),
      );
    case "flex":
      return flex(message, act);
    case "image": {
      const target = { href: local(message.originalContentUrl), target: "_blank", rel: "noopener" };
      const picture = el("img", { src: local(message.previewImageUrl), alt: "รูปภาพ" });
      return el("a", { class: "photo", ...target }, picture);
    }
    default:
      return undefined;
  }
}

/** One message of the bot; the first of a batch has its face. */
export function fromBot(message, at, first, act) {
  const drawn = content(message, act);
  const body = el("div", { class: "said" }, ...unknown(message).map(mark));
  if (drawn) {
    body.append(drawn, time(at));
  }
  return el("div", { class: first ? "entry bot first" : "entry bot" }, body);
}

/** Three dots while a report is being made. */
export function loading() {
  const dots = el("div", { class: "balloon dots" }, el("i"), el("i"), el("i"));
  dots.append(el("span", { class: "hidden" }, "บอตกำลังพิมพ์"));
  return el("div", { class: "entry bot first loading" }, el("div", { class: "said" }, dots));
}

const SMILE = ["M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z", "M8 14c1 2 2.3 3 4 3s3-1 4-3", "M9 9v1", "M15 9v1"];
const FRAME = ["M3 5h18v14H3z", "m3 16 5-5 4 4 3-3 6 5", "M15.5 9h.01"];
const PLAY = ["M3 5h18v14H3z", "m10 9 5 3-5 3z"];
const PIN = ["M12 21c5-6 7-9 7-12a7 7 0 1 0-14 0c0 3 2 6 7 12z", "M12 11.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z"];

const TILES = {
  sticker: ["สติกเกอร์", SMILE],
  image: ["รูปภาพ", FRAME],
  video: ["วิดีโอ", PLAY],
  location: ["ตำแหน่งที่ตั้ง", PIN],
};

const NOTES = {
  follow: "คุณเพิ่มบอตเป็นเพื่อนแล้ว",
  unfollow: "คุณบล็อกบอตแล้ว",
  join: "เชิญบอตเข้ากลุ่มแล้ว",
  leave: "นำบอตออกจากกลุ่มแล้ว",
};

/** What the person sent, as LINE shows it: a balloon, a tile, or a line across the chat. */
export function fromPerson(said) {
  if (said.kind in NOTES) {
    return note(NOTES[said.kind]);
  }
  const tile = TILES[said.kind];
  const shown = tile
    ? el("div", { class: `tile ${said.kind}` }, drawing("", ...tile[1]), el("span", {}, tile[0]))
    : el("div", { class: "balloon" }, ...linked(said.text ?? ""));
  return el("div", { class: "entry person" }, el("div", { class: "said" }, time(said.at), shown));
}

/** A line across the chat. */
export function note(text) {
  return el("p", { class: "note" }, text);
}
