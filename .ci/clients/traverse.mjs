// SPDX-License-Identifier: Apache-2.0
// Follows links as a program does that knows one address only: from an article to its statements, to their speakers, to the
// states on whose side they are. node traverse.mjs http://localhost:3030/
//
// The IRIs are those of the sample and of the program; the server under test stands in for both.
import { QueryEngine } from "@comunica/query-sparql-link-traversal";

const base = "https://record.velmora.example/";
const program = "https://w3id.org/onrecord/";
const server = process.argv[2];
const fetched = [];

function stand(url, init) {
  const address = typeof url === "string" ? url : url.url ?? url.href;
  fetched.push(address);
  if (![base, program, server].some((start) => address.startsWith(start))) {
    throw new Error("outside of the site: " + address);
  }
  return fetch(address.replace(base, server).replace(program, server), init);
}

const query = `
PREFIX rec: <${program}ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?speaker ?state ?name WHERE {
  ?statement rec:reportedIn <${base}id/article/w> ; rec:speaker ?speaker .
  ?speaker rec:side ?state .
  ?state skos:prefLabel ?name . FILTER (LANG(?name) = "en")
}`;

const rows = [];
const answer = await new QueryEngine().queryBindings(query, {
  sources: [base + "id/article/w"],
  fetch: stand,
  lenient: true,
});
for await (const row of answer) {
  rows.push(["speaker", "state", "name"].map((name) => row.get(name).value.replace(base + "id/", "")).join(" "));
}
console.log(rows.sort().join("\n"));
const hops = ["article/w", "statement/w-01", "person/joren-hask", "state/tarsia"];
const missed = hops.filter((hop) => !fetched.includes(base + "id/" + hop));
console.log(`${fetched.length} requests, ${rows.length} rows`);
if (missed.length > 0 || !rows.some((row) => row.startsWith("person/joren-hask state/tarsia"))) {
  console.error("not reached: " + (missed.join(", ") || "the row of the last hop"));
  process.exit(1);
}
