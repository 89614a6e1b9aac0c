// Ticks: what was done on which day, as plain data: { "2026-11-27": ["plank", "bridge", "bridge"] }, an exercise as
// often as it was done. They stay on this device.

// How many days ticks are kept.
const KEPT_DAYS = 56;

const KEY = "bs-ticks";
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NONE = Object.freeze({});

/** Return a day as it stands in ticks, in the time of the device. */
export function dayOf(date) {
  const two = (number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Return the date in the middle of a day, so that no change of the clocks moves it to another. */
export function dateOf(day) {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(year, month - 1, date, 12);
}

/** Return how many times an exercise was done on a day. */
export function timesDone(ticks, day, id) {
  return (ticks[day] ?? []).filter((each) => each === id).length;
}

/** Return the ticks with an exercise done so many times on a day. */
export function withTicks(ticks, day, id, times) {
  const others = (ticks[day] ?? []).filter((each) => each !== id);
  const { [day]: _, ...rest } = ticks;
  const that = [...others, ...Array(times).fill(id)];
  return Object.freeze(that.length ? { ...rest, [day]: that } : rest);
}

/** Return the ticks of the last weeks. */
export function recent(ticks, today) {
  const first = dateOf(today);
  first.setDate(first.getDate() - KEPT_DAYS + 1);
  return Object.freeze(Object.fromEntries(Object.entries(ticks).filter(([day]) => day >= dayOf(first))));
}

/** Return the seven days, Monday to Sunday, of the week in which a day falls. */
export function weekOf(today) {
  const monday = dateOf(today);
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7));
  return Array.from({ length: 7 }, (_, index) => {
    const date = new Date(monday);
    date.setDate(monday.getDate() + index);
    return dayOf(date);
  });
}

/** Return the ticks as lines of text, a day each, with what `titled` makes of an exercise and its number of times. */
export function asText(ticks, heading, titled) {
  const days = Object.keys(ticks).sort();
  const line = (day) => [...new Set(ticks[day])].map((id) => titled(id, timesDone(ticks, day, id))).join(", ");
  return [heading, "", ...days.map((day) => `${day}: ${line(day)}`), ""].join("\r\n");
}

/** Return the ticks that a browser keeps; what cannot be read is none. */
export function read(storage) {
  try {
    return sound(JSON.parse(storage().getItem(KEY)));
  } catch {
    return NONE;
  }
}

/** Keep the ticks, or nothing at all where there are none, and return whether that went well. */
export function write(storage, ticks) {
  try {
    Object.keys(ticks).length ? storage().setItem(KEY, JSON.stringify(ticks)) : storage().removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

function sound(found) {
  const days = Object.entries(found ?? NONE).filter(([day, ids]) => DAY.test(day) && Array.isArray(ids));
  return Object.freeze(Object.fromEntries(days.map(([day, ids]) => [day, ids.filter((id) => typeof id === "string")])));
}
