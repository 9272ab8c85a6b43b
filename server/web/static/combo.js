// A text field that suggests while one types (the ARIA combobox pattern).

import { el } from "./dom.js";

const pause = 120; // milliseconds without a key before asking

/**
 * startCombo makes input suggest. suggest(text, signal) returns things;
 * option(thing) gives their label and about; choose(thing) is called with the
 * one picked by click, by Enter, or, when only a name was typed, the first.
 */
export function startCombo({ input, list, status, suggest, option, choose }) {
  let things = [];
  let active = -1;
  let timer;
  let running;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  };
  const pick = (thing) => {
    input.value = option(thing).label;
    status.textContent = "";
    close();
    choose(thing);
  };
  const mark = (i) => {
    active = i;
    [...list.children].forEach((li, k) => li.setAttribute("aria-selected", String(k === i)));
    if (i < 0) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    input.setAttribute("aria-activedescendant", list.children[i].id);
    list.children[i].scrollIntoView({ block: "nearest" });
  };
  const show = () => {
    list.replaceChildren(...things.map((thing, i) => {
      const { label, about } = option(thing);
      return el("li", { id: `${list.id}-${i}`, role: "option", "aria-selected": "false", onmousedown: (e) => e.preventDefault(), onclick: () => pick(thing) },
        el("span", {}, label), el("span", { class: "soft" }, about));
    }));
    list.hidden = things.length === 0;
    input.setAttribute("aria-expanded", String(things.length > 0));
    active = -1;
    status.textContent = things.length === 0 ? "Nobody of this name." : `${things.length} ${things.length === 1 ? "person" : "persons"} found. Choose with the arrow keys.`;
  };
  const search = async () => {
    running?.abort();
    running = new AbortController();
    const { signal } = running;
    const text = input.value.trim();
    if (text === "") {
      things = [];
      close();
      status.textContent = "";
      return;
    }
    try {
      const found = await suggest(text, signal);
      if (signal.aborted) return;
      things = found;
      show();
    } catch (e) {
      if (!signal.aborted) status.textContent = `No answer: ${e.message}`;
    }
  };
  const enter = async () => {
    clearTimeout(timer);
    if (active < 0) await search();
    const thing = things[Math.max(active, 0)];
    if (thing) pick(thing);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, pause);
  });
  input.addEventListener("keydown", (e) => {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (e.key in moves && things.length > 0) {
      if (list.hidden) show();
      const n = things.length + 1; // one place is the text itself
      mark(((active + 1 + moves[e.key] + n) % n) - 1);
      e.preventDefault();
    } else if (e.key === "Enter") {
      enter();
      e.preventDefault();
    } else if (e.key === "Escape") {
      close();
    }
  });
  input.addEventListener("blur", close);
  if (document.activeElement === input && input.value !== "") search(); // typed before this script was there
}
