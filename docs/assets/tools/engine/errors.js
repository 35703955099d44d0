// The requests that cannot be met: one class a cause, with the keys and arguments of sst_training/errors.py.
//
// No prose here: `key` names the sentence in the words file, `words` fills it.

/** A request that cannot be met. */
export class SstError extends Error {
  static key = "error.unknown";

  /** @param {Record<string, unknown>} [words] what the sentence names */
  constructor(words = {}) {
    super(new.target.key);
    this.name = new.target.name;
    this.key = new.target.key;
    this.words = words;
  }
}

/** A start code that is empty, too long, or holds half a character. */
export class BadSeed extends SstError {
  static key = "error.seed";
}

/** A value that does not fit its option. */
export class BadOption extends SstError {
  static key = "error.bad_option";
}

/** An id that the library or the instrument does not have. */
export class UnknownId extends SstError {
  static key = "error.unknown_id";
}

/** No card is left; `filter` names the filter that left nothing. */
export class CannotDraw extends SstError {
  static key = "error.cannot_draw";
}

/** The skill `safety` is never dealt: its scenarios are guided ones. */
export class SafetyIsGuided extends SstError {
  static key = "error.safety_guided";
}

/** More skills asked for than there are slots to practise them in. */
export class TooManySkills extends SstError {
  static key = "error.too_many_skills";
}

/** Two people who would sit together in an own-issue round, whatever the seating. */
export class CannotKeepApart extends SstError {
  static key = "error.cannot_keep_apart";
}

/** A participant has met every scenario that a slot could play. */
export class NoScenario extends SstError {
  static key = "error.no_scenario";
}

/** The groups of a round were to share a scenario, and none calls for all the skills they were dealt. */
export class NoCommonScenario extends SstError {
  static key = "error.no_common_scenario";
}

/** A participant has met every scenario that could be the spare card of an own-issue slot. */
export class NoSpareCard extends SstError {
  static key = "error.no_spare_card";
}

/** Fewer than three people are left for the rest of a day. */
export class TooFewPresent extends SstError {
  static key = "error.too_few_present";
}

/** A stored day names cards that this library does not have. */
export class CardsGone extends SstError {
  static key = "error.cards_gone";
}

/** A file that is no stored day, or a damaged one. */
export class DayUnreadable extends SstError {
  static key = "error.day_unreadable";
}

/** A ledger that is damaged, or no ledger at all. */
export class LedgerUnreadable extends SstError {
  static key = "error.ledger_unreadable";
}

/** A ledger in a format that came after this program. */
export class LedgerNewer extends SstError {
  static key = "error.ledger_newer";
}
