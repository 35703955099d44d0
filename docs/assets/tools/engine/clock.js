// The clock of a day: what each round's minutes are for. Sums are exact. Twin of sst_training/draw/clock.py.

/** After the talk: the client's words, feedback, doing it again, stepping out of the role and changing seats. */
const FIXED = [["client", 2], ["feedback", 7], ["again", 4], ["swap", 2]];

const BRIEFING = 3;

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** How long one part of a round takes; 0 when the round has none. */
export const minutesOf = (round, part) =>
  sum(round.parts.filter((timed) => timed.part === part).map((timed) => timed.minutes));

/** When the next round begins, in minutes from the day's begin. */
export const endOf = (round) => round.start + sum(round.parts.map((timed) => timed.minutes));

/** When each part of a round begins, in minutes from the day's begin. */
export const beginsOf = (round) =>
  round.parts.map((_, at) => round.start + sum(round.parts.slice(0, at).map((timed) => timed.minutes)));

/**
 * Every round with its start, in minutes from the day's begin; a break is the last part of the round before it.
 * @param {number} rounds
 * @param {object} options
 */
export function dayClock(rounds, options) {
  const talk = options.minutes - BRIEFING - sum(FIXED.map(([, minutes]) => minutes));
  const pauses = new Map(options.breaks.map((pause) => [pause.after, pause.minutes]));
  const clock = [];
  for (let round = 1; round <= rounds; round += 1) {
    const parts = [["briefing", BRIEFING], ["talk", talk], ...FIXED];
    if (pauses.has(round)) parts.push(["break", pauses.get(round)]);
    const start = clock.length ? endOf(clock.at(-1)) : 0;
    clock.push({ round, start, parts: parts.map(([part, minutes]) => ({ part, minutes })) });
  }
  return clock;
}
