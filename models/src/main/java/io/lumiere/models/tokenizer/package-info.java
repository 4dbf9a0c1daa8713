/**
 * Text to token ids, exactly as the models were trained with. {@link
 * io.lumiere.models.tokenizer.WordPieceTokenizer} is BERT's.
 */
@NullMarked
package io.lumiere.models.tokenizer;

import org.jspecify.annotations.NullMarked;
