// Everything the page asks of its server: the state, what the person does, and the feed.

async function answer(response) {
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(body.message ?? `The server answered ${response.status}.`);
  }
  return body;
}

function post(path, body) {
  return fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }).then(answer);
}

export const state = () => fetch("/simulator/state", { cache: "no-store" }).then(answer);
export const say = (event) => post("/simulator/say", event);
export const redeliver = () => post("/simulator/redeliver", {});
export const setModel = (model) => post("/simulator/model", model);

const NAMES = ["webhook", "said", "call", "message", "loading", "tier", "job", "model"];
const PATIENCE_MILLIS = 2000;

/**
 * Follows the feed for as long as the page lives. The browser resumes by itself with the id of the
 * last entry; a server that was started anew counts from one again, so it gets a new connection.
 *
 * @param follower onState(state, restarted), onEntry(name, entry), onConnection("live"|"waiting")
 */
export function follow(follower) {
  let startedAt;
  let last = -1;
  let source;
  let ready = Promise.resolve();

  function open() {
    source?.close();
    source = new EventSource("/simulator/feed");
    source.onopen = () => {
      ready = greet();
    };
    source.onerror = () => {
      follower.onConnection("waiting");
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(open, PATIENCE_MILLIS);
      }
    };
    const mine = source;
    for (const name of NAMES) {
      source.addEventListener(name, (event) => ready.then(() => mine === source && take(name, event)));
    }
  }

  async function greet() {
    const now = await state().catch(() => undefined);
    if (!now) {
      return;
    }
    const restarted = startedAt !== undefined && startedAt !== now.startedAt;
    startedAt = now.startedAt;
    follower.onState(now, restarted);
    follower.onConnection("live");
    if (restarted) {
      last = -1;
      open();
    }
  }

  function take(name, event) {
    const id = Number(event.lastEventId);
    if (event.lastEventId !== "" && id <= last) {
      return;
    }
    last = event.lastEventId === "" ? last : id;
    follower.onEntry(name, JSON.parse(event.data));
  }

  open();
}
