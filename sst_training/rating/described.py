"""A transcript's description as it may be kept: figures by voice, without names, without words."""

from __future__ import annotations

from sst_training.model import annex
from sst_training.rating.transcript import Stretch, Transcript


def kept_description(told: Transcript, date: str, practitioner: str | None = None) -> annex.Description:
    """What is kept of a description. practitioner: the name in the captions that is the practitioner's."""
    return annex.Description(
        date=date,
        seconds=told.seconds,
        spoken=told.spoken,
        overlap=told.overlap,
        voices=tuple(
            annex.VoiceHeard(
                voice=number,
                practitioner=practitioner is not None and one.name == practitioner,
                seconds=one.seconds,
                share=one.share,
                turns=one.turns,
                longest_turn=_stretch(one.longest_turn),
                questions=one.questions,
            )
            for number, one in enumerate(told.speakers, 1)
        ),
        turns=told.turns,
        questions=told.questions,
        silence=annex.Silence(
            count=told.silence.count,
            seconds=told.silence.seconds,
            longest=_stretch(told.silence.longest) if told.silence.longest is not None else None,
        ),
    )


def _stretch(one: Stretch) -> annex.Stretch:
    return annex.Stretch(one.at, one.seconds)
