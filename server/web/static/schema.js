// The schema in words, read from the server itself.

import { get } from "./api.js";
import { el } from "./dom.js";

const typeRef = "kind name ofType { kind name ofType { kind name ofType { kind name } } }";
const schemaQuery = `{
  __schema {
    types {
      name kind description
      fields { name description args { name type { ${typeRef} } } type { ${typeRef} } }
      inputFields { name description type { ${typeRef} } }
      enumValues { name description }
    }
  }
}`;

/** showSchema fills box once with every type of the schema. */
export async function showSchema(box) {
  if (box.childElementCount > 0) return;
  try {
    const { __schema: schema } = await get(schemaQuery);
    const own = schema.types.filter((t) => !t.name.startsWith("__") && (t.fields || t.inputFields || t.enumValues));
    own.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
    box.replaceChildren(...own.map(typeCard));
  } catch (e) {
    box.replaceChildren(el("p", { class: "note" }, `The schema is not shown: ${e.message}`));
  }
}

const rank = (t) => (t.name === "Query" ? 0 : /Connection$|Edge$|^PageInfo$/.test(t.name) ? 2 : 1);

function typeCard(t) {
  const members = t.fields ?? t.inputFields ?? t.enumValues;
  return el("details", { open: t.name === "Query" },
    el("summary", {}, el("code", {}, t.name), " ", el("span", { class: "soft" }, t.description?.split("\n")[0] ?? "")),
    el("dl", {}, members.map((m) => el("div", {}, el("dt", {}, el("code", {}, signature(m))), el("dd", {}, m.description ?? "")))));
}

function signature(m) {
  const args = m.args?.length ? `(${m.args.map((a) => `${a.name}: ${typeName(a.type)}`).join(", ")})` : "";
  return m.type ? `${m.name}${args}: ${typeName(m.type)}` : m.name;
}

function typeName(t) {
  if (t.kind === "NON_NULL") return `${typeName(t.ofType)}!`;
  return t.kind === "LIST" ? `[${typeName(t.ofType)}]` : t.name;
}
