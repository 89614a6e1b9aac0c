// Before anything is painted: whether scripts run, and light or dark, as chosen here or as the device has it.
{
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const page = document.documentElement;
  let here = "";
  const kept = () => {
    try {
      return localStorage.getItem("bs-colours") ?? "";
    } catch {
      return here; // a browser that keeps nothing follows the device, or what was chosen on this page
    }
  };
  const show = () => {
    page.dataset.chosen = kept();
    page.dataset.colours = kept() || (dark.matches ? "dark" : "light");
  };
  page.classList.replace("no-js", "js");
  show();
  dark.addEventListener("change", show);
  addEventListener("storage", show);
  addEventListener("bs-colours", ({ detail }) => {
    here = detail;
    show();
  });
}
