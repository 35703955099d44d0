// Blocks in a text: a button that copies code, and tables that can be scrolled by key when they are too wide.
// Without this script there is no button, and a wide table scrolls by hand.
const words = document.getElementById("sst-copy")?.dataset;

for (const block of words && navigator.clipboard ? document.querySelectorAll("pre") : []) {
  const code = block.querySelector("code");
  if (!code || block.closest(".jp-OutputArea")) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sst-copy";
  button.textContent = words.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent.trim());
    button.textContent = words.copied;
    setTimeout(() => (button.textContent = words.copy), 2000);
  });
  block.parentElement.insertBefore(button, block);
}

const reach = new ResizeObserver((seen) => {
  for (const { target } of seen) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
// Material wraps the tables of a page after this script has run.
const wrapped = () => document.querySelectorAll(".md-typeset__scrollwrap").forEach((wrap) => reach.observe(wrap));
new MutationObserver(wrapped).observe(document.querySelector("article") ?? document.body, { childList: true, subtree: true });
wrapped();
