// Elements made of text: whatever an article says only ever becomes a text node or an attribute that cannot run.

const SVG = "http://www.w3.org/2000/svg";

function byId(id) {
  return document.getElementById(id);
}

function readJson(id) {
  return JSON.parse(byId(id).textContent);
}

/** An element; attributes that are functions become listeners, those that are false, null or undefined are left out. */
function el(name, attributes, ...children) {
  return filled(document.createElement(name), attributes, children);
}

function svg(name, attributes, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") node.addEventListener(key, value);
    else if (value !== false && value !== null && value !== undefined)
      node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function button(text, attributes, ...children) {
  return el("button", { type: "button", ...attributes }, text, ...children);
}

/** Text of an article or a name, kept apart from the direction of what stands around it. */
function isolated(text, attributes) {
  return el("bdi", attributes, text);
}

function replaceContent(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(Boolean));
}
