import assert from "node:assert/strict";
import test from "node:test";
import { calendar, firstDay } from "../../docs/assets/javascripts/studio/calendar.js";

const MONDAY = new Date(2026, 10, 23, 9, 30);
const ABOUT = {
  title: "Knitting",
  description: "Rows",
  link: "https://example.org/#v=1",
  days: ["mo", "fr"],
  time: "07:05",
  weeks: 3,
  minutes: 12,
  now: MONDAY,
  host: "example.org",
  id: "1-2",
};
const linesOf = (about) => calendar({ ...ABOUT, ...about }).replaceAll("\r\n ", "").split("\r\n");

test("the first day is the next of those chosen, never today", () => {
  assert.deepEqual([["mo"], ["tu"], ["su", "we"], ["fr"]].map((days) => firstDay(days, MONDAY).getDate()), [30, 24, 25, 27]);
});

test("the event repeats on its days for so many weeks and lasts as long as the exercises", () => {
  assert.deepEqual(linesOf({}), [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//example.org//Studio//EN",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    "UID:1-2@example.org",
    "DTSTAMP:20261123T093000Z",
    "DTSTART:20261127T070500",
    "DURATION:PT12M",
    "RRULE:FREQ=WEEKLY;BYDAY=MO,FR;COUNT=6",
    "SUMMARY:Knitting",
    "DESCRIPTION:Rows",
    "URL:https://example.org/#v=1",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("an event lasts five minutes at least", () => {
  assert.ok(linesOf({ minutes: 0 }).includes("DURATION:PT5M"));
});

test("signs with a meaning of their own are escaped", () => {
  assert.ok(linesOf({ description: "a, b; c\\d\ne" }).includes("DESCRIPTION:a\\, b\\; c\\\\d\\ne"));
});

test("no line is longer than 75 bytes, and no letter is torn apart", () => {
  const description = "Straße ".repeat(40).trim();
  const text = calendar({ ...ABOUT, description });
  const bytes = text.split("\r\n").map((line) => new TextEncoder().encode(line).length);
  assert.equal(Math.max(...bytes), 75);
  assert.ok(linesOf({ description }).includes(`DESCRIPTION:${description}`));
});
