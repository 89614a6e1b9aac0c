// Before anything is painted: whether scripts run, and light or dark, as chosen here or as the device has it.
{
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const page = document.documentElement;
  const show = () => {
    let chosen = null;
    try {
      chosen = localStorage.getItem("bs-colours");
    } catch {
      // a browser that keeps nothing follows the device
    }
    page.dataset.colours = chosen ?? (dark.matches ? "dark" : "light");
  };
  page.classList.replace("no-js", "js");
  show();
  dark.addEventListener("change", show);
  addEventListener("storage", show);
  addEventListener("bs-colours", show);
}
