package io.lumiere.models.internal.tokenizer;

import io.lumiere.models.internal.text.FixText;
import io.lumiere.models.internal.text.HtmlEntities;
import io.lumiere.models.internal.text.PythonStrings;
import java.text.Normalizer;

/** What is done to a text before CLIP's tokenizer cuts it into words. */
enum ClipCleaning {
  /** As OpenAI's CLIP and open_clip: repaired (ftfy), HTML's character references resolved. */
  OPEN_CLIP {
    @Override
    String clean(String text) {
      return PythonStrings.lower(PythonStrings.collapseSpaces(repair(text)));
    }
  },
  /** As Hugging Face's transformers: composed (NFC) and lower-cased only. */
  HUGGING_FACE {
    @Override
    String clean(String text) {
      return PythonStrings.lowerEach(Normalizer.normalize(text, Normalizer.Form.NFC));
    }
  };

  abstract String clean(String text);

  /** What open_clip does with every text, whatever the model. */
  static String repair(String text) {
    return HtmlEntities.unescape(HtmlEntities.unescape(FixText.fix(text)));
  }
}
