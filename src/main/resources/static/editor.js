// SPDX-License-Identifier: Apache-2.0
// Puts the editor in the place of the plain form, if it has come; nothing leaves this site.
"use strict";
const plain = document.getElementById("plain");
const place = document.getElementById("editor");
if (window.Yasgui && plain && place) {
  Yasgui.Yasqe.defaults.autocompleters = ["variables"];
  Yasgui.Yasqe.defaults.value = document.getElementById("query").value;
  Yasgui.Yasqe.defaults.createShareableLink = null;
  place.hidden = false;
  plain.hidden = true;
  const editor = new Yasgui(place, {
    requestConfig: { endpoint: "/sparql", method: "POST" },
    copyEndpointOnNewTab: false,
    endpointCatalogueOptions: { getData: () => [] },
    persistenceId: null,
  });
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
