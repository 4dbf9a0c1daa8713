package io.lumiere.models.internal.tokenizer;

import io.lumiere.models.internal.text.PythonStrings;

/** What is done to a text before a SentencePiece model gets it. */
enum TextCleaning {
  /** Nothing. */
  NONE {
    @Override
    String clean(String text) {
      return text;
    }
  },
  /** Lower case, each character by itself: SigLIP 2 as Hugging Face's transformers have it. */
  LOWER_CASE {
    @Override
    String clean(String text) {
      return PythonStrings.lowerEach(text);
    }
  },
  /** Lower case, no ASCII punctuation: SigLIP as Hugging Face's transformers have it. */
  SIGLIP {
    @Override
    String clean(String text) {
      return PythonStrings.collapseSpaces(
          PythonStrings.withoutPunctuation(PythonStrings.lower(text)));
    }
  },
  /** Repaired, no ASCII punctuation, lower case: SigLIP as open_clip has it. */
  OPEN_CLIP_SIGLIP {
    @Override
    String clean(String text) {
      String repaired = ClipCleaning.repair(text).replace('_', ' ');
      return PythonStrings.collapseSpaces(
          PythonStrings.lower(PythonStrings.withoutPunctuation(repaired)));
    }
  };

  abstract String clean(String text);
}
