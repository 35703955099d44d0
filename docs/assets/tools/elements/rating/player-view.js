// The recording on the screen: the player and its line, which stay in sight, and below these what one needs less often.
import { clock } from "../../engine/times.js";
import { html } from "../tool.js";
import { button, primary, when } from "./buttons.js";
import { countersView } from "./closing.js";
import { fold, wrongLine } from "./fields.js";
import { makeMark, marksView } from "./marks.js";
import { chooseFile } from "./recording.js";
import { lineWords, timelineView } from "./timeline.js";

export function playerView(tool) {
  const { say, playing, nowPart } = tool;
  const counting = nowPart !== "closing" && !tool.closed;
  return html`
    <div class="rate-player-top">${playing.there ? thereView(tool) : againView(tool)} ${timelineView(tool)}</div>
    <div class="rate-player-more">
      ${lineWords(tool)} ${marksView(tool)} ${when(playing.there, () => speedView(tool))}
      ${when(counting, () => fold(say("web.rate.counting"), countersView(tool)))}
    </div>
  `;
}

function thereView(tool) {
  const { say, nowPart } = tool;
  const { player } = tool.playing;
  return html`
    ${player.media} ${when(nowPart !== "session", () => wrongLine(tool, "file"))}
    <div class="sst-row rate-tight sst-controls">
      ${button("−5 s", () => player.skip(-5), { named: say("web.rate.back5") })}
      ${button("+5 s", () => player.skip(5), { named: say("web.rate.on5") })}
      ${when(!tool.closed, () => primary(say("web.rate.mark"), () => makeMark(tool)))}</div>`;
}

// After a closed tab: the file itself was never kept.
function againView(tool) {
  const { name, seconds } = tool.rating.recording;
  const again = tool.say("web.rate.recording.again", { name, length: clock(seconds) });
  return html`<p class="sst-quietly">${again}</p>${chooseFile(tool)}`;
}

function speedView(tool) {
  const { say, cards } = tool;
  const { player } = tool.playing;
  const words = (speed) => say("web.rate.speed", { speed: `${speed.toLocaleString(cards.lang)}×` });
  const turn = (step) => () => tool.announce(words(player.faster(step)));
  return html`
    <div class="sst-row rate-tight sst-controls">
      ${button("−", turn(-1), { named: say("web.rate.slower") })}
      <span class="rate-speed">${words(player.media.playbackRate)}</span>
      ${button("+", turn(1), { named: say("web.rate.faster") })}</div>`;
}
