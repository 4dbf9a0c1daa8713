/**
 * The starter model, for machines that cannot reach a model hub: image side EfficientNet-Lite2
 * (1,000 classes of ImageNet), text side all-MiniLM-L6-v2 (sentences, 384 dimensions), both from
 * packages that carry their weights. The bridge puts what the image side sees into the text side's
 * space. {@link io.lumiere.models.starter.StarterModel} makes the model's folder.
 */
@NullMarked
package io.lumiere.models.starter;

import org.jspecify.annotations.NullMarked;
