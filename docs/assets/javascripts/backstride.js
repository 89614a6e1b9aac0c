// The header stays while pages are swapped without a reload, so its relative links are made absolute once.
for (const link of document.querySelectorAll("[data-bs-fixed]")) {
  link.setAttribute("href", link.href);
}
