// Keeps the site for times without a network: by itself once the page is idle, or when the reader presses the button.
// A device that asks to save data is asked for nothing before that.

const link = document.querySelector("[data-bs-worker]");
const place = document.querySelector("[data-bs-keep]");
const part = (name) => place.querySelector(`[data-bs-keep-${name}]`);
const SLOW = /2g/;
const ANSWER_MS = 60_000;
let pressed = false;
let busy = false;
let again = false;

const { saveData, effectiveType } = navigator.connection ?? {};
const sparing = saveData || SLOW.test(effectiveType);

function register() {
  return navigator.serviceWorker.register(new URL(link.dataset.bsWorker, location.href), { updateViaCache: "none" });
}

function ask(worker, wish) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", ({ data }) => resolve(data));
    port1.start();
    setTimeout(resolve, ANSWER_MS, { failed: "failed" });
    worker.postMessage({ wish, asked: pressed }, [port2]);
  });
}

// A new worker may wait for what the old one has still to do: it is told to go on.
function newest({ installing, waiting, active }) {
  const worker = installing ?? waiting ?? active;
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === "installed") {
        worker.postMessage({ wish: "lead" });
      } else if (worker.state !== "installing") {
        resolve(worker.state === "redundant" ? active : worker);
      }
    };
    worker.addEventListener("statechange", look);
    setTimeout(resolve, ANSWER_MS, active);
    look();
  });
}

async function keep() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  again = false;
  let told = { failed: "failed" };
  try {
    const registration = await register();
    if (!registration) {
      return;
    }
    await registration.update().catch(() => {}); // without a network what is there stays
    const worker = await newest(registration);
    let before;
    do {
      before = told;
      told = await ask(worker, "keep");
      show(told);
    } while (!told.kept && !told.failed && !(told.part <= before.part));
  } catch {
    told = { failed: "failed" };
  } finally {
    busy = false;
  }
  show(told);
  if (again) {
    await keep(); // the button was pressed meanwhile
  }
}

function show({ kept, some, part: there, failed }) {
  if (!place) {
    return;
  }
  const bar = part("bar");
  bar.hidden = kept || Boolean(failed) || !there;
  bar.value = there ?? 0;
  part("button").textContent = kept || some ? place.dataset.again : place.dataset.press;
  // What nobody asked for is shown, and not announced.
  const here = part(pressed ? "said" : "shown");
  const kind = kept || (some && !pressed) ? "kept" : failed && pressed ? failed : there ? "keeping" : "";
  const text = kind ? place.dataset[kind] : "";
  if (text && here.textContent !== text) {
    here.textContent = text;
  }
}

async function begin() {
  if (!("serviceWorker" in navigator && "caches" in globalThis && "locks" in navigator)) {
    // What this browser cannot do is not offered, unless there is a file to download.
    link.parentElement.hidden = !document.querySelector(".bs-keep a[download]");
    return;
  }
  if (place) {
    place.hidden = place.parentElement.hidden = false;
    part("button").addEventListener("click", () => {
      pressed = true;
      part("shown").textContent = "";
      part("said").textContent = place.dataset.keeping;
      navigator.storage?.persist?.();
      keep();
    });
  }
  if (!sparing) {
    await keep();
  } else if (place) {
    const registration = await navigator.serviceWorker.getRegistration();
    if (registration?.active) {
      show(await ask(registration.active, "state"));
    }
  }
}

begin();
