// Evidence: the sentence, where it stands, and the article around it.

import { get } from "./api.js";
import { byId, el, webLink } from "./dom.js";

/** evidenceList shows the sentences that prove a fact. */
export function evidenceList(evidence) {
  if (evidence.length === 0) return el("p", { class: "soft" }, "No sentence is kept for it.");
  return el("ul", { class: "evidence" }, evidence.map(proof));
}

function proof(e) {
  const link = webLink(e.article.url);
  const title = e.article.title || "Untitled article";
  return el("li", {},
    el("blockquote", { lang: e.lang, cite: link }, e.quote),
    el("p", { class: "source" },
      link ? el("a", { href: link, rel: "noopener noreferrer", target: "_blank" }, title) : el("span", {}, title),
      el("span", { class: "soft" }, [e.article.source, e.article.published].filter(Boolean).map((t) => ` · ${t}`).join("")),
      " ",
      el("button", { type: "button", class: "link", onclick: () => showArticle(e) }, "Read in the article")),
    el("p", { class: "soft small" }, `Rule ${e.rule}, right ${Math.round(e.confidence * 100)} times in 100`));
}

async function showArticle(e) {
  const dialog = byId("article");
  const text = byId("article-text");
  byId("article-title").textContent = e.article.title || "Untitled article";
  byId("article-meta").textContent = [e.article.source, e.article.published].filter(Boolean).join(" · ");
  text.replaceChildren("Loading…");
  dialog.showModal();
  try {
    const { article } = await get("query Article($id: ID!) { article(id: $id) { text lang } }", { id: e.article.id });
    if (article.lang) text.setAttribute("lang", article.lang);
    const mark = el("mark", { tabindex: "-1" });
    text.replaceChildren(...cut(article.text, e.start, e.end, mark));
    mark.scrollIntoView({ block: "center" });
  } catch (error) {
    text.replaceChildren(`No answer: ${error.message}`);
  }
}

/** cut splits a text at byte offsets of its UTF-8 form and puts the middle into mark. */
function cut(text, start, end, mark) {
  const bytes = new TextEncoder().encode(text);
  const part = (from, to) => new TextDecoder().decode(bytes.subarray(from, to));
  mark.textContent = part(start, end);
  return [part(0, start), mark, part(end)];
}

byId("article-close").addEventListener("click", () => byId("article").close());
