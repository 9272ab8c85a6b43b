// The query console: examples, an editor, the answer, and the schema in words.

import { ask } from "./api.js";
import { byId, el } from "./dom.js";
import { examples } from "./examples.js";
import { showSchema } from "./schema.js";

/** startConsole brings the console to life; show opens it, perhaps with a query. */
export function startConsole() {
  const query = byId("q");
  const variables = byId("vars");

  const run = async () => {
    const status = byId("answer-status");
    let values;
    try {
      values = variables.value.trim() === "" ? {} : JSON.parse(variables.value);
    } catch (e) {
      status.textContent = `The variables are not JSON: ${e.message}`;
      return;
    }
    status.textContent = "Asking…";
    try {
      showAnswer(await ask(query.value, values));
    } catch (e) {
      status.textContent = `The server does not answer: ${e.message}`;
    }
  };
  const load = (example) => {
    query.value = example.query;
    variables.value = example.variables ? JSON.stringify(example.variables, null, 2) : "";
  };

  byId("examples").replaceChildren(...examples.map((e) =>
    el("li", {}, el("button", { type: "button", onclick: () => { load(e); run(); } }, e.title))));
  byId("console").addEventListener("submit", (e) => { e.preventDefault(); run(); });
  byId("share").addEventListener("click", () => share(query.value));
  for (const field of [query, variables]) {
    field.addEventListener("keydown", (e) => { if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) { e.preventDefault(); run(); } });
  }
  indentWithTab(query);
  byId("schema").addEventListener("toggle", (e) => { if (e.target.open) showSchema(byId("schema-body")); });
  load(examples[0]);
  return {
    show(text) {
      document.title = "Query · diplograph";
      if (text) {
        query.value = text;
        variables.value = "";
      }
    },
  };
}

function showAnswer({ milliseconds, status, ...answer }) {
  if (answer.errors.length === 0) delete answer.errors;
  const text = JSON.stringify(answer, null, 2);
  const size = new Blob([text]).size;
  const verdict = answer.errors ? `${answer.errors.length} error${answer.errors.length === 1 ? "" : "s"}` : "Answered";
  byId("answer-status").textContent = `${verdict} in ${milliseconds} ms, ${size.toLocaleString("en")} bytes (status ${status})`;
  byId("answer").textContent = text;
}

async function share(query) {
  location.hash = `query/${encodeURIComponent(query)}`;
  try {
    await navigator.clipboard.writeText(location.href);
    byId("answer-status").textContent = "The link to this query is copied.";
  } catch {
    byId("answer-status").textContent = "The link to this query is in the address bar.";
  }
}

/** indentWithTab lets Tab indent, except right after Escape, so that the keyboard can leave the field. */
function indentWithTab(field) {
  let leaving = false;
  field.addEventListener("keydown", (e) => {
    if (e.key === "Tab" && !leaving && !e.shiftKey) {
      e.preventDefault();
      field.setRangeText("  ", field.selectionStart, field.selectionEnd, "end");
    }
    leaving = e.key === "Escape";
  });
}
