// Draws a Flex Message as LINE does, for the components the bot uses.

import { local, mark, tappable } from "./actions.js";
import { el } from "./dom.js";
import { BUBBLE_WIDTHS, faults, IMAGE_SIZES, SPACES, TEXT_SIZES } from "./flex-rules.js";

const px = (value, names) => (value in names ? `${names[value]}px` : value);

/**
 * The bubble of a Flex message.
 *
 * @param message the message as it was sent to LINE
 * @param act called with a postback or message action when it is tapped
 */
export function flex(message, act) {
  const bubble = message.contents;
  const card = el("article", { class: "bubble", "aria-label": message.altText ?? "" });
  const wrong = faults(bubble).concat(
    message.altText ? [] : ["message: no altText"],
    bubble?.type === "bubble" ? [] : ["message: contents is no bubble"],
  );
  card.append(...wrong.map(mark));
  card.style.width = `${BUBBLE_WIDTHS[bubble?.size] ?? BUBBLE_WIDTHS.mega}px`;
  for (const part of ["header", "hero", "body", "footer"]) {
    if (bubble?.[part]) {
      const drawn = component(bubble[part], "vertical", act);
      card.append(el("div", { class: part }, ...drawn));
    }
  }
  return card;
}

/** The component's element behind the marks of its faults. */
function component(thing, parentLayout, act) {
  const wrong = faults(thing);
  const draw = { box, text, image, button, separator, filler }[thing?.type];
  if (!draw || wrong.some((fault) => fault.includes(": no "))) {
    return wrong.map(mark);
  }
  const drawn = draw(thing, act);
  place(drawn, thing, parentLayout);
  return [...wrong.map(mark), drawn];
}

/** Margin and share of the room inside the parent: shares are equal across, by content down. */
function place(drawn, { type, flex: share, margin, width }, parentLayout) {
  const across = parentLayout !== "vertical";
  if (margin !== undefined) {
    drawn.style[across ? "marginLeft" : "marginTop"] = px(margin, SPACES);
  }
  const weight = share ?? (across && type !== "separator" && width === undefined ? 1 : 0);
  drawn.style.flex = weight === 0 ? "0 0 auto" : `${weight} 0 ${across ? "0" : "auto"}`;
}

function box(thing, act) {
  const drawn = el("div", { class: `box ${thing.layout}` });
  thing.contents.forEach((child, index) => {
    const parts = component(child, thing.layout, act);
    if (index > 0 && child?.margin === undefined && thing.spacing !== undefined) {
      const side = thing.layout === "vertical" ? "marginTop" : "marginLeft";
      parts[0].style[side] = px(thing.spacing, SPACES);
    }
    drawn.append(...parts);
  });
  const style = drawn.style;
  style.width = thing.width ?? "";
  style.height = thing.height ?? "";
  style.backgroundColor = thing.backgroundColor ?? "";
  style.borderRadius = px(thing.cornerRadius ?? "", SPACES);
  for (const [property, side] of Object.entries(PADDINGS)) {
    if (thing[property] !== undefined) {
      style[side] = px(thing[property], SPACES);
    }
  }
  return drawn;
}

const PADDINGS = {
  paddingAll: "padding",
  paddingTop: "paddingTop",
  paddingBottom: "paddingBottom",
  paddingStart: "paddingLeft",
  paddingEnd: "paddingRight",
};

function text(thing) {
  const drawn = el("p", { class: thing.wrap ? "text wrap" : "text" }, thing.text);
  drawn.style.fontSize = px(thing.size ?? "md", TEXT_SIZES);
  drawn.style.fontWeight = thing.weight === "bold" ? "700" : "400";
  drawn.style.color = thing.color ?? "";
  drawn.style.textAlign = thing.align ?? "";
  return drawn;
}

function image(thing, act) {
  const picture = el("img", { src: local(thing.url), alt: "", loading: "eager" });
  picture.style.aspectRatio = (thing.aspectRatio ?? "1:1").replace(":", " / ");
  picture.style.objectFit = thing.aspectMode === "cover" ? "cover" : "contain";
  const drawn = thing.action ? tappable(thing.action, act, "picture", picture) : picture;
  drawn.style.width = thing.size === "full" ? "100%" : px(thing.size ?? "md", IMAGE_SIZES);
  return drawn;
}

function button(thing, act) {
  const style = thing.style ?? "link";
  const drawn = tappable(thing.action, act, `button ${style} ${thing.height ?? "md"}`);
  drawn.style[style === "link" ? "color" : "backgroundColor"] = thing.color ?? "";
  return drawn;
}

function separator(thing) {
  const drawn = el("hr", { class: "separator" });
  drawn.style.borderColor = thing.color ?? "";
  return drawn;
}

function filler() {
  return el("div", { class: "filler" });
}
