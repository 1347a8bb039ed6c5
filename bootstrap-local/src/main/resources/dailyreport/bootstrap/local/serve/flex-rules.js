// The part of LINE's Flex Message rules that the bot uses: which property a component may have and
// which values it takes. What is not here is shown as a red mark, for LINE may refuse it.
// Pixel sizes: measured on LINE's Flex Message Simulator.

export const TEXT_SIZES = {
  xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29, "3xl": 35, "4xl": 48, "5xl": 74,
};
export const SPACES = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
export const BUBBLE_WIDTHS = {
  nano: 120, micro: 160, deca: 220, hecto: 241, kilo: 260, mega: 300, giga: 386,
};
export const IMAGE_SIZES = {
  xxs: 40, xs: 60, sm: 80, md: 100, lg: 120, xl: 140, xxl: 160, "3xl": 180, "4xl": 200, "5xl": 220,
};

const oneOf = (...values) => (value) => values.includes(value);
const text = (value) => typeof value === "string" && value !== "";
const object = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value) => Array.isArray(value);
const flag = (value) => typeof value === "boolean";
const whole = (value) => Number.isInteger(value) && value >= 0;
const colour = (value) => /^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(value);
const pixels = (value) => /^\d+(\.\d+)?px$/.test(value);
const length = (value) => /^\d+(\.\d+)?(px|%)$/.test(value);
const space = (value) => value in SPACES || pixels(value);
const textSize = (value) => value in TEXT_SIZES || pixels(value);
const imageSize = (value) => value === "full" || value in IMAGE_SIZES || length(value);

/** Inside the bot's own server any scheme will do; LINE itself takes https only. */
const address = (value) => {
  const url = URL.parse(value, location.href);
  return url !== null && (url.protocol === "https:" || url.pathname.startsWith("/r/"));
};

/** Per type: property -> check. A leading "!" marks a property that must be there. */
const RULES = {
  bubble: {
    size: (value) => value in BUBBLE_WIDTHS,
    direction: oneOf("ltr"),
    header: object, hero: object, body: object, footer: object,
  },
  box: {
    "!layout": oneOf("vertical", "horizontal", "baseline"),
    "!contents": list,
    flex: whole, spacing: space, margin: space,
    paddingAll: space, paddingTop: space, paddingBottom: space, paddingStart: space, paddingEnd: space,
    cornerRadius: space, backgroundColor: colour, width: length, height: length,
  },
  text: {
    "!text": text, size: textSize, weight: oneOf("regular", "bold"), color: colour, wrap: flag,
    align: oneOf("start", "center", "end"), flex: whole, margin: space,
  },
  image: {
    "!url": address, size: imageSize, flex: whole, margin: space,
    aspectRatio: (value) => /^\d+(\.\d+)?:\d+(\.\d+)?$/.test(value),
    aspectMode: oneOf("cover", "fit"), action: object,
  },
  button: {
    "!action": object, style: oneOf("link", "primary", "secondary"), height: oneOf("sm", "md"),
    color: colour, flex: whole, margin: space,
  },
  separator: { margin: space, color: colour },
  filler: { flex: whole },
  // Actions: the data and the texts have LINE's limit of 300 characters.
  postback: {
    label: text, displayText: (value) => text(value) && value.length <= 300,
    "!data": (value) => text(value) && value.length <= 300,
  },
  message: { label: text, "!text": (value) => text(value) && value.length <= 300 },
  uri: { label: text, "!uri": (value) => address(value) && value.length <= 1000 },
};

/** What is wrong with a component or an action; empty when LINE would take it. */
export function faults(thing) {
  const type = thing?.type;
  const rules = Object.hasOwn(RULES, type ?? "") ? RULES[type] : undefined;
  if (!rules) {
    return [`unknown type ${JSON.stringify(type)}`];
  }
  const found = [];
  for (const [property, value] of Object.entries(thing)) {
    const check = rules[property] ?? rules[`!${property}`];
    if (property !== "type" && !check) {
      found.push(`${type}: unknown ${property}`);
    } else if (check && !check(value)) {
      found.push(`${type}: ${property} ${JSON.stringify(value)}`.slice(0, 120));
    }
  }
  for (const rule of Object.keys(rules)) {
    if (rule.startsWith("!") && !(rule.slice(1) in thing)) {
      found.push(`${type}: no ${rule.slice(1)}`);
    }
  }
  return found;
}
