// Days of the calendar as text: `2026-12-05`. No clock is read here; what day it is now is handed in.

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether the calendar has this day, written as `YYYY-MM-DD`.
 * @param {string} text
 * @returns {boolean}
 */
export function isDay(text) {
  const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (found === null) return false;
  const [year, month, day] = found.slice(1).map(Number);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/**
 * The day so many days later.
 * @param {string} text a day of the calendar
 * @param {number} count whole, 0 or more
 * @returns {string}
 */
export function daysLater(text, count) {
  let [year, month, day] = text.split("-").map(Number);
  for (day += count; day > daysIn(year, month); ) {
    day -= daysIn(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  const two = (number) => String(number).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}

function daysIn(year, month) {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : DAYS[month - 1];
}
