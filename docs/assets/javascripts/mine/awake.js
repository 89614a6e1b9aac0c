// Awake: keeps the screen on while a timer runs. Where a browser cannot, the screen goes dark as usual.

/** Return keep(wanted): asks for the screen to stay on, or lets it go; it asks again when the page is back in sight. */
export function awake() {
  let wanted = false;
  let lock = null;
  const ask = async () => {
    if (!wanted || lock || document.visibilityState !== "visible" || !navigator.wakeLock) {
      return;
    }
    try {
      const got = await navigator.wakeLock.request("screen");
      if (!wanted) {
        got.release();
        return;
      }
      lock = got;
      got.addEventListener("release", () => {
        lock = null;
      });
    } catch {
      // the device needs its battery more
    }
  };
  document.addEventListener("visibilitychange", ask);
  return (value) => {
    wanted = value;
    if (wanted) {
      ask();
    } else {
      lock?.release();
      lock = null;
    }
  };
}
