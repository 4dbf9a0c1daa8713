/**
 * Text cleaned as the Python libraries clean it that published models were trained with: white
 * space, lower case, HTML character references, and the repairs of ftfy.
 */
@NullMarked
package io.lumiere.models.internal.text;

import org.jspecify.annotations.NullMarked;
