// What stands beside a profile and never in it: what was expected, counted and felt, the client's form, the captions.
// Twin of sst_training/rating/beside.py.

/** The client's three questions, in the order of the form. */
const QUESTIONS = ["topic", "understood", "forward"];

/**
 * What stands beside a rating.
 *
 * @param {object} rating
 * @param {object[]} [clients] client's forms of the same session
 * @param {{description: object | null} | null} [annex] what is kept with the session
 * @returns {{prediction: string | null, counters: object | null, challenge: object | null,
 *   clients: {label: string, voice: object, first: "topic" | "understood" | "forward"}[], description: object | null}}
 */
export function besideOf(rating, clients = [], annex = null) {
  const forms = clients.filter((form) => form.voice !== undefined);
  const voices = forms.map(({ rater, voice }) => ({ label: rater.label, voice, first: lowest(voice) }));
  voices.sort((one, other) => (one.label < other.label ? -1 : Number(one.label > other.label)));
  return {
    prediction: rating.prediction,
    counters: rating.counters,
    challenge: rating.challenge,
    clients: voices,
    description: annex?.description ?? null,
  };
}

/** The question the debrief begins with: that of the lowest mark; alike, the first on the form. */
export const lowest = (voice) => QUESTIONS.reduce((low, one) => (voice[one] < voice[low] ? one : low));
