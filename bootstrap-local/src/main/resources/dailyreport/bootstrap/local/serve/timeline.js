// The side panel: everything the server did, in the order in which it began. A request is told of
// when it has ended, so its row goes before the rows of what it caused.

import { byId, clock, el, keepingEnd } from "./dom.js";

const MOST_ROWS = 500;

/** Of what began in the same millisecond, causes come first. */
const RANKS = { webhook: 0, queued: 1, started: 2, tier: 3, call: 4, message: 5, done: 6, failed: 6 };

function place(name, { at, millis, state }) {
  const began = Date.parse(at) - (name === "tier" ? 0 : (millis ?? 0));
  return began + (RANKS[state ?? name] ?? 3) / 10;
}

/** Per feed entry: what to show. `mark` chooses the colour; no row for what another entry tells. */
const ROWS = {
  webhook: (entry) => ({
    name: "Webhook",
    text: [entry.what, entry.redelivery && entry.what !== "redelivery" ? "redelivered" : "", entry.chat === "group" ? "in the group" : ""],
    mark: entry.status === 200 ? "in" : "bad",
    status: entry.status,
    millis: entry.millis,
  }),
  call: (entry) => ({
    name: "LINE",
    text: [entry.endpoint, entry.status < 300 ? "" : entry.detail],
    mark: entry.status < 300 ? "out" : "bad",
    status: entry.status,
    millis: entry.millis,
  }),
  message: (entry) => ({
    name: "Delivered",
    text: [entry.messages.map((message) => message.type).join(" + "), `by ${entry.via}`],
    mark: "done",
  }),
  tier: (entry) => ({
    name: "Cache",
    text: [entry.ticker, String(entry.answered).toLowerCase()],
    mark: "cache",
    millis: entry.millis,
  }),
  job: (entry) => ({
    name: "Job",
    text: [entry.kind, entry.state],
    mark: entry.state === "failed" ? "bad" : "job",
  }),
  model: (entry) => ({
    name: "Model",
    text: [entry.off ? "switched off" : `answers after ${entry.delaySeconds} s`],
    mark: "job",
  }),
};

export function timeline() {
  const rows = byId("rows");
  const counts = { webhook: 0, call: 0, reply: 0, push: 0 };

  function count(name) {
    counts[name] += 1;
    byId(`count-${name}`).textContent = counts[name];
  }

  function insert(row, where = Infinity) {
    row.began = where;
    keepingEnd(rows, () => {
      let before = rows.lastElementChild;
      while (before && before.began !== Infinity && before.began > where) {
        before = before.previousElementSibling;
      }
      rows.insertBefore(row, before ? before.nextElementSibling : rows.firstElementChild);
      if (rows.childElementCount > MOST_ROWS) {
        rows.firstElementChild.remove();
      }
    });
    byId("nothing").hidden = true;
  }

  byId("clear").addEventListener("click", () => {
    rows.replaceChildren();
    byId("nothing").hidden = false;
    for (const name of Object.keys(counts)) {
      counts[name] = 0;
      byId(`count-${name}`).textContent = 0;
    }
  });

  return {
    add(name, entry) {
      if (name === "webhook" || name === "call") {
        count(name);
      } else if (name === "message") {
        count(entry.via);
      }
      const row = ROWS[name]?.(entry);
      if (row) {
        const where = place(name, entry);
        insert(drawn(row, new Date(where)), where);
      }
    },

    divide(text) {
      insert(el("li", { class: "divide" }, text));
    },
  };
}

function drawn({ name, text, mark, status, millis }, began) {
  return el(
    "li",
    { class: `row ${mark}` },
    el("time", { datetime: began.toISOString() }, clock(began)),
    el("b", {}, name),
    el("span", { class: "what" }, text.filter(Boolean).join(" ")),
    el("span", { class: "status" }, status === undefined ? "" : String(status)),
    el("span", { class: "millis" }, millis === undefined ? "" : `${millis.toLocaleString("en")} ms`),
  );
}
