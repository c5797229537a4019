// SPDX-License-Identifier: Apache-2.0
// Asks an endpoint with Comunica: comunica.mjs ENDPOINT FILE.rq... prints {"FILE.rq": rows, true, false or triples}.
// A blank node has no name of its own: in a triple it is "_:".
import { QueryEngine } from '@comunica/query-sparql';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const [endpoint, ...files] = process.argv.slice(2);
const context = { sources: [{ type: 'sparql', value: endpoint }] };
const engine = new QueryEngine();

async function answer(query) {
  const result = await engine.query(query, context);
  if (result.resultType === 'boolean') {
    return result.execute();
  }
  const found = [];
  if (result.resultType === 'quads') {
    for await (const quad of await result.execute()) {
      found.push([quad.subject, quad.predicate, quad.object].map((term) => (term.termType === 'BlankNode' ? '_:' : term.value)));
    }
    return found;
  }
  for await (const row of await result.execute()) {
    found.push(Object.fromEntries([...row].map(([variable, term]) => [variable.value, term.value])));
  }
  return found;
}

const answers = {};
for (const file of files) {
  answers[basename(file)] = await answer(readFileSync(file, 'utf8'));
}
console.log(JSON.stringify(answers));
