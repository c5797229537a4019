// SPDX-License-Identifier: Apache-2.0
// Follows links as a program does that knows one address only: from an article to its statements, to their speakers, to the
// states on whose side they are. node traverse.mjs http://localhost:3030/
//
// The IRIs are those of the project's permanent base; the server under test stands in for it.
import { QueryEngine } from "@comunica/query-sparql-link-traversal";

const base = "https://w3id.org/onrecord/";
const server = process.argv[2];
const fetched = [];

function stand(url, init) {
  const address = typeof url === "string" ? url : url.url ?? url.href;
  fetched.push(address);
  if (!address.startsWith(base) && !address.startsWith(server)) {
    throw new Error("outside of the site: " + address);
  }
  return fetch(address.replace(base, server), init);
}

const query = `
PREFIX rec: <${base}ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?speaker ?state ?code WHERE {
  ?statement rec:reportedIn <${base}id/article/b> ; rec:speaker ?speaker .
  ?speaker rec:side ?state .
  ?state rec:isoCode ?code .
}`;

const rows = [];
const answer = await new QueryEngine().queryBindings(query, {
  sources: [base + "id/article/b"],
  fetch: stand,
  lenient: true,
});
for await (const row of answer) {
  rows.push(["speaker", "state", "code"].map((name) => row.get(name).value.replace(base + "id/", "")).join(" "));
}
console.log(rows.sort().join("\n"));
const hops = ["article/b", "statement/b-20", "person/vladimir-putin", "state/russia"];
const missed = hops.filter((hop) => !fetched.includes(base + "id/" + hop));
console.log(`${fetched.length} requests, ${rows.length} rows`);
if (missed.length > 0 || !rows.some((row) => row.startsWith("person/vladimir-putin state/russia"))) {
  console.error("not reached: " + (missed.join(", ") || "the row of the last hop"));
  process.exit(1);
}
