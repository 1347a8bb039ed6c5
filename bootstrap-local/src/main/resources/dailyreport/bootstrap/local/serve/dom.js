// Small helpers to build elements. Data goes in as text only, never as markup.

/** An element with attributes (a function becomes a listener) and children (strings or nodes). */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(key, value);
    } else if (value === true) {
      made.setAttribute(key, "");
    } else if (value !== false && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** The element with this id. */
export function byId(id) {
  return document.getElementById(id);
}

const SVG = "http://www.w3.org/2000/svg";

/** A line drawing of 24 by 24 from path data, left out by screen readers. */
export function drawing(className, ...paths) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  for (const data of paths) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", data);
    svg.append(path);
  }
  return svg;
}

/** Runs a change of a scrolled list and stays at its end if the reader was there. */
export function keepingEnd(list, change, always = false) {
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 60;
  change();
  if (atEnd || always) {
    list.scrollTop = list.scrollHeight;
  }
}

const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Bangkok",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
});

/** Hours, minutes, seconds and milliseconds in Bangkok, where the bot's people live. */
export function clock(at) {
  const instant = new Date(at);
  return Number.isNaN(instant.valueOf()) ? "" : CLOCK.format(instant);
}
