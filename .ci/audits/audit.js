// Runs every audit of graphql-http against the server at the address given, and fails unless all
// of them pass: a warning (something the specification only recommends) counts as a failure.
//
//   node audit.js http://127.0.0.1:8080/graphql

import { serverAudits } from "graphql-http";

const url = process.argv[2];
if (!url) {
  console.error("usage: node audit.js URL");
  process.exit(2);
}

/** How many audits this version has: fewer would mean that some did not run. */
const expected = 61;

const audits = serverAudits({ url, fetchFn: fetch });
let passed = 0;
for (const audit of audits) {
  const result = await audit.fn();
  if (result.status === "ok") passed++;
  else console.error(`${result.status}: ${audit.id} ${audit.name}: ${result.reason}`);
}
console.log(`${passed} of ${audits.length} audits pass`);
process.exit(passed === audits.length && audits.length === expected ? 0 : 1);
