// The controls: how the next event looks, other kinds of events, the model's delay.

import { byId, el } from "./dom.js";
import * as server from "./server.js";

/** Things to try that no server needs to name: a near miss, help, the list. */
const ALWAYS = ["APPL19", "วิธีใช้", "รายชื่อ"];

/**
 * @param send called with the kind and its fields; adds how the event arrives
 * @param onChat called with "user" or "group"
 * @param onRedeliver called before the last event is sent again
 */
export function controls({ send, onChat, onRedeliver }) {
  const options = byId("options");
  const armed = byId("armed");

  function changed() {
    const group = options.elements.chat.value === "group";
    options.elements.mention.disabled = !group;
    for (const button of document.querySelectorAll("[data-only]")) {
      button.hidden = button.dataset.only !== options.elements.chat.value;
    }
    const told = warnings();
    armed.hidden = told.length === 0;
    armed.firstElementChild.textContent = `Sent with: ${told.join(", ")}`;
  }

  function warnings() {
    const { age, forged } = options.elements;
    return [
      ...(age.value === "0" ? [] : [`a token ${age.selectedOptions[0].text.toLowerCase()} old`]),
      ...(forged.checked ? ["a forged signature"] : []),
    ];
  }

  options.addEventListener("submit", (event) => event.preventDefault());
  options.addEventListener("change", (event) => {
    changed();
    if (event.target.name === "chat") {
      onChat(event.target.value);
    }
  });
  armed.lastElementChild.addEventListener("click", () => {
    options.elements.age.value = "0";
    options.elements.forged.checked = false;
    changed();
    byId("typed").focus();
  });

  for (const button of document.querySelectorAll("[data-kind]")) {
    button.addEventListener("click", () => send({ kind: button.dataset.kind }));
  }
  byId("redeliver").addEventListener("click", () => {
    onRedeliver();
    attempt(server.redeliver());
  });
  for (const choice of document.querySelectorAll("[name=model]")) {
    choice.addEventListener("change", () => {
      const off = choice.value === "off";
      attempt(server.setModel({ delaySeconds: off ? 0 : Number(choice.value), off }));
    });
  }
  changed();

  return {
    /** How the next event arrives. */
    arriving() {
      const { chat, mention, age, forged } = options.elements;
      return {
        chat: chat.value,
        mention: chat.value === "group" && mention.checked,
        ageSeconds: Number(age.value),
        forged: forged.checked,
      };
    },

    model({ delaySeconds, off }) {
      const value = off ? "off" : String(delaySeconds);
      for (const choice of document.querySelectorAll("[name=model]")) {
        choice.checked = choice.value === value;
      }
    },

    state(state) {
      this.model(state.model);
      byId("model").disabled = state.model.kind === "none";
      byId("examples").replaceChildren(
        ...[...new Set([...state.examples.slice(0, 5), ...ALWAYS])].map((text) =>
          el("button", { type: "button", class: "chip", click: () => send({ kind: "text", text }) }, text),
        ),
      );
    },
  };
}

/** Shows what the server refused; the next thing that works takes it away. */
export async function attempt(promise) {
  const refusal = byId("refusal");
  try {
    await promise;
    refusal.textContent = "";
  } catch (refused) {
    refusal.textContent = refused instanceof TypeError ? "The server does not answer." : refused.message;
  }
}
