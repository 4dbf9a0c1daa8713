/**
 * Text to token ids, exactly as the models were trained with: CLIP's byte-pair encoding, BERT's
 * WordPiece, SentencePiece. A {@link io.lumiere.models.internal.tokenizer.TokenizerSpec} opens one
 * of them.
 */
@NullMarked
package io.lumiere.models.internal.tokenizer;

import org.jspecify.annotations.NullMarked;
