// The page: opens the studio and joins its rooms (in desk/) around one plan. Each draws its part when the plan changes.

import { fetchCatalogue } from "./catalogue.js";
import { EMPTY } from "./deck.js";
import { followAddress, linkTo, writeAddress } from "./desk/address.js";
import { startAgain } from "./desk/again.js";
import { startBasket } from "./desk/basket.js";
import { startCalendarForm } from "./desk/calendar-form.js";
import { startChoices } from "./desk/choices.js";
import { startChooser } from "./desk/chooser.js";
import { keepingFocus } from "./desk/focus.js";
import { startHandingOn } from "./desk/handing-on.js";
import { planOf } from "./desk/plan.js";
import { startPreview } from "./desk/preview.js";
import { tellFailure, telling } from "./desk/telling.js";
import { decode } from "./link.js";
import { startNotes } from "./notes.js";

/** Open the studio in its element: read the catalogue and the link, then answer to every control. */
export async function open(root) {
  if (root.dataset.open) {
    return;
  }
  root.dataset.open = "yes";
  const here = (path) => new URL(path, location.href);
  const siteRoot = here(`${root.dataset.root}/`.replace(/\/+$/, "/"));
  root.hidden = false;
  let data;
  try {
    [data] = await Promise.all([fetchCatalogue(here(root.dataset.cards)), letters(root)]);
  } catch {
    tellFailure(root);
    return;
  }
  start(root, data, siteRoot);
}

// Words are measured in the letters that they are printed in.
function letters(root) {
  const { fontFamily } = getComputedStyle(root);
  return Promise.allSettled([400, 700].map((weight) => document.fonts.load(`${weight} 12pt ${fontFamily}`)));
}

function start(root, data, siteRoot) {
  const words = data.words.studio;
  const american = /^en-(US|CA)\b/.test(navigator.language);
  const usual = Object.freeze({ ...EMPTY, paper: american ? "letter" : "a4" });
  const { say, sayDropped } = telling(root, words);
  const plan = planOf(usual, ({ said, typing }) => {
    writeAddress(plan.deck);
    show({ typing, changed: true });
    say(said);
  });
  const desk = {
    root,
    data,
    words,
    plan,
    say,
    sayDropped,
    link: () => linkTo(plan.deck, root.dataset.mine),
    address: (path) => new URL(path, siteRoot).href,
    exercise: (id) => data.byId.get(id),
  };
  desk.notes = startNotes(desk, { changed: () => preview.show(), takes: (id) => preview.takes(id), room: (...wanted) => preview.room(...wanted) });
  const preview = startPreview(desk);
  const rooms = [startChooser, startBasket, startAgain, startChoices, startCalendarForm, startHandingOn].map((begin) => begin(desk));
  rooms.push(preview);

  function show(how) {
    keepingFocus(root, () => rooms.forEach((room) => room.show(how)));
  }

  function load(fragment) {
    const { deck, dropped } = decode(fragment, data, usual);
    plan.begin(deck ?? usual);
    show();
    sayDropped(dropped);
  }

  followAddress(root, plan, load);
  load(location.hash);
}
