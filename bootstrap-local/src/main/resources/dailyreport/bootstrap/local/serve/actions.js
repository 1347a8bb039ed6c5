// What a person can tap, and the mark of what LINE would not understand.

import { el } from "./dom.js";
import { faults } from "./flex-rules.js";

/** A red line that names what LINE would not understand. */
export function mark(fault) {
  return el("p", { class: "fault", lang: "en" }, fault);
}

/** Links to a report lead to this server, whatever name it has for LINE. */
export function local(address) {
  const url = new URL(address, location.href);
  return url.pathname.startsWith("/r/") ? location.origin + url.pathname + url.search : url.href;
}

/** A link for an address, a button for everything that says something. */
export function tappable(action, act, className, ...content) {
  const wrong = faults(action);
  if (wrong.length > 0) {
    return el("div", {}, ...wrong.map(mark), ...content);
  }
  const label = content.length > 0 ? content : [action.label ?? ""];
  if (action.type === "uri") {
    const target = { href: local(action.uri), target: "_blank", rel: "noopener" };
    return el("a", { class: className, "aria-label": action.label, ...target }, ...label);
  }
  return el("button", { type: "button", class: className, click: () => act(action) }, ...label);
}
