// SPDX-License-Identifier: Apache-2.0
// Puts the editor in the place of the plain form, if it has come; nothing leaves this site.
"use strict";
const plain = document.getElementById("plain");
const place = document.getElementById("editor");
const root = new URL("..", document.currentScript.src).pathname;
const ours = place ? place.dataset.base : "";

/** The IRIs that a query finds: one column, no header. */
async function terms(query) {
  const answer = await fetch(root + "sparql?format=csv&query=" + encodeURIComponent(query));
  return answer.ok ? (await answer.text()).trim().split(/\r?\n/).slice(1) : [];
}

/** The prefixes of the examples, as the editor inserts them. */
function prefixes() {
  const found = new Set();
  for (const code of document.querySelectorAll("[data-example]")) {
    for (const prefix of code.textContent.matchAll(/^PREFIX\s+(\S+:)\s+(<[^>]*>)/gm)) {
      found.add(prefix[1] + " " + prefix[2]);
    }
  }
  return [...found].sort();
}

/** Completion from what the graph holds, in place of the editor's own, which asks other sites. */
function completers(Yasqe) {
  const used = (name) => ({ name, bulk: true, persistenceId: null });
  const classes = () => terms("SELECT DISTINCT ?t WHERE { ?s a ?t FILTER isIRI(?t) } ORDER BY ?t");
  const properties = () => terms("SELECT DISTINCT ?t WHERE { ?s ?t ?o } ORDER BY ?t");
  Yasqe.forkAutocompleter("class", { ...used("usedClass"), get: classes });
  Yasqe.forkAutocompleter("property", { ...used("usedProperty"), get: properties });
  Yasqe.forkAutocompleter("prefixes", { ...used("usedPrefix"), get: prefixes });
  Yasqe.defaults.autocompleters = ["variables", "usedPrefix", "usedClass", "usedProperty"];
}

/** The address of the page about an IRI of ours. */
function page(iri) {
  const path = iri.slice(ours.length);
  return root + (path.startsWith("id/") ? "doc/" + path.slice(3) : path);
}

/** Leads the IRIs of results to their pages on this site, whenever the table is drawn again. */
function lead() {
  for (const link of place.querySelectorAll('a[href^="' + ours + '"]')) {
    link.href = page(link.getAttribute("href"));
    link.removeAttribute("target");
  }
}

if (window.Yasgui && plain && place) {
  completers(Yasgui.Yasqe);
  Yasgui.Yasqe.defaults.value = document.getElementById("query").value;
  Yasgui.Yasqe.defaults.createShareableLink = null;
  place.hidden = false;
  plain.hidden = true;
  const editor = new Yasgui(place, {
    requestConfig: { endpoint: root + "sparql", method: "POST" },
    copyEndpointOnNewTab: false,
    endpointCatalogueOptions: { getData: () => [] },
    persistenceId: null,
  });
  new MutationObserver(lead).observe(place, { childList: true, subtree: true });
  for (const code of document.querySelectorAll("[data-example]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Into the editor";
    button.addEventListener("click", () => {
      editor.getTab().setQuery(code.textContent);
      place.scrollIntoView();
    });
    code.parentElement.before(button);
  }
}
