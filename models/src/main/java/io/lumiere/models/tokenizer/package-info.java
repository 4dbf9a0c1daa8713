/**
 * Text to token ids, exactly as the models were trained with: CLIP's byte-pair encoding, BERT's
 * WordPiece, SentencePiece. A {@link io.lumiere.models.tokenizer.TokenizerSpec} opens one of them.
 */
@NullMarked
package io.lumiere.models.tokenizer;

import org.jspecify.annotations.NullMarked;
