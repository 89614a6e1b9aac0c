// Awake: keeps the screen on while a timer runs. Where a browser cannot, the screen goes dark as usual.

/** Return keep(wanted): asks for the screen to stay on, or lets it go; it asks again when the page is back in sight. */
export function awake() {
  let wanted = false;
  let lock = null;
  let asking = false;
  const ask = async () => {
    if (!wanted || lock || asking || document.visibilityState !== "visible" || !navigator.wakeLock) {
      return;
    }
    asking = true;
    try {
      const got = await navigator.wakeLock.request("screen");
      if (!wanted) {
        got.release();
      } else {
        lock = got;
        got.addEventListener("release", () => {
          lock = null;
        });
      }
    } catch {
      // the device needs its battery more
    }
    asking = false;
  };
  document.addEventListener("visibilitychange", ask);
  return (value) => {
    const news = wanted !== value;
    wanted = value;
    if (wanted) {
      news && ask();
    } else {
      lock?.release();
      lock = null;
    }
  };
}
