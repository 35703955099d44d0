// What to do in a round when one person is missing: who moves to which seat, so that nobody has to think. Twin of
// sst_training/sheets/missing.py.
//
// An observer takes the empty seat, but never leads a scenario met before and never sits down in an own-issue round
// with someone they asked to be kept apart from. A second observer elsewhere comes to watch.

import { inRound, slotsOf } from "../engine/day-shape.js";
import { everyone, metIn } from "../engine/slots.js";
import { seated } from "./day-slots.js";

/** For each person of a group: the participant number, and what happens without that person. */
export function without(day, slot, say) {
  return seated(slot).map(([seat, gone]) => {
    const left = everyone(slot.seats).filter((one) => one !== gone);
    const watching = slot.seats.observers.filter((one) => one !== gone);
    const words = [];
    if (seat !== "observer") {
      const able = seat === "client" ? watching : watching.filter((one) => !knows(day, slot, one));
      if (!able.length) return [String(gone), say("print.missing.split", { others: and(left, say) })];
      words.push(say("print.missing.takes", { who: able[0], seat: say(`print.seat.${seat}`) }));
      watching.splice(watching.indexOf(able[0]), 1);
    }
    words.push(watched(day, slot, watching, left, say));
    return [String(gone), words.filter(Boolean).join(" ") || say("print.missing.rest")];
  });
}

/** Whether someone met a slot's scenario before, today or on an earlier day. */
function knows(day, slot, participant) {
  const met = metIn(slot);
  const today = slotsOf(day, participant).some((one) => one.round < slot.round && metIn(one) === met);
  return today || (day.met_before?.[`p${participant}`] ?? []).includes(met);
}

/** A second observer of another group in the same round and that group, if one may sit here. */
function spareObserver(day, slot, left) {
  const apart = new Set(day.options.apart.flatMap(([a, b]) => [`${a}-${b}`, `${b}-${a}`]));
  for (const other of inRound(day, slot.round)) {
    if (other.group === slot.group || other.seats.observers.length < 2) continue;
    for (const person of [...other.seats.observers].reverse()) {
      if (slot.mode === "role-play" || !left.some((one) => apart.has(`${person}-${one}`))) return [person, other.group];
    }
  }
  return null;
}

function watched(day, slot, watching, left, say) {
  if (watching.length) return "";
  const spare = spareObserver(day, slot, left);
  if (spare === null) return say("print.missing.unwatched");
  const [who, group] = spare;
  return say("print.missing.joins", { who, group });
}

const and = (people, say) => say("print.and", { one: people.slice(0, -1).join(", "), other: people.at(-1) });
