// The page as a whole: which part is shown, and what the store holds.

import { get } from "./api.js";
import { startConsole } from "./console.js";
import { byId, el } from "./dom.js";
import { startExplorer } from "./explorer.js";

const explorer = startExplorer();
const console_ = startConsole();

/** The place in the page is kept after the #, as explore, explore/PERSON-ID, query or query/QUERY. */
function route() {
  const [page, rest] = split(location.hash.slice(1));
  const query = page === "query";
  byId("explore").hidden = query;
  byId("query").hidden = !query;
  for (const a of document.querySelectorAll("nav a")) {
    if ((a.dataset.page === "query") === query) a.setAttribute("aria-current", "page");
    else a.removeAttribute("aria-current");
  }
  if (query) console_.show(rest);
  else explorer.show(rest).catch((e) => { byId("who-status").textContent = `No answer: ${e.message}`; });
}

function split(hash) {
  const i = hash.indexOf("/");
  if (i < 0) return [hash, ""];
  try {
    return [hash.slice(0, i), decodeURIComponent(hash.slice(i + 1))];
  } catch {
    return [hash.slice(0, i), ""];
  }
}

async function showStats() {
  const { stats } = await get("{ stats { articles persons meetings encounters } }");
  const n = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
  byId("stats").textContent = [
    n(stats.articles, "article", "articles"),
    n(stats.persons, "person", "persons"),
    n(stats.meetings, "meeting", "meetings"),
  ].join(" · ");
  if (stats.articles === 0) {
    byId("who-status").replaceChildren(
      "The store is empty. Start the server with ", el("code", {}, "--load FOLDER"), ", or load articles with ", el("code", {}, "go run ./loader FOLDER"), ".",
    );
  }
}

addEventListener("hashchange", route);
route();
showStats().catch((e) => { byId("stats").textContent = `The server does not answer: ${e.message}`; });
