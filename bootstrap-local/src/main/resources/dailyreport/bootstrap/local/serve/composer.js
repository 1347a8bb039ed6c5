// Where the person types. Arrow up brings back what was typed before.

import { byId } from "./dom.js";

/** @param say called with the text */
export function composer(say) {
  const typed = byId("typed");
  const history = [];
  let at = 0;

  byId("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = typed.value;
    if (text.trim() === "") {
      return;
    }
    history.push(text);
    at = history.length;
    typed.value = "";
    say(text);
  });

  typed.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined || event.isComposing || history.length === 0) {
      return;
    }
    at = Math.min(history.length, Math.max(0, at + step));
    typed.value = history[at] ?? "";
    event.preventDefault();
  });
}
