// Adds a button that copies the code to each listing.
for (const listing of document.querySelectorAll(".code")) {
  const button = element("button", { ...speech, className: "copy", textContent: words.copy });
  const status = element("span", { ...speech, role: "status", className: "unseen" });
  button.addEventListener("click", async () => {
    const code = listing.querySelector("code");
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      // Pages opened as files cannot always use the clipboard; then the code is selected instead.
      getSelection().selectAllChildren(code);
      document.execCommand("copy");
    }
    button.textContent = status.textContent = words.copied;
    setTimeout(() => {
      button.textContent = words.copy;
      status.textContent = "";
    }, 2000);
  });
  listing.append(button, status);
}
