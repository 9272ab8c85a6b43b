// The explorer: a name, the people met, the sentence that proves each meeting.

import { get, language } from "./api.js";
import { startCombo } from "./combo.js";
import { dateText } from "./date.js";
import { byId, el } from "./dom.js";
import { evidenceList } from "./evidence.js";
import { picture } from "./picture.js";

const pageLength = 50;

const suggestQuery = `query Suggest($text: String!, $lang: Language!) {
  persons(search: $text, first: 8) {
    edges { node { id name aliases country { name(lang: $lang) } offices { title former last reports } } }
  }
}`;

const personQuery = `query Person($id: ID!, $first: Int!, $after: Cursor, $since: Date, $until: Date, $lang: Language!) {
  person(id: $id) {
    id name aliases reports
    country { name(lang: $lang) }
    parties { name }
    offices { title former from held last reports }
    met(first: $first, after: $after, since: $since, until: $until) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        date place mode reports
        node { id name country { code name(lang: $lang) } }
        evidence(first: 5) {
          quote start end lang rule confidence
          article { id title url published source }
        }
      }
    }
  }
}`;

const latestQuery = `query Latest($lang: Language!) {
  meetings(first: 8, filter: { status: HELD }) {
    edges { node { id date place country { name(lang: $lang) } participants { person { id name } } } }
  }
}`;

/** startExplorer brings the page to life; show opens a person by id. */
export function startExplorer() {
  const open = (id) => { location.hash = hrefOf(id); };
  startCombo({
    input: byId("who"),
    list: byId("who-list"),
    status: byId("who-status"),
    suggest: async (text, signal) => (await get(suggestQuery, { text, lang: language }, signal)).persons.edges.map((e) => e.node),
    option: suggestion,
    choose: (p) => open(p.id),
  });
  let shown;
  return {
    async show(id) {
      if (id === shown) return;
      shown = id;
      const still = () => shown === id;
      if (id) await showPerson(id, still);
      else await showLatest(still);
    },
  };
}

/** showLatest fills the page while nobody is chosen. */
async function showLatest(still) {
  document.title = "diplograph: who met whom";
  byId("person").replaceChildren();
  const { meetings } = await get(latestQuery, { lang: language });
  if (!still() || meetings.edges.length === 0) return;
  byId("person").replaceChildren(el("section", { class: "latest", "aria-labelledby": "latest-title" },
    el("h2", { id: "latest-title" }, "Latest meetings"),
    el("ul", {}, meetings.edges.map(({ node }) => latest(node)))));
}

function latest(meeting) {
  const people = meeting.participants.map(({ person }) => el("a", { href: hrefOf(person.id) }, person.name));
  return el("li", {},
    el("span", { class: "when" }, dateText(meeting.date)),
    el("span", {}, people.slice(0, 6).flatMap((a, i) => (i === 0 ? [a] : [", ", a])), people.length > 6 ? ` and ${people.length - 6} more` : ""),
    el("span", { class: "soft" }, [meeting.place, meeting.country?.name].filter(Boolean).join(", ")));
}

const hrefOf = (id) => `#explore/${encodeURIComponent(id)}`;

function suggestion(p) {
  const about = [latestPosts(p.offices)[0]?.title, p.country?.name].filter(Boolean).join(", ");
  return { label: p.name, about: about || p.aliases.slice(0, 2).join(", ") };
}

async function showPerson(id, still) {
  const box = byId("person");
  box.setAttribute("aria-busy", "true");
  try {
    const person = await fetchPerson(id, {});
    if (!still()) return;
    if (!person) {
      box.replaceChildren(el("p", { class: "note" }, "Nobody has this id (any more)."));
      return;
    }
    document.title = `${person.name} · diplograph`;
    box.replaceChildren(card(person), met(person));
    byId("who-status").textContent = `Showing ${person.name}.`;
  } catch (e) {
    if (still()) box.replaceChildren(el("p", { class: "note bad", role: "alert" }, `No answer: ${e.message}`));
  } finally {
    box.removeAttribute("aria-busy");
  }
}

async function fetchPerson(id, more) {
  return (await get(personQuery, { id, first: pageLength, lang: language, ...more })).person;
}

