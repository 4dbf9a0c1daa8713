/**
 * How the starter model's two towers, which were never trained together, come to share one space. A
 * vector has three parts: <em>meaning</em> (the sentence encoder's own dimensions, into which the
 * image classifier's 1,000 class probabilities are mapped through the classes' dictionary
 * definitions), <em>scene</em> (one dimension for each {@link
 * io.lumiere.models.internal.bridge.SceneAttribute}: light, weather and colour, which an object
 * classifier does not name, measured on the pixels) and one dimension that keeps the meaning part
 * of every image equally long. {@link io.lumiere.models.internal.bridge.ImageBridge} and {@link
 * io.lumiere.models.internal.bridge.TextBridge} make such vectors; {@link
 * io.lumiere.models.internal.bridge.BridgeBuilder} makes their matrices when the model is set up.
 */
@NullMarked
package io.lumiere.models.internal.bridge;

import org.jspecify.annotations.NullMarked;
