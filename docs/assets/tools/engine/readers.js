// Who reads what: a sheet is built from the list of what its reader may see, never by leaving out.
//
// The twin of sst_training/draw/readers.py; `say` gives the sentence of a key (../words.js).

export const READERS = ["trainer", "therapist", "client", "observer"];

/** The fields of a scenario that each reader sees, in the order of the sheet. */
export const SCENARIO = {
  therapist: ["door_note", "so_far"],
  client: [
    ...["opening_line", "situation", "so_far", "best_hope", "enough", "tried", "resources", "scale_now"],
    ...["disclosure", "elicits", "play_easier", "play_harder"],
  ],
  observer: ["door_note", "so_far", "enough", "traps"],
};

/**
 * What the client sees of a spare card. What was said so far is not among it: the therapist's sheet, the same whichever
 * is chosen, does not have it either.
 */
export const SPARE = [
  ...["opening_line", "situation", "best_hope", "enough", "tried", "resources", "scale_now"],
  ...["disclosure", "elicits", "play_easier"],
];
export const STANCE = ["behaviours", "softens_when", "hardens_when"];
export const TWIST = { client: ["minute", "text", "revert"], observer: ["minute"] };
export const TASK = ["ticks", "look_for", "tally", "tally_in", "debrief_question"];

/** When the observer looks at the clock, in twentieths of the talk, by where the talk starts. */
export const MARKS = {
  begin: [[5, "quarter"], [10, "half"], [15, "three_quarters"], [18, "close"]],
  middle: [[5, "half"], [13, "three_quarters"], [18, "close"]],
  close: [[15, "last"]],
  guided: [[5, "safety"], [18, "close"]],
};

/** The named fields of a card, without its id. */
export const only = (card, fields) =>
  Object.fromEntries([["id", null], ...fields.map((field) => [field, card[field]])]);

/**
 * What one reader may see of a role-play.
 *
 * @param {object} play as `drawRoleplays` gives it
 * @param {"trainer" | "therapist" | "client" | "observer"} reader
 * @param {(key: string, words?: Record<string, unknown>) => string} say
 */
export function view(play, reader, say) {
  if (reader === "trainer") return play;
  const { setting, skill, minutes, person } = play;
  const scenario = only(play.scenario, SCENARIO[reader]);
  if (reader === "therapist") return { setting, skill, minutes, scenario, person, ...clock(play, say) };
  const twist = play.twist && only(play.twist, TWIST[reader]);
  if (reader === "client") {
    return {
      setting,
      minutes,
      scenario: paced(scenario, play.scenario.minutes, minutes),
      stance: only(play.stance, STANCE),
      person,
      twist,
      stop: say("sheet.stop.client"),
      improvise: say("sheet.improvise"),
    };
  }
  return {
    skill,
    minutes,
    scenario,
    person,
    twist,
    observer_task: only(play.observer_task, TASK),
    ...clock(play, say),
    feedback: [1, 2, 3, 4].map((step) => say(`sheet.feedback.${step}`)),
  };
}

/** A card whose timed cues move along with the length of the talk, as the observer's minutes do. */
export function paced(card, writtenFor, minutes) {
  const at = (minute) => minute && Math.max(1, Math.floor((minute * minutes) / writtenFor));
  return { ...card, elicits: card.elicits.map((part) => ({ ...part, minute: at(part.minute) })) };
}

/** Where a twist stands among what the client does along the way: before the first line with a later minute. */
export function twistPlace(elicits, start) {
  const later = elicits.findIndex(({ minute }) => minute !== null && minute > start);
  return later < 0 ? elicits.length : later;
}

/** The time marks of a talk, those that belong to where it starts, and the stop signal. */
export function clock(play, say) {
  const marks = MARKS[play.scenario.risk === "guided" ? "guided" : play.scenario.start];
  return {
    time_marks: marks.map(([twentieths, name]) => ({
      minute: Math.max(1, Math.floor((play.minutes * twentieths) / 20)),
      text: say(`sheet.mark.${name}`),
    })),
    stop: say("sheet.stop"),
  };
}
