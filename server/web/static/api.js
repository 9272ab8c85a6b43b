// Asking the server.

/** The language that countries are named in: the reader's, if the server has it. */
export const language = ["FR", "VI"].find((l) => navigator.language.toUpperCase().startsWith(l)) ?? "EN";

/**
 * ask sends a query. The result has data, errors (an array, perhaps empty),
 * extensions, status and milliseconds; it fails only when nothing was answered.
 */
export async function ask(query, variables = {}, signal = undefined) {
  const begin = performance.now();
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" },
    body: JSON.stringify({ query, variables }),
    signal,
  });
  const answer = await response.json();
  return {
    ...answer,
    errors: answer.errors ?? [],
    status: response.status,
    milliseconds: Math.round(performance.now() - begin),
  };
}

/** get is ask for the pages' own queries: it returns data or fails with a message to show. */
export async function get(query, variables, signal) {
  const answer = await ask(query, variables, signal);
  if (answer.errors.length > 0) throw new Error(answer.errors[0].message);
  return answer.data;
}
