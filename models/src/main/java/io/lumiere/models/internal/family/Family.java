package io.lumiere.models.internal.family;

import java.util.List;

/** One kind of checkpoint: what its tensors are called, and how networks are made of them. */
interface Family {
  /** What people call it, such as {@code CLIP (OpenAI, open_clip)}. */
  String name();

  /** Tensors by whose presence a checkpoint of this family is known; all of them are there. */
  List<String> signature();

  /**
   * Describes the model. Values are read only when its networks are built.
   *
   * @param tensors of the whole checkpoint
   * @param settings what the files beside it say
   * @throws io.lumiere.base.LumiereException where a tensor is missing or of another shape
   */
  Conversion convert(Tensors tensors, Settings settings);
}
