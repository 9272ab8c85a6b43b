// A picture of whom somebody met: the person in the middle, the others around,
// a thicker line for more meetings. The list beside it says the same in words.

import { svg } from "./dom.js";

const most = 24;
const width = 460;
const height = 400;
const middle = { x: width / 2, y: height / 2 };
const radius = { x: 110, y: 178 }; // leaves a name's width beside the ring

/** picture draws edges of a "met" connection. */
export function picture(name, edges) {
  const people = count(edges).slice(0, most);
  const at = (i) => onRing(i, people.length);
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, class: "picture", focusable: "false" },
    people.map((p, i) => line(at(i), p.meetings)),
    people.map((p, i) => place(at(i), p)),
    svg("circle", { cx: middle.x, cy: middle.y, r: 11, class: "self" }),
    people.length > 0 ? svg("text", { x: middle.x, y: middle.y - 18, "text-anchor": "middle", class: "self-name" }, name) : undefined);
}

/** onRing is the place of the i-th of n, clockwise: half of them on the right, from the top, and half on
 * the left, each half at equal heights so that no two names run into each other. */
function onRing(i, n) {
  const right = Math.ceil(n / 2);
  const [k, side, of] = i < right ? [i, 1, right] : [n - 1 - i, -1, n - right];
  const height = (2 * (k + 0.5)) / of - 1; // -1 at the top, 1 at the bottom
  return [middle.x + side * radius.x * Math.sqrt(1 - height * height), middle.y + height * radius.y];
}

function count(edges) {
  const people = new Map();
  for (const e of edges) {
    const p = people.get(e.node.id) ?? { name: e.node.name, id: e.node.id, country: e.node.country?.code ?? "", meetings: 0 };
    p.meetings++;
    people.set(e.node.id, p);
  }
  return [...people.values()].sort((a, b) => b.meetings - a.meetings).slice(0, most).sort((a, b) => a.country.localeCompare(b.country));
}

function line([x, y], meetings) {
  return svg("line", { x1: middle.x, y1: middle.y, x2: x, y2: y, class: "tie", "stroke-width": Math.min(1 + meetings, 6) });
}

function place([x, y], p) {
  const open = () => { location.hash = `explore/${encodeURIComponent(p.id)}`; };
  return svg("g", { class: "other", onclick: open },
    svg("circle", { cx: x, cy: y, r: 7, fill: colour(p.country) }),
    svg("text", label(x, y), short(p.name)));
}

/** label stands beside its dot, outside the ring. */
function label(x, y) {
  const right = x > middle.x;
  return { x: right ? x + 11 : x - 11, y: y + 4, "text-anchor": right ? "start" : "end" };
}

const short = (name) => (name.length > 16 ? `${name.slice(0, 15)}…` : name);

/** colour gives each country one of its own; no country is grey. */
function colour(code) {
  if (!code) return "#888";
  const number = [...code].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 65, 0);
  return `hsl(${Math.round(number * 137.508) % 360} 58% 50%)`; // the golden angle keeps neighbours apart
}
