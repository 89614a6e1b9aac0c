// The calendar file: the chosen days as one event that repeats (RFC 5545). It never holds a name or notes.

const LINE_BYTES = 75;
const WEEKDAY = { su: 0, mo: 1, tu: 2, we: 3, th: 4, fr: 5, sa: 6 };

/** Return the text of an .ics file: `days` like ["mo", "fr"], `time` like "10:00", from the first such day after `now`.
 *
 * `host` is the name of the site that makes it, `id` tells this event from all others that it makes.
 */
export function calendar({ title, description, link, days, time, weeks, minutes, now, host, id }) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${host}//Studio//EN`,
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    `UID:${id}@${host}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${floating(firstDay(days, now), time)}`,
    `DURATION:PT${Math.max(5, minutes)}M`,
    `RRULE:FREQ=WEEKLY;BYDAY=${days.map((day) => day.toUpperCase()).join(",")};COUNT=${days.length * weeks}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${link}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** Return the first chosen day after today. */
export function firstDay(days, now) {
  const wanted = days.map((day) => WEEKDAY[day]);
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  while (!wanted.includes(day.getDay())) {
    day.setDate(day.getDate() + 1);
  }
  return day;
}

// A time of day without a zone: 10 o'clock wherever one is.
function floating(day, time) {
  const date = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${date.join("")}T${time.replace(":", "")}00`;
}

function stamp(now) {
  return `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

// A line holds 75 bytes at most and goes on after a line break and a blank.
function folded(line) {
  const bytes = new TextEncoder();
  const parts = [];
  let part = "";
  for (const letter of line) {
    if (bytes.encode(part + letter).length > LINE_BYTES - (parts.length ? 1 : 0)) {
      parts.push(part);
      part = "";
    }
    part += letter;
  }
  return [...parts, part].join("\r\n ");
}
