// Notes: what is personal on the sheets. Name, notes and the clinic's line go onto paper and nowhere else: they are gone
// when the page closes, but for the clinic's line where somebody ticks that this device may keep it.

import { counted, fill } from "../phrase.js";
import { element } from "./element.js";
import { lacking } from "./letters.js";

const MOST = Object.freeze({ name: 40, plan: 400, card: 200, clinic: 50, telephone: 25 });
const ROWS = Object.freeze({ plan: 3, card: 2 });
const MOST_NAMED = 3;
const ROUND = 10; // letters are of different widths: more would not be true
const TYPING_MS = 250;
const KEPT = "bs-clinic";
const PLAN = "plan";

/** Put the fields for name, notes and clinic into the page. `changed` is called when someone pauses; `takes(id)` returns
 * whether the card with an id has a place for a note, and `room(id, note, most)` for how many letters there is room on it (or
 * on the card of the "plan"). Return `personal`, which gives what is in the fields now; `cardNoteField(exercise)`, the
 * field for the note on one card, the same element each time; `tell(tooLong)`, which says beside each field whether its
 * note is among those that do not fit; `forget()`, which empties name and notes for the next person and returns what
 * brings them back, or null where there were none.
 */
export function startNotes({ root, data, words }, { changed, takes, room }) {
  const said = words.notes;
  const fields = new Map();
  const kept = read();
  let tooLong = [];
  let typing = 0;

  const name = field({ id: "studio-person", label: words.name, most: MOST.name });
  const plan = field({ id: "studio-notes", label: said.plan, most: MOST.plan, rows: ROWS.plan, note: PLAN });
  const clinic = field({ id: "studio-clinic", label: said.clinic_name, most: MOST.clinic, value: kept?.name });
  const telephone = field({ id: "studio-telephone", label: said.telephone, most: MOST.telephone, value: kept?.telephone, type: "tel" });
  const keep = element("input", { type: "checkbox", id: "studio-keep", checked: Boolean(kept), onchange: keepClinic, "aria-describedby": "studio-keep-told" });
  root.querySelector("[data-bs-personal]").replaceChildren(
    name.element,
    plan.element,
    element(
      "fieldset",
      { class: "bs-choices bs-clinic" },
      element("legend", {}, said.clinic),
      clinic.element,
      telephone.element,
      element("label", { class: "bs-clinic__keep" }, keep, element("span", {}, said.keep)),
      element("small", { id: "studio-keep-told" }, said.keep_told),
    ),
  );

  function field({ id, label, most, rows, note, value = "", type = "text", named = {} }) {
    const wrong = element("small", { id: `${id}-wrong`, class: "bs-field__wrong", role: "status" });
    const hint = element("small", { id: `${id}-hint`, class: "bs-field__hint" });
    const about = { id, maxlength: most, autocomplete: "off", dir: "auto", "aria-describedby": `${wrong.id} ${hint.id}`, "data-focus": id, ...named };
    const box = rows ? element("textarea", { ...about, rows }) : element("input", { ...about, type });
    box.value = value;
    const found = { box, wrong, hint, most, note, element: element("p", { class: "bs-field" }, label && element("label", { for: id }, label), box, wrong, hint) };
    box.addEventListener("focus", () => tellOne(found, { showRoom: true }));
    box.addEventListener("input", () => {
      clearTimeout(typing);
      typing = setTimeout(() => {
        if (keep.checked) {
          keepClinic();
        }
        changed();
        tellOne(found, { showRoom: true });
      }, TYPING_MS);
    });
    fields.set(id, found);
    return found;
  }

  // What stands beside a field: what keeps its words off the paper, and how much room there is while it is in use.
  function tellOne({ box, wrong, hint, most, note }, { showRoom = false } = {}) {
    const text = box.value.trim();
    const fault = note && text ? faultOf(note, text, most) : "";
    const lack = lackOf(text);
    const full = !fault && box.value.length >= most; // the box takes no more: nobody should have to find out
    wrong.textContent = [lack, fault, full && said.full].filter(Boolean).join(" ");
    hint.textContent = showRoom && note && !fault && !full ? roomSaid(note, text, most) : "";
    box.setAttribute("aria-invalid", String(Boolean(lack || fault)));
  }

  function lackOf(text) {
    const missing = lacking(text, data.letters);
    if (missing.length === 0) {
      return "";
    }
    const shown = missing.slice(0, MOST_NAMED).join(" ");
    const more = missing.length - MOST_NAMED;
    return fill(said.lacks, { letters: more > 0 ? fill(said.and_more, { letters: shown, number: more }) : shown });
  }

  function faultOf(id, text, most) {
    if (!takes(id)) {
      return said.nowhere;
    }
    if (!tooLong.includes(id)) {
      return "";
    }
    const held = room(id, text, most);
    return held > 0 && held < text.length ? counted(said.too_long, text.length - held) : said.no_room;
  }

  function roomSaid(id, text, most) {
    if (!takes(id)) {
      return said.nowhere;
    }
    const held = room(id, text, most);
    const left = held - text.length;
    return left > 0 ? counted(said.room, left > ROUND ? left - (left % ROUND) : left) : said.full;
  }

  function keepClinic() {
    try {
      if (keep.checked) {
        localStorage.setItem(KEPT, JSON.stringify(personal().clinic));
      } else {
        localStorage.removeItem(KEPT);
      }
    } catch {
      keep.checked = false; // this device keeps nothing
    }
  }

  function personal() {
    const text = ({ box }) => box.value.trim();
    const cards = [...fields.values()].filter(({ note, box }) => note && note !== PLAN && box.value.trim());
    return {
      name: text(name),
      notes: text(plan),
      cardNotes: new Map(cards.map((each) => [each.note, text(each)])),
      clinic: { name: text(clinic), telephone: text(telephone) },
    };
  }

  function cardNoteField({ id, title }) {
    const own = `note-${id}`;
    const found = fields.get(own) ?? cardField(own, id, title);
    return found.whole;
  }

  function cardField(own, id, title) {
    const label = fill(said.card, { title });
    const found = field({ id: own, most: MOST.card, rows: ROWS.card, note: id, named: { "aria-label": label } });
    found.whole = element("details", { class: "bs-item__note" }, element("summary", {}, said.add, element("span", { class: "bs-unseen" }, ` ${title}`)), found.element);
    return found;
  }

  function tell(unfit) {
    tooLong = unfit;
    const active = document.activeElement;
    for (const each of fields.values()) {
      tellOne(each, { showRoom: each.box === active });
    }
  }

  function forget() {
    const theirs = [...fields.values()].filter((each) => each !== clinic && each !== telephone && each.box.value);
    const texts = theirs.map(({ box }) => box.value);
    const put = (textOf) => theirs.forEach(({ box }, index) => (box.value = textOf(index)));
    put(() => "");
    return theirs.length ? () => put((index) => texts[index]) : null;
  }

  return { personal, cardNoteField, tell, forget };
}

function read() {
  try {
    const { name, telephone } = JSON.parse(localStorage.getItem(KEPT));
    return { name: String(name).slice(0, MOST.clinic), telephone: String(telephone).slice(0, MOST.telephone) };
  } catch {
    return null;
  }
}
