// What day it is by this device's clock: proposed as a date, held against a day of erasing; never to order anything.

/** @returns {string} `2026-12-05` */
export function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A day as people read it. */
export function inWords(say, date) {
  const [year, month, day] = date.split("-").map(Number);
  return say("score.date", { day, month: say(`score.month.${month}`), year });
}