function card(p) {
  const facts = [
    ["Country", p.country?.name],
    ["Posts", latestPosts(p.offices).slice(0, 4).map(post).join("; ")],
    ["Parties", p.parties.map((x) => x.name).join("; ")],
    ["Also written", p.aliases.slice(0, 8).join(", ")],
  ].filter(([, text]) => text);
  return el("div", { class: "card" },
    el("h2", { id: "person-name", tabindex: "-1" }, p.name),
    el("p", { class: "soft" }, p.reports === 1 ? "Named by 1 article" : `Named by ${p.reports} articles`),
    el("dl", {}, facts.map(([term, text]) => el("div", {}, el("dt", {}, term), el("dd", {}, text)))));
}

/** latestPosts puts posts in order: held ones first, of those the ones that articles told of last. */
function latestPosts(offices) {
  return [...offices].sort((a, b) => a.former - b.former || (b.last ?? "").localeCompare(a.last ?? "") || b.reports - a.reports);
}

/** post is a post with the years in which articles tell that it was held. */
function post(o) {
  const [from, held] = [o.from, o.held].map((month) => month?.slice(0, 4));
  const years = from && (from === held ? from : `${from}–${held}`);
  return `${o.former ? "formerly " : ""}${o.title}${years ? ` (${years})` : ""}`;
}

/** met is the list of the people met, with its filter and its picture. */
function met(person) {
  const heading = el("h3", { id: "met-title" });
  const list = el("ol", { class: "met", "aria-labelledby": "met-title" });
  const more = el("button", { type: "button", class: "more", hidden: true }, "Show more");
  const side = el("div", { class: "side", "aria-hidden": "true" });
  const since = dateField("since", "From");
  const until = dateField("until", "To");
  let edges = [];
  let cursor;

  const show = (p, append) => {
    edges = append ? edges.concat(p.met.edges) : p.met.edges;
    cursor = p.met.pageInfo.endCursor;
    heading.textContent = titleOf(p.met.totalCount);
    const rows = p.met.edges.map((e) => row(e));
    if (append) list.append(...rows);
    else list.replaceChildren(...rows);
    more.hidden = !p.met.pageInfo.hasNextPage;
    side.replaceChildren(picture(person.name, edges));
  };
  const reload = async (append) => {
    try {
      show(await fetchPerson(person.id, {
        since: since.input.value || null, until: until.input.value || null, after: append ? cursor : null,
      }), append);
    } catch (e) {
      heading.textContent = `No answer: ${e.message}`;
    }
  };
  more.addEventListener("click", () => reload(true));
  for (const f of [since, until]) f.input.addEventListener("change", () => reload(false));
  show(person, false);
  return el("div", { class: "columns" },
    el("div", {}, el("div", { class: "met-head" }, heading, el("div", { class: "dates" }, since.field, until.field)), list, more),
    side);
}

function titleOf(count) {
  if (count === 0) return "No meeting found";
  return count === 1 ? "Met one person" : `${count.toLocaleString("en")} encounters, newest first`;
}

function dateField(id, label) {
  const input = el("input", { type: "date", id });
  return { input, field: el("label", { for: id }, `${label} `, input) };
}

/** row is one meeting with one person; its button opens the evidence below it. */
function row(edge) {
  const proof = el("div", { class: "proof", hidden: true });
  const button = el("button", { type: "button", class: "edge", "aria-expanded": "false" },
    el("span", { class: "when" }, dateText(edge.date)),
    el("span", { class: "who" }, edge.node.name, edge.node.country ? el("span", { class: "soft" }, ` ${edge.node.country.name}`) : ""),
    el("span", { class: "where soft" }, [edge.place, edge.mode === "REMOTE" ? "by telephone or video" : ""].filter(Boolean).join(", ")),
    el("span", { class: "count", title: "articles that tell of it" }, edge.reports === 1 ? "1 article" : `${edge.reports} articles`));
  button.addEventListener("click", () => {
    const open = proof.hidden;
    if (open && proof.childElementCount === 0) {
      proof.append(evidenceList(edge.evidence), el("p", {}, el("a", { href: hrefOf(edge.node.id) }, `Who has ${edge.node.name} met?`)));
    }
    proof.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  });
  return el("li", {}, button, proof);
}
