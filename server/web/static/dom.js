// Building documents out of data. Everything that is shown goes in as a text
// node, so nothing that articles or answers hold can become markup.

const svgSpace = "http://www.w3.org/2000/svg";

/** el makes an element; attributes named on... are event listeners; absent values are left out. */
export function el(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** svg makes an SVG element. */
export function svg(tag, attributes, ...children) {
  return fill(document.createElementNS(svgSpace, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((c) => c !== undefined && c !== null && c !== ""));
  return node;
}

/** byId finds an element of the page. */
export const byId = (id) => document.getElementById(id);

/** webLink returns an address that is safe to follow, or undefined. */
export function webLink(address) {
  if (!address) return undefined;
  try {
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}
