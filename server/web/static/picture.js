// A picture of whom somebody met: the person in the middle, the others around,
// a thicker line for more meetings. The list beside it says the same in words.

import { svg } from "./dom.js";

const most = 24;
const size = 420;
const middle = size / 2;

/** picture draws edges of a "met" connection. */
export function picture(name, edges) {
  const people = count(edges).slice(0, most);
  const at = (i) => {
    const angle = (2 * Math.PI * (i + 0.5)) / people.length - Math.PI / 2;
    return [middle + 128 * Math.cos(angle), middle + 150 * Math.sin(angle)];
  };
  return svg("svg", { viewBox: `0 0 ${size} ${size}`, class: "picture", focusable: "false" },
    people.map((p, i) => line(at(i), p.meetings)),
    people.map((p, i) => place(at(i), p)),
    svg("circle", { cx: middle, cy: middle, r: 11, class: "self" }),
    people.length > 0 ? svg("text", { x: middle, y: middle - 18, "text-anchor": "middle", class: "self-name" }, name) : undefined);
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
  return svg("line", { x1: middle, y1: middle, x2: x, y2: y, class: "tie", "stroke-width": Math.min(1 + meetings, 6) });
}

function place([x, y], p) {
  const open = () => { location.hash = `explore/${encodeURIComponent(p.id)}`; };
  return svg("g", { class: "other", onclick: open },
    svg("circle", { cx: x, cy: y, r: 7, fill: colour(p.country) }),
    svg("text", label(x, y), short(p.name)));
}

/** label stands beside its dot, or, straight above or below the middle, where
 * it would run into the next one, beyond it. */
function label(x, y) {
  if (Math.abs(x - middle) < 12) return { x, y: y < middle ? y - 12 : y + 20, "text-anchor": "middle" };
  const right = x > middle;
  return { x: right ? x + 11 : x - 11, y: y + 4, "text-anchor": right ? "start" : "end" };
}

const short = (name) => (name.length > 16 ? `${name.slice(0, 15)}…` : name);

/** colour gives each country one of its own; no country is grey. */
function colour(code) {
  if (!code) return "#888";
  const number = [...code].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 65, 0);
  return `hsl(${Math.round(number * 137.508) % 360} 58% 50%)`; // the golden angle keeps neighbours apart
}
