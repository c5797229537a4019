// SPDX-License-Identifier: Apache-2.0
// Adds a copy button beside each text that is marked for copying; the page says everything without it.
"use strict";
const status = document.createElement("p");
status.className = "hidden";
status.setAttribute("role", "status");
document.body.append(status);

/** What a button says, in sight and by name. */
function label(button, word, text) {
  button.textContent = word;
  button.setAttribute("aria-label", word + ": " + text.slice(0, 60));
}

for (const text of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  label(button, "Copy", text.textContent);
  button.addEventListener("click", async () => {
    status.textContent = "";
    await navigator.clipboard.writeText(text.textContent);
    label(button, "Copied", text.textContent);
    status.textContent = "Copied";
    setTimeout(() => label(button, "Copy", text.textContent), 1500);
  });
  text.after(" ", button);
}
